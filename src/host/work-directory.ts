import type { Outcome, Path } from './outcome.ts';

/**
 * A directory that backcast made and marked, and the only place of this machine where a benchmark
 * writes or deletes. Every path that a method takes is absolute and must lie below it, after all
 * links of its folders are resolved; any other is a bug and throws. What the file system refuses
 * comes back as a fault.
 */
export interface WorkDirectory {
  /** Absolute, all links resolved. */
  readonly path: string;
  /** Makes a directory, and those above it. */
  makeDirectory(path: Path): Outcome<void>;
  /** Opens a file for writing: a new one, an empty one in place of the old, or the old as it is. */
  open(path: Path, how: 'new' | 'empty' | 'as it is'): Outcome<WritableFile>;
  makeLink(path: Path, target: Path): Outcome<void>;
  makeHardLink(path: Path, existing: Path): Outcome<void>;
  rename(from: Path, to: Path): Outcome<void>;
  /** Removes a file, a link, or a directory with all in it; follows no link; nothing there is fine. */
  remove(path: Path): Outcome<void>;
  setMode(path: Path, mode: number): Outcome<void>;
  /** Sets when an entry was last modified, of a link itself too; nanoseconds since 1970. */
  setModified(path: Path, modified: bigint): Outcome<void>;
  /** Bytes that may still be written, to those who are not root. */
  free(): Outcome<number>;
}

/** An open file, to be closed by whoever opened it. */
export interface WritableFile {
  write(bytes: Uint8Array, position: number): Outcome<void>;
  truncate(size: number): Outcome<void>;
  /** Waits until what was written is on the device, where no power cut takes it away. */
  flush(): Outcome<void>;
  close(): void;
}
