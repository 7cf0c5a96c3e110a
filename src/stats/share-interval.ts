import { mean, sampleVariance } from 'simple-statistics';
import { NETS } from '../random/net.ts';
import { BOTH_TAILS, type Interval, Z95 } from './interval.ts';
import { fillsNets, netMeans } from './mean-interval.ts';
import { studentQuantile } from './student-quantile.ts';

/**
 * The 95 % interval of a chance that was seen as a share of so many independent trials (Wilson
 * 1927, J. Am. Stat. Assoc. 22, 209-212). It never leaves 0 to 1, and stays open where all or none
 * were met.
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
    // Rounding must part the interval neither from the share nor from 0 to 1.
    low: Math.max(0, Math.min(share, middle - reach)),
    high: Math.min(1, Math.max(share, middle + reach)),
  };
}

/**
 * How many independent trials would tell a share as well as these, whose points lie in nets: those
 * whose variance p (1 - p) / n is that of the nets, with a normal quantile for Student's (Korn and
 * Graubard 1998, Survey Methodology 24, 193-201). Nets are never taken to know a share more finely
 * than to the place of one point.
 *
 * @param met 1 for each trial in which it was met, else 0, in the order of their numbers.
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
 * The chance of something that was met or not met in each trial, with its 95 % interval: Wilson's,
 * of as many independent trials as the nets are worth.
 *
 * @param met 1 for each trial in which it was met, else 0, in the order of their numbers.
 * @throws Error where there are none.
 * @example
 * shareInterval([1, 1, 1, 0]) // { value: 0.75, low: 0.30, high: 0.95 }
 */
export const shareInterval = (met: ArrayLike<number>): Interval =>
  wilson(mean(Array.from(met)), effectiveTrials(met));
