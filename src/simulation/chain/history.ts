import { newArena, take } from '../arena.ts';

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
  readonly filesNeeded: Float64Array;
  readonly source: Float64Array;
  /**
   * Bytes of the reverse increment that a point left behind when the full moved on; NaN where it stayed
   * a full. Empty in other styles.
   */
  left: Float64Array;
}

const NONE = new Float64Array();

/** The history of so many runs before the first of them. */
export const newHistory = (runs: number, arena = newArena()): History => ({
  time: take(arena, runs),
  usable: take(arena, runs).fill(Infinity),
  gone: take(arena, runs).fill(Infinity),
  reads: take(arena, runs),
  filesNeeded: take(arena, runs),
  source: take(arena, runs),
  left: NONE,
});
