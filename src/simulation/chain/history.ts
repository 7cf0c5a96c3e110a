/**
 * When the points of one chain could be used, and what a restore of each has to read: by the number
 * of their run. What was never made has `usable` Infinity.
 */
export interface History {
  /** Instant of the run that a point holds. */
  readonly time: Float64Array;
  /** Instants from which it could be used, and at which it was removed; Infinity: it is there. */
  readonly usable: Float64Array;
  readonly gone: Float64Array;
  /** Stored bytes that its restore reads, files among which they lie, and source bytes it gives. */
  readonly reads: Float64Array;
  readonly pieces: Float64Array;
  readonly source: Float64Array;
  /**
   * Bytes of the reverse increment that a point left behind when the full moved on; NaN where it stayed
   * a full. Empty in other styles.
   */
  left: Float64Array;
}

const NONE = new Float64Array();

/** Room for the points of so many runs. */
export const newHistory = (runs: number): History => ({
  time: new Float64Array(runs),
  usable: new Float64Array(runs).fill(Infinity),
  gone: new Float64Array(runs).fill(Infinity),
  reads: new Float64Array(runs),
  pieces: new Float64Array(runs),
  source: new Float64Array(runs),
  left: NONE,
});
