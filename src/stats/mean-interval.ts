import { mean, sampleStandardDeviation } from 'simple-statistics';
import { NETS, netOf } from '../random/net.ts';
import { BOTH_TAILS, type Interval } from './interval.ts';
import { studentQuantile } from './student-quantile.ts';

/** Fewer points than this in each net are no net: such trials count as independent. */
const LEAST_POINTS = 2;

/** Whether so many trials fill nets, so that the nets, and not the trials, tell the error. */
export const fillsNets = (trials: number): boolean => trials >= NETS * LEAST_POINTS;

/**
 * The mean of each net, of the values of all trials in order.
 *
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
 * The mean over the trials with its 95 % interval, after Student: over the means of the nets, which
 * are independent of each other as the points of one net are not (L'Ecuyer and Lemieux 2002,
 * "Recent advances in randomized quasi-Monte Carlo methods"). Trials too few for nets are taken as
 * independent; a single one gives an interval without ends.
 *
 * @param values of all trials, in the order of their numbers.
 * @throws Error where there are none.
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
