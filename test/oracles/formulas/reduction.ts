/** Bytes left after deduplication and compression. See docs/model.md, section "Reduction". */

/** Data, and how well it reduces. */
export interface Reduction {
  /** bytes before reduction */
  readonly bytes: number;
  /** share that is already stored, 0 to 1 */
  readonly duplicates: number;
  /** compression ratio of the rest: 2 halves it, 1 keeps it, values below 1 enlarge it */
  readonly compressibility: number;
  /** share that the tool's format adds to what is left */
  readonly overhead: number;
}

/**
 * Bytes that reach the store: `bytes * (1 - duplicates) / compressibility * (1 + overhead)`.
 *
 * @example stored({ bytes: 1e12, duplicates: 0.2, compressibility: 2, overhead: 0.01 }) // 404e9
 */
export function stored(reduction: Reduction): number {
  const { bytes, duplicates, compressibility, overhead } = reduction;
  return ((bytes * (1 - duplicates)) / compressibility) * (1 + overhead);
}
