import { format } from '../units/dimension.ts';
import { SIZE } from '../units/dimensions.ts';
import type { Result, StrategyResult } from './result.ts';

/** Whether a strategy does all that was promised and keeps any point at all. */
export const keepsPromises = ({ objectives, points }: StrategyResult): boolean =>
  objectives.every(({ met }) => met) && points.kept.mean > 0;

/**
 * Which strategy to take: of those that meet every objective and never fill a store the one that
 * needs the least room, and among equals the first by name, whatever the order in the file.
 */
export function adviceOf(strategies: readonly StrategyResult[]): Result['advice'] {
  const fit = strategies
    .filter(keepsPromises)
    .sort(
      (a, b) =>
        b.stored.fullOn.never - a.stored.fullOn.never ||
        a.stored.peak.p50 - b.stored.peak.p50 ||
        (a.name < b.name ? -1 : 1),
    );
  const [best] = fit;
  if (!best) return { take: null, why: whyNone(strategies) };
  const room = format(SIZE, best.stored.peak.p50);
  const rivals =
    fit.length > 1 ? `of the ${fit.length} that do, it needs the least room` : 'it is the only one';
  const promise = best.objectives.length > 0 ? 'meets every objective' : 'keeps restore points';
  const tail = best.stored.fullOn.never < 1 ? '; but a store is full before the end' : '';
  return { take: best.name, why: `${promise}; ${rivals} (${room} at the peak)${tail}` };
}

function whyNone(strategies: readonly StrategyResult[]): string {
  const missed = (strategy: StrategyResult): string[] =>
    strategy.objectives.filter(({ met }) => !met).map(({ name }) => name);
  const nearest = [...strategies].sort((a, b) => missed(a).length - missed(b).length)[0];
  if (!nearest) return 'there is no strategy';
  const misses = missed(nearest).join(', ') || 'it keeps no point';
  return `no strategy meets every objective; ${nearest.name} comes nearest and misses ${misses}`;
}
