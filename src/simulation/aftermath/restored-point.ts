/** The restore of one point without other load; times in seconds, bytes as stored. */
export interface Recovery {
  readonly workload: number;
  /** The store that it is read from. */
  readonly store: number;
  readonly pointTime: number;
  /** Number of files read. */
  readonly chain: number;
  readonly bytesRead: number;
  readonly seconds: number;
  readonly terms: RecoveryTerms;
}

/** The terms of a restore; they sum to its seconds. */
export interface RecoveryTerms {
  readonly prepare: number;
  readonly move: number;
  readonly latency: number;
  readonly verify: number;
  readonly finish: number;
}
