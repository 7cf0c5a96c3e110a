import { NETS, netOf } from '../random/net.ts';

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
