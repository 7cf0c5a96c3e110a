import { LEAST_TRIALS_FOR_INTERVAL } from './estimate.ts';
import { halfWidth } from './interval.ts';
import { quantileInterval } from './quantile-interval.ts';
import { effectiveTrials, wilson } from './share-interval.ts';

/**
 * The figures to estimate: their values in the trials so far, in the order of the trial numbers.
 */
export interface Wanted {
  /** By promise: 1 for each trial in which it was kept, else 0. */
  readonly promises: readonly ArrayLike<number>[];
  /** By figure: its value in each trial; its 95 % point is estimated. */
  readonly amounts: readonly ArrayLike<number>[];
}

/**
 * Targets for the half-width of intervals: one percentage point for a probability, 2 % of the value
 * for a 95 % point.
 */
const CHANCE = 0.01;
const AMOUNT = 0.02;

/** The quantile of amounts that is estimated. */
const HIGH = 0.95;

/**
 * Number of trials needed until the half-width of each 95 % interval is at most one percentage
 * point for the probability of each promise, and 2 % of the value for the 95 % point of each
 * amount. Intervals are assumed to narrow as with independent trials; nets do no worse.
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
  // If the quantile is 0, the larger end of the interval sets the scale.
  const size = Math.abs(interval.value) || Math.max(-interval.low, interval.high);
  return Math.ceil(values.length * (open / (AMOUNT * size)) ** 2);
}
