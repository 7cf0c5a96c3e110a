import { normalQuantile } from '../random/normal-quantile.ts';

/** An estimate with its 95 % confidence interval, all in the unit of the figure. */
export interface Interval {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** Half the width of an interval. */
export const halfWidth = ({ low, high }: Interval): number => (high - low) / 2;

/** The quantile at the upper end of a two-sided 95 % interval: each tail has 2.5 %. */
export const BOTH_TAILS = 0.975;

/** The standard normal quantile of a 95 % interval. */
export const Z95 = normalQuantile(BOTH_TAILS);
