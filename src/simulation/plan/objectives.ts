import type { Fraction, Seconds } from '../../units/quantity.ts';

/** Targets of one workload, or for one disaster; the most specific one is judged. */
export interface OwnObjectives {
  readonly rpo?: Seconds;
  readonly rto?: Seconds;
}

/**
 * Targets to meet.
 *
 * @property rpo, rto longest gap between points, longest restore.
 * @property window share of window occurrences in which all jobs fit.
 * @property fill largest share of the usable capacity that stores may reach.
 * @property rules names of rules to comply with.
 */
export interface Objectives extends OwnObjectives {
  /** Share of the runs due, of each protection, that must leave a point. */
  readonly schedule: Fraction;
  /** Seconds from the start until everything must be seeded. */
  readonly protectedBy?: Seconds;
  /** Share of the trials in which a promise must hold. */
  readonly confidence: Fraction;
  readonly window?: Fraction;
  readonly fill?: Fraction;
  /** Largest cost, in the report currency per second. */
  readonly cost?: number;
  readonly rules?: readonly string[];
}
