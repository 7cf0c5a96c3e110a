import type { Outcome, Path } from './outcome.ts';

/**
 * A directory that backcast made and marked: the only place on this machine where a benchmark
 * writes or deletes. Every path passed to a method is absolute and must lie below it, after all
 * links of its folders are resolved; any other path is a bug and throws. File system errors are
 * returned as faults.
 */
export interface WorkDirectory {
  /** Absolute, with all links resolved. */
  readonly path: string;
  /** Makes a directory and its missing ancestors; an existing directory is no fault. */
  makeDirectory(path: Path): Outcome<void>;
  /**
   * Opens a file for writing: a new one, an empty one that replaces the old, or the old one
   * unchanged.
   */
  open(path: Path, how: 'new' | 'empty' | 'as it is'): Outcome<WritableFile>;
  /**
   * Makes a file with this content, and ends when it is on the device. Several go on at once, as
   * many as `UV_THREADPOOL_SIZE` says.
   */
  writeThrough(path: Path, content: Uint8Array): Promise<Outcome<void>>;
  /** Removes a file; like `writeThrough`, several go on at once. */
  removeFile(path: Path): Promise<Outcome<void>>;
  makeLink(path: Path, target: Path): Outcome<void>;
  makeHardLink(path: Path, existing: Path): Outcome<void>;
  rename(from: Path, to: Path): Outcome<void>;
  /**
   * Removes a file, a link, or a directory with its content; follows no links. Absence is no fault.
   */
  remove(path: Path): Outcome<void>;
  setMode(path: Path, mode: number): Outcome<void>;
  /** Sets the modification time, of a link itself too; nanoseconds since 1970. */
  setModified(path: Path, modified: bigint): Outcome<void>;
  /** Bytes that users other than root may still write. */
  free(): Outcome<number>;
}

/** An open file; the caller that opened it closes it. */
export interface WritableFile {
  write(bytes: Uint8Array, position: number): Outcome<void>;
  truncate(size: number): Outcome<void>;
  /** Waits until the written data is on the device and would survive a power failure. */
  flush(): Outcome<void>;
  close(): void;
}
