import type { CacheState, Load, Machine } from './machine.ts';
import type { ObjectAccess, ObjectStore } from './object-store.ts';
import type { Outcome, Path } from './outcome.ts';
import type { Processes } from './processes.ts';
import type { WorkDirectory } from './work-directory.ts';

export type { CacheState, Load, Machine } from './machine.ts';
export type { ObjectAccess, ObjectStore } from './object-store.ts';
export type { Fault, Outcome, Path } from './outcome.ts';
export type { Command, Ended, Processes, Transfer, Usage } from './processes.ts';
export type { WorkDirectory, WritableFile } from './work-directory.ts';

/**
 * Everything the program does to the world outside goes through this interface; `node.ts` is the
 * real one, and tests may put another in its place.
 *
 * Calls that a walk makes millions of times are synchronous: a promise for each would cost more
 * than the call. Whoever makes many of them does so in `heedingSignals` and awaits `yieldNow` now
 * and then.
 */
export interface Host {
  readonly files: Files;
  readonly stdin: { read(limit: number): Promise<Outcome<Uint8Array>> };
  readonly stdout: Writer;
  readonly stderr: Writer;
  readonly clock: Clock;
  /** The value of an environment variable; undefined where it is not set. */
  environment(name: string): string | undefined;
  /** Bytes nobody can foretell, for keys; never for simulation. */
  randomBytes(length: number): Uint8Array;
  /** Lets pending signals and output through; await it about every 50 ms of computing. */
  yieldNow(): Promise<void>;
  /**
   * Does work that lets the event loop turn. Meanwhile Ctrl-C and SIGTERM remove what is half
   * written and end the program with 130 or 143; at all other times the system ends it at once, as
   * it ends any program, which shells show as the same numbers. Reading standard input and writing
   * files do this by themselves.
   */
  heedingSignals<T>(work: () => Promise<T>): Promise<T>;
  /** How many threads this machine lets the program run at the same time. */
  cores(): number;
  /**
   * Starts threads that do tasks of one kind beside this one; null where this Node cannot run the
   * module. They end with the program, whatever ends it.
   */
  threads(options: ThreadOptions): Promise<Threads | null>;
  readonly processes: Processes;
  /**
   * Opens a work directory: makes and marks it, or takes one that bears the mark.
   * @throws ProblemsFound for `/`, the home directory, one that is not empty and bears no mark, and
   *   one that holds a path of `apart` or lies in it.
   */
  openWorkDirectory(path: string, apart?: readonly string[]): Promise<WorkDirectory>;
  /** Opens a bucket; nothing is asked of the service before the first call. */
  objectStore(access: ObjectAccess): Promise<ObjectStore>;
  /** What this machine is, seen from a work directory. */
  machine(work: WorkDirectory): Machine;
  load(): Load;
  /** Empties the file cache of the whole machine, where that is allowed. */
  dropCaches(): Promise<CacheState>;
}

/** What threads do: the function `task` of a module is called with one argument. */
export interface ThreadOptions {
  readonly module: URL;
  readonly task: string;
  readonly count: number;
  /** Copied to each thread once, which finds it as the `workerData` of `node:worker_threads`. */
  readonly shared: unknown;
}

/** Threads, to be stopped by whoever started them. */
export interface Threads {
  readonly count: number;
  /**
   * Has the next free thread do a task; what goes in and comes out is copied.
   * @throws what the task throws, with the message and stack it had there.
   */
  run<Given, Done>(given: Given): Promise<Done>;
  /** Ends all threads, whatever they are doing. */
  stop(): Promise<void>;
}

/** A stream for text; `columns` is known on a terminal only. */
export interface Writer {
  readonly isTerminal: boolean;
  readonly columns: number | undefined;
  write(text: string): void;
}

/** The only clock there is: for when a walk began and how far it is; simulation knows none. */
export interface Clock {
  /** The time now, in milliseconds since 1970 (UTC). */
  now(): number;
  /** Seconds since some fixed moment; never runs backwards. */
  elapsed(): number;
}

/** What an entry of a folder is; devices are block and character devices alike. */
export type FileKind = 'file' | 'directory' | 'link' | 'fifo' | 'socket' | 'device';

/** What the file system says of one entry. Sizes are bytes, `modified` nanoseconds since 1970. */
export interface Facts {
  readonly kind: FileKind;
  readonly size: number;
  /** Bytes of the blocks that are allocated: less than `size` where the file has holes. */
  readonly allocated: number;
  readonly device: bigint;
  readonly inode: bigint;
  readonly links: number;
  /** Permission bits. */
  readonly mode: number;
  readonly modified: bigint;
  /** When the facts of the entry themselves last changed (ctime). */
  readonly changed: bigint;
}

/** The file system. What reading meets comes back as a `Fault`; writing throws `ProblemsFound`. */
export interface Files {
  /** Where temporary files of no particular home belong. */
  readonly temporaryFolder: string;
  /** Reads a whole file, a pipe too; `EFBIG` beyond `limit` bytes, without reading further. */
  read(path: string, limit: number): Promise<Outcome<Uint8Array>>;
  /** The absolute path with every link resolved. */
  realPath(path: string): Outcome<string>;
  /** Facts of the entry itself, not of what a link points to. */
  lstat(path: Path): Outcome<Facts>;
  openDirectory(path: Path): Outcome<Directory>;
  /** Where a link points. */
  readLink(path: Path): Outcome<Uint8Array>;
  /**
   * Opens a regular file for reading: follows no link, never waits for the other end of a FIFO,
   * and looks again after opening; `ENOTREG` when something else stands there by then.
   */
  openRegular(path: Path): Outcome<OpenFile>;
  /**
   * An unnamed file for what does not fit into memory, in `folder`.
   * @throws ProblemsFound when it cannot be made.
   */
  temporary(folder: string): TemporaryFile;
  /**
   * Writes a file so that readers see the old content or the new, never half: a temporary file in
   * the same folder, then a rename. Links are followed, to a file that is still to be made too;
   * devices and pipes are written straight.
   * @throws ProblemsFound when the folder is missing or not writable, or the disk is full.
   */
  replace(path: string, content: Content, options?: { readonly mode?: number }): Promise<void>;
  /**
   * Finds out before long work whether `replace` could write there.
   * @throws ProblemsFound as `replace` would.
   */
  checkReplaceable(path: string): Promise<void>;
}

/** What a file is written from, piece by piece. */
export type Content = string | Iterable<Uint8Array> | AsyncIterable<Uint8Array>;

/** An open directory, to be closed by whoever opened it. */
export interface Directory {
  /** The next entry's name; undefined at the end. */
  next(): Outcome<Uint8Array | undefined>;
  close(): void;
}

/** An open regular file, to be closed by whoever opened it; `facts` are as of its opening. */
export interface OpenFile {
  readonly facts: Facts;
  /** Reads at `position` until `into` is full or the file ends; says how many bytes came. */
  read(into: Uint8Array, position: number): Outcome<number>;
  close(): void;
}

/** @throws ProblemsFound from both methods that touch the disk when it is full or broken. */
export interface TemporaryFile {
  append(bytes: Uint8Array): void;
  read(into: Uint8Array, position: number): number;
  /** Bytes so far. */
  readonly size: number;
  remove(): void;
}
