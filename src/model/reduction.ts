/** What is left of the bytes after deduplication and compression. See docs/model.md, "Reduction". */

/** How well bytes reduce. */
export interface Reduction {
  /** bytes before reduction */
  readonly bytes: number;
  /** share that is stored already, 0 to 1 */
  readonly duplicates: number;
  /** compression ratio of the rest; 2 leaves half, 1 leaves all, below 1 grows */
  readonly compressibility: number;
  /** share added by the tool's own format, on what is left */
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
