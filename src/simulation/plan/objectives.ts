import type { Fraction, Seconds } from '../../units/quantity.ts';

/**
 * Targets to meet.
 *
 * @property rpo, rto longest gap between points, longest restore.
 * @property window share of window occurrences in which all jobs fit.
 * @property fill largest share of the usable capacity that stores may reach.
 * @property rules names of rules to comply with.
 */
export interface Objectives {
  readonly rpo?: Seconds;
  readonly rto?: Seconds;
  readonly window?: Fraction;
  readonly fill?: Fraction;
  /** Largest cost, in the report currency per second. */
  readonly cost?: number;
  readonly rules?: readonly string[];
}
