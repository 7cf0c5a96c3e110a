/** One thing in a tree: what a restore has to bring back. */
export interface Entry {
  /** Bytes, relative to the root, parts joined by `/`; empty for the root itself, which is not listed. */
  readonly path: Uint8Array;
  readonly kind: 'file' | 'directory' | 'link';
  /** Bytes of a file; 0 for others. */
  readonly size: number;
  /** Permission bits, e.g. 0o644; those of a link mean nothing. */
  readonly mode: number;
  /** Nanoseconds since 1970; that of a directory is compared too, where the tool keeps it. */
  readonly modified: bigint;
  /** Where a link points; empty for others. */
  readonly target: Uint8Array;
  /** Hex of the contents' digest by the manifest's method; empty for others than files. */
  readonly digest: string;
}
