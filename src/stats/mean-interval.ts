import { mean, sampleStandardDeviation } from 'simple-statistics';
import { NETS, netOf } from '../random/net.ts';
import { BOTH_TAILS, type Interval } from './interval.ts';
import { studentQuantile } from './student-quantile.ts';

/** Smallest number of points per net; with fewer, trials count as independent. */
const LEAST_POINTS = 2;

/**
 * Whether there are enough trials to estimate the error from the spread of the nets instead of the
 * trials.
 */
export const fillsNets = (trials: number): boolean => trials >= NETS * LEAST_POINTS;

/**
 * The mean of each net.
 *
 * @param values of all trials, in the order of their numbers.
 * @example
 * netMeans(Array.from({ length: 32 }, (_, trial) => trial)) // [8, 9, 10, …, 23]
 */
export function netMeans(values: ArrayLike<number>): number[] {
  const sums = new Float64Array(NETS);
  const counts = new Float64Array(NETS);
  for (let trial = 0; trial < values.length; trial++) {
    const net = netOf(trial);
    sums[net] = (sums[net] as number) + (values[trial] as number);
    counts[net] = (counts[net] as number) + 1;
  }
  return Array.from(sums, (sum, net) => sum / (counts[net] as number));
}

/**
 * The mean over the trials with its 95 % interval by Student's t. The interval uses the means of
 * the nets: nets are independent of each other, the points within a net are not (L'Ecuyer and
 * Lemieux 2002, "Recent advances in randomized quasi-Monte Carlo methods"). If there are too few
 * trials for nets, the trials count as independent. A single trial has an infinite interval.
 *
 * @param values of all trials, in the order of their numbers.
 * @throws Error if there are no trials.
 * @example
 * meanInterval([1, 2, 3]) // { value: 2, low: -0.48…, high: 4.48… }
 */
export function meanInterval(values: ArrayLike<number>): Interval {
  const value = mean(Array.from(values));
  if (values.length === 1) return { value, low: -Infinity, high: Infinity };
  const independent = fillsNets(values.length) ? netMeans(values) : Array.from(values);
  const { length } = independent;
  const error = sampleStandardDeviation(independent) / Math.sqrt(length);
  const reach = studentQuantile(BOTH_TAILS, length - 1) * error;
  return { value, low: value - reach, high: value + reach };
}
