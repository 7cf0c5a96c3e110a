/** What came of a promise in one replication, and where: indices into the plan. */
export interface Outcome {
  readonly value: number;
  readonly workload?: number;
  readonly disaster?: number;
  /** Instant at which it was broken first, and why. */
  readonly since?: number;
  readonly why?: string;
}
