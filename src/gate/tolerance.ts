import { max, median, min } from 'simple-statistics';
import type { Judgement } from './judgement.ts';
import { unitOf } from './metric.ts';
import type { Sample } from './sample.ts';

/** The part of a limit by which an amount may vary from run to run and still count as exact. */
const STEADY_PART = 0.5;

/** Pairs of which it is believed that an amount does not vary; fewer may be alike by chance. */
export const STEADY_PAIRS = 5;

/** Whether values differ by so little of a limit that the limit can be held to any of them. */
export const varyLittle = (values: readonly number[], limit: number): boolean =>
  max([...values]) <= min([...values]) * (1 + limit * STEADY_PART);

/** Whether a sample needs a test: times do, and amounts of which the ratio varies from pair to pair. */
export const isTested = ({ clock, pairs, limit }: Sample): boolean =>
  clock !== null || (pairs.every(isSomething) && !varyLittle(pairs.map(ratioOf), limit));

const isSomething = ({ before, after }: Sample['pairs'][number]): boolean =>
  before > 0 && after > 0;

/** After ÷ before; 1 where both are nothing. */
const ratioOf = ({ before, after }: Sample['pairs'][number]): number =>
  before === after ? 1 : after / before;

/** Judges an amount that is not tested, by the median of the ratios of its pairs. */
export function exactly({ pairs, ...about }: Sample): Judgement {
  const ratios = pairs.map(ratioOf);
  const [before, after] = [
    median(pairs.map((pair) => pair.before)),
    median(pairs.map((pair) => pair.after)),
  ];
  const found = byTolerance(about, { before, after, ratio: median(ratios), pairs: pairs.length });
  if (pairs.length < STEADY_PAIRS) {
    const note = `fewer than ${STEADY_PAIRS} pairs do not show whether it varies`;
    return { ...found, verdict: 'cannot tell', note };
  }
  const isClear = varyLittle(ratios, about.limit) || min(ratios) > 1 + about.limit;
  if (isClear) return found;
  return { ...found, verdict: 'cannot tell', note: 'it varies, and is nothing in some runs' };
}

/** Two sides of an amount that hardly varies. */
interface Exact {
  readonly before: number;
  readonly after: number;
  readonly ratio: number;
  readonly pairs: number;
}

/** Holds the ratio of an amount to its limit; an amount out of nothing has none, and is more. */
export function byTolerance(
  { scenario, metric, limit }: Pick<Sample, 'scenario' | 'metric' | 'limit'>,
  { before, after, ratio, pairs }: Exact,
): Judgement {
  const known = Number.isFinite(ratio) ? ratio : null;
  return {
    ...{ scenario, metric, clock: null, unit: unitOf(metric), limit, how: 'exact', before, after },
    verdict: ratio > 1 + limit ? 'worse' : ratio < 1 / (1 + limit) ? 'better' : 'same',
    pairs,
    ...{ ratio: known, low: known, high: known },
    ...{ chance: null, detectable: null, needed: null, note: null },
  };
}
