import { quantileSorted } from 'simple-statistics';
import type { Interval } from './interval.ts';

/** The least number of samples from which a median has a 95 % interval. */
export const LEAST_FOR_MEDIAN = 6;

const MOST_OUTSIDE = 0.05;

/**
 * A median with its 95 % interval between two of the samples, whatever their distribution: the
 * number of them that lie below the true median is binomial with a half (Conover 1999, Practical
 * Nonparametric Statistics, section 3.2). Fewer than six samples have no such interval: its ends
 * are infinite.
 *
 * @throws Error where there are no samples.
 * @example
 * medianInterval([3, 1, 2, 5, 4, 6]) // { value: 3.5, low: 1, high: 6 }
 * medianInterval([1, 2]) // { value: 1.5, low: -Infinity, high: Infinity }
 */
export function medianInterval(samples: ArrayLike<number>): Interval {
  const sorted = Array.from(Float64Array.from(samples).sort());
  const value = quantileSorted(sorted, 0.5);
  const { length } = sorted;
  if (length < LEAST_FOR_MEDIAN) return { value, low: -Infinity, high: Infinity };
  // The chance that at most `cut` samples lie below the median, and as many above.
  let chance = 0.5 ** length;
  let tail = chance;
  let cut = 0;
  for (;;) {
    chance *= (length - cut) / (cut + 1);
    if (2 * (tail + chance) > MOST_OUTSIDE) break;
    tail += chance;
    cut++;
  }
  return { value, low: sorted[cut] as number, high: sorted[length - 1 - cut] as number };
}
