import { normalQuantile } from '../random/normal-quantile.ts';

/** An estimate and the ends of its 95 % confidence interval, all in the unit of the figure. */
export interface Interval {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** Half of what an interval leaves open. */
export const halfWidth = ({ low, high }: Interval): number => (high - low) / 2;

/** The point of a distribution up to which both tails together leave out 5 %. */
export const BOTH_TAILS = 0.975;

/** The standard normal quantile that goes with 95 %. */
export const Z95 = normalQuantile(BOTH_TAILS);
