import { quantileSorted } from 'simple-statistics';
import type { Interval } from './interval.ts';
import { effectiveTrials, wilson } from './share-interval.ts';

/**
 * A quantile over the trials with its 95 % interval: the order statistics at the ends of the
 * interval for the share that lies below it (Woodruff 1952, J. Am. Stat. Assoc. 47, 635-646).
 * Nothing is assumed of the distribution; ends beyond what was seen are the least and the most.
 *
 * @param values of all trials, in the order of their numbers.
 * @throws Error where there are none.
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
