import { mean, sampleVariance } from 'simple-statistics';
import { NETS } from '../random/net.ts';
import { BOTH_TAILS, type Interval, Z95 } from './interval.ts';
import { fillsNets, netMeans } from './net-means.ts';
import { studentQuantile } from './student-quantile.ts';

/**
 * The 95 % interval of a probability that is estimated as a share of `count` independent trials
 * (Wilson 1927, J. Am. Stat. Assoc. 22, 209-212). It stays within 0 to 1, and has a positive width
 * even for shares 0 and 1.
 *
 * @example
 * wilson(0.95, 1000) // { value: 0.95, low: 0.9347, high: 0.9619 }
 */
export function wilson(share: number, count: number): Interval {
  const weight = Z95 ** 2 / count;
  const middle = (share + weight / 2) / (1 + weight);
  const reach = (Z95 / (1 + weight)) * Math.sqrt((share * (1 - share) + weight / 4) / count);
  return {
    value: share,
    // Rounding must not move the interval away from the share or beyond 0 to 1.
    low: Math.max(0, Math.min(share, middle - reach)),
    high: Math.min(1, Math.max(share, middle + reach)),
  };
}

/**
 * Effective number of trials: the number of independent trials that would estimate a share as
 * precisely as these trials on nets. Its variance p (1 - p) / n equals that of the nets, corrected
 * by the ratio of Student's quantile to the normal one (Korn and Graubard 1998, Survey Methodology
 * 24, 193-201). The variance between nets is taken to be at least that of rounding to one point of
 * a net.
 *
 * @param met 1 for each trial in which the event happened, else 0, in the order of their numbers.
 */
export function effectiveTrials(met: ArrayLike<number>): number {
  const share = mean(Array.from(met));
  if (!fillsNets(met.length) || share === 0 || share === 1) return met.length;
  const grain = (NETS / met.length) ** 2 / 12;
  const variance = Math.max(sampleVariance(netMeans(met)), grain) / NETS;
  const wider = studentQuantile(BOTH_TAILS, NETS - 1) / Z95;
  return (share * (1 - share)) / (variance * wider ** 2);
}

/**
 * The probability of an event with its 95 % interval: Wilson's, with the effective number of
 * trials.
 *
 * @param met 1 for each trial in which the event happened, else 0, in the order of their numbers.
 * @throws Error if there are no trials.
 * @example
 * shareInterval([1, 1, 1, 0]) // { value: 0.75, low: 0.30, high: 0.95 }
 */
export const shareInterval = (met: ArrayLike<number>): Interval =>
  wilson(mean(Array.from(met)), effectiveTrials(met));
