import { quantileSorted } from 'simple-statistics';
import type { Interval } from './interval.ts';
import { effectiveTrials, wilson } from './share-interval.ts';

/**
 * A quantile over the trials with its 95 % interval. The ends are the sample quantiles at the ends
 * of the interval for the share of values below the quantile (Woodruff 1952, J. Am. Stat. Assoc.
 * 47, 635-646). No distribution is assumed; the interval never exceeds the range of the values.
 *
 * @param values of all trials, in the order of their numbers.
 * @throws Error if there are no trials.
 * @example
 * quantileInterval(Array.from({ length: 1000 }, (_, trial) => trial), 0.95) // { value: 949.05, … }
 */
export function quantileInterval(values: ArrayLike<number>, share: number): Interval {
  const sorted = Array.from(Float64Array.from(values).sort());
  const value = quantileSorted(sorted, share);
  const below = Uint8Array.from(values, (one) => (one <= value ? 1 : 0));
  const { low, high } = wilson(share, effectiveTrials(below));
  return { value, low: quantileSorted(sorted, low), high: quantileSorted(sorted, high) };
}
