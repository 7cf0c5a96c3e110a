import { quantileSorted } from 'simple-statistics';
import type { Interval } from './interval.ts';

/** Smallest number of samples for which a median has a 95 % interval. */
export const LEAST_FOR_MEDIAN = 6;

const MOST_OUTSIDE = 0.05;

/**
 * A median with its 95 % interval, whose ends are two of the samples. It holds for any
 * distribution: the number of samples below the true median is binomial with probability 1/2
 * (Conover 1999, Practical Nonparametric Statistics, section 3.2). With fewer than six samples the
 * interval is infinite.
 *
 * @throws Error if there are no samples.
 * @example
 * medianInterval([3, 1, 2, 5, 4, 6]) // { value: 3.5, low: 1, high: 6 }
 * medianInterval([1, 2]) // { value: 1.5, low: -Infinity, high: Infinity }
 */
export function medianInterval(samples: ArrayLike<number>): Interval {
  const sorted = Array.from(Float64Array.from(samples).sort());
  const value = quantileSorted(sorted, 0.5);
  const { length } = sorted;
  if (length < LEAST_FOR_MEDIAN) return { value, low: -Infinity, high: Infinity };
  // `tail` is the probability that at most `cut` samples lie below the median; the same holds above
  // it.
  let probability = 0.5 ** length;
  let tail = probability;
  let cut = 0;
  for (;;) {
    probability *= (length - cut) / (cut + 1);
    if (2 * (tail + probability) > MOST_OUTSIDE) break;
    tail += probability;
    cut++;
  }
  return { value, low: sorted[cut] as number, high: sorted[length - 1 - cut] as number };
}
