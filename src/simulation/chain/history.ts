import { newArena, take } from '../arena.ts';

/**
 * When the points of one chain were usable, and what a restore of each reads. All arrays are
 * indexed by run number. `usable` is Infinity for points that were never made.
 */
export interface History {
  /** Instant of the run whose data the point holds. */
  readonly time: Float64Array;
  /** Instant from which the point is usable. */
  readonly usable: Float64Array;
  /** Instant at which it was removed; Infinity while it exists. */
  readonly gone: Float64Array;
  /** Stored bytes that its restore reads. */
  readonly reads: Float64Array;
  /** Number of files that its restore reads. */
  readonly filesNeeded: Float64Array;
  /** Source bytes that its restore produces. */
  readonly source: Float64Array;
  /**
   * Bytes of the reverse increment that a point became when the full moved on to the next run; NaN
   * if it stayed a full. Empty in other styles.
   */
  left: Float64Array;
  /**
   * Bytes that the run of a point wrote, and the run whose point the rest comes from, -1 for none.
   * Empty unless objects lie in different classes as they age.
   */
  readonly own: Float64Array;
  readonly before: Float64Array;
}

const NONE = new Float64Array();

/** A history for so many runs, before the first of them. `aging`: whether ages of bytes matter. */
export const newHistory = (runs: number, arena = newArena(), aging = false): History => ({
  time: take(arena, runs),
  usable: take(arena, runs).fill(Infinity),
  gone: take(arena, runs).fill(Infinity),
  reads: take(arena, runs),
  filesNeeded: take(arena, runs),
  source: take(arena, runs),
  left: NONE,
  own: aging ? take(arena, runs) : NONE,
  before: aging ? take(arena, runs) : NONE,
});
