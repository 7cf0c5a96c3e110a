/** An entry of a tree: what a restore has to reproduce. */
export interface Entry {
  /**
   * Path relative to the root, as bytes, components joined by `/`. The root itself is not listed.
   */
  readonly path: Uint8Array;
  readonly kind: 'file' | 'directory' | 'link';
  /** Bytes of a file; 0 for others. */
  readonly size: number;
  /** Permission bits, e.g. 0o644; meaningless for links. */
  readonly mode: number;
  /** Nanoseconds since 1970; for directories compared only if the tool keeps it. */
  readonly modified: bigint;
  /** Target of a link; empty for others. */
  readonly target: Uint8Array;
  /**
   * Hex digest of a file's content by the manifest's method; empty for others and without a method.
   */
  readonly digest: string;
}
