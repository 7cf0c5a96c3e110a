/** What checking took: seconds as they passed and of all cores, and what it leaves unseen. */
export interface Verification {
  count: number;
  seconds: number;
  bytes: number;
  coreSeconds: number;
  /** Seconds for which silent damage goes unseen, on average, of the copy that fares worst. */
  exposure: number;
}
