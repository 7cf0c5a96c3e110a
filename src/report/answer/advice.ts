import type { Advice } from '../result/advice.ts';
import type { StrategyResult } from '../result/result.ts';
import { choose } from './choice.ts';
import { inWords, listed } from './in-words.ts';
import { objectiveLabel } from './objectives.ts';

/** Whether a strategy meets every objective; without any it does. */
export const meetsAll = ({ objectives }: StrategyResult): boolean =>
  objectives.every(({ met }) => met);

/** Whether a strategy does all that was promised and keeps any point at all. */
export const keepsPromises = (strategy: StrategyResult): boolean =>
  meetsAll(strategy) && !keepsNothing(strategy);

/** Whether anything is promised beside the schedules, which always are. */
const isAsked = ({ objectives }: StrategyResult): boolean =>
  objectives.some(({ name }) => name !== 'schedule');

const keepsNothing = ({ points }: StrategyResult): boolean => points.kept.mean === 0;

/**
 * Which strategy to take of those that meet every objective, and what decided it. The order in the
 * file never does.
 *
 * @param rented names of the stores that hold whatever is put into them.
 */
export function adviceOf(
  strategies: readonly StrategyResult[],
  rented: ReadonlySet<string>,
): Advice {
  const fit = strategies.filter(keepsPromises);
  const { best, because } = choose(fit);
  if (!best) return { take: null, why: whyNone(strategies), others: [], hangsOn: null };
  const promise = isAsked(best) ? 'meets every objective' : pointsLeft(best);
  const rivals =
    fit.length > 1
      ? because
      : `it is the only one (${inWords('bytes', best.stored.peak.p50)} at the peak)`;
  return {
    take: best.name,
    why: `${leavesOut(best)}${promise}; ${rivals}${butLate(best)}${butFull(best, fit.length > 1)}${neverFull(best, rented)}`,
    others: strategies
      .filter((one) => one !== best)
      .map((one) => besideOf(one, best))
      .sort((a, b) => (a.strategy < b.strategy ? -1 : 1)),
    hangsOn: null,
  };
}

/** How many of the runs due leave a point, where nothing else is promised. */
function pointsLeft({ objectives, failed }: StrategyResult): string {
  const least = objectives.reduce((so, { value }) => Math.min(so, value?.p50 ?? 0), 1);
  const runs = least < 1 ? `at least ${inWords('share', least)} of the runs due` : 'every run due';
  // Those that found no room or were cut off are in the share.
  const byChance = least === 1 && failed.mean > 0 ? ', but for those that fail by chance' : '';
  return `leaves a point of ${runs}${byChance}`;
}

/** What another strategy breaks, and what it costs more. */
function besideOf(other: StrategyResult, best: StrategyResult): Advice['others'][number] {
  const misses = [...missedBy(other)];
  const isWhole = other.cost?.complete && best.cost?.complete;
  return {
    strategy: other.name,
    misses: misses.length === 0 && keepsNothing(other) ? ['a point that is kept'] : misses,
    dearer: isWhole ? (other.cost?.total.p50 ?? 0) - (best.cost?.total.p50 ?? 0) : null,
  };
}

/** What has no backup at all is said before anything else. */
const leavesOut = ({ unprotected }: StrategyResult): string =>
  unprotected.length > 0 ? `leaves ${listed(unprotected)} without a backup; it ` : '';

/** A window that is declared and not promised is said to be missed even of the best. */
function butLate({ objectives, window: { fits } }: StrategyResult): string {
  if (fits === null || fits.p50 >= 1 || objectives.some(({ name }) => name === 'window')) return '';
  return `; but in ${inWords('share', 1 - fits.p50)} of the nights its jobs do not fit the window`;
}

/** A store that fills is told even of the best: from then on jobs leave no points. */
function butFull({ stored: { fullOn } }: StrategyResult, rivals: boolean): string {
  if (fullOn.never === 1) return '';
  const share = fullOn.never > 0 ? ` in ${inWords('share', 1 - fullOn.never)} of the trials` : '';
  return `; but${rivals ? ', as with the others,' : ''} a store is full before the end${share}`;
}

/** Stores of which nobody knows how much they hold are taken never to fill, which is an assumption. */
function neverFull({ stored }: StrategyResult, rented: ReadonlySet<string>): string {
  const unknown = stored.byStore.flatMap(({ store, capacity, peak }) =>
    capacity === null && peak.mean > 0 && !rented.has(store) ? [store] : [],
  );
  if (unknown.length === 0) return '';
  const [have, they] = unknown.length === 1 ? ['has', 'it is'] : ['have', 'they are'];
  return `; ${listed(unknown)} ${have} no capacity, so ${they} taken never to fill`;
}

/** Says what the strategy lacks that lacks least, or that none keeps anything. */
function whyNone(strategies: readonly StrategyResult[]): string {
  const lacks = (one: StrategyResult): number => missedBy(one).length + (keepsNothing(one) ? 1 : 0);
  const least = strategies.reduce((fewest, one) => Math.min(fewest, lacks(one)), Infinity);
  const { best } = choose(strategies.filter((one) => lacks(one) === least));
  if (!best) return 'there is no strategy';
  const missed = missedBy(best);
  const words = listed([
    ...(missed.length > 0 ? [`misses ${listed(missed)}`] : []),
    ...(keepsNothing(best) ? ['keeps no point'] : []),
  ]);
  if (strategies.length === 1) return `${best.name} ${words}`;
  if (!isAsked(best) && missed.length === 0)
    return `none of the ${strategies.length} keeps a point`;
  return `${best.name} comes nearest${missed.length > 0 ? '; it' : ', but it'} ${words}`;
}

/** What a strategy misses, rules by their names; a rule that is undecided may yet be kept. */
const missedBy = ({ objectives, rules }: StrategyResult): readonly string[] =>
  objectives
    .filter(({ met }) => !met)
    .map((objective) => {
      if (objective.undecided !== undefined) return `${objective.name} (${objective.undecided})`;
      const isOpen = rules.some(
        (one) => one.rule === objective.rule && one.verdict === 'undecided',
      );
      return isOpen ? `${objective.rule} (undecided)` : objectiveLabel(objective);
    });
