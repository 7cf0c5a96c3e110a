import type { PassedOver } from '../../simulation/aftermath/passed-over.ts';

/** What came of a promise in one replication, and where: indices into the plan. */
export interface Outcome {
  readonly value: number;
  readonly workload?: number;
  readonly disaster?: number;
  /** The store that is restored from, whose points lie furthest apart, or that fills. */
  readonly store?: number;
  /** Instant at which it was broken first, or at which the worst value began; and why. */
  readonly since?: number;
  readonly why?: string;
  /** A store of which nothing says how fast it gives data back, so that the value is not known. */
  readonly unlimited?: number;
  /** Seconds: how old the point is that is restored. */
  readonly pointAge?: number;
  /** Copies that do not help, and why. */
  readonly others?: readonly PassedOver[];
}
