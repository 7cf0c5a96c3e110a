import { LEAST_TRIALS_FOR_INTERVAL } from './estimate.ts';
import { halfWidth } from './interval.ts';
import { quantileInterval } from './quantile-interval.ts';
import { effectiveTrials, wilson } from './share-interval.ts';

/** What is to be known, as it came out in the trials that there are, in the order of their numbers. */
export interface Wanted {
  /** For each promise, 1 for each trial in which it was kept, else 0. */
  readonly promises: readonly ArrayLike<number>[];
  /** Figures whose 95 % point is to be known. */
  readonly amounts: readonly ArrayLike<number>[];
}

/** A chance is known well enough to one point of a hundred, a 95 % point to 2 % of itself. */
const CHANCE = 0.01;
const AMOUNT = 0.02;

/** The quantile of amounts that is to be known. */
const HIGH = 0.95;

/**
 * How many trials are needed until the half-width of each 95 % interval is at most one point for the
 * chance of each promise, and 2 % for the 95 % point of each amount. More trials are taken to narrow
 * an interval as independent ones would; nets do no worse.
 *
 * @example
 * trialsNeeded({ promises: [[1, 0, 1, 0, …]], amounts: [] }) // 9600 where each is independent
 */
export function trialsNeeded({ promises, amounts }: Wanted): number {
  return Math.max(
    LEAST_TRIALS_FOR_INTERVAL,
    ...promises.map(trialsForChance),
    ...amounts.map(trialsForAmount),
  );
}

function trialsForChance(met: ArrayLike<number>): number {
  let kept = 0;
  for (let trial = 0; trial < met.length; trial++) kept += met[trial] as number;
  const share = kept / met.length;
  const worth = effectiveTrials(met) / met.length;
  const isEnough = (trials: number): boolean => halfWidth(wilson(share, trials * worth)) <= CHANCE;
  let most = 1;
  while (!isEnough(most)) most *= 2;
  let least = most / 2;
  while (most - least > 1) {
    const middle = Math.floor((least + most) / 2);
    if (isEnough(middle)) most = middle;
    else least = middle;
  }
  return most;
}

function trialsForAmount(values: ArrayLike<number>): number {
  const interval = quantileInterval(values, HIGH);
  const open = halfWidth(interval);
  if (open === 0) return 0;
  // Where the point is 0, its own size is no measure.
  const size = Math.abs(interval.value) || Math.max(-interval.low, interval.high);
  return Math.ceil(values.length * (open / (AMOUNT * size)) ** 2);
}
