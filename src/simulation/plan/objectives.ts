import type { Fraction, Seconds } from '../../units/quantity.ts';

/**
 * What is promised: longest gap and longest restore, share of nights, share of the capacity, and
 * the names of rules to keep.
 */
export interface Objectives {
  readonly rpo?: Seconds;
  readonly rto?: Seconds;
  readonly window?: Fraction;
  readonly fill?: Fraction;
  /** In the currency of the answers, a second. */
  readonly cost?: number;
  readonly rules?: readonly string[];
}
