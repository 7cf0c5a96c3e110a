import type { CacheState, Load, Machine, MountFacts } from './machine.ts';
import type { ObjectAccess, ObjectStore } from './object-store.ts';
import type { Outcome, Path } from './outcome.ts';
import type { Processes } from './processes.ts';
import type { Relay } from './relay.ts';
import type { WorkDirectory } from './work-directory.ts';

export type { CacheState, Load, Machine, MountFacts } from './machine.ts';
export type { ObjectAccess, ObjectStore } from './object-store.ts';
export type { Fault, Outcome, Path } from './outcome.ts';
export type {
  Command,
  Conversation,
  Ended,
  Processes,
  Stray,
  Transfer,
  Usage,
} from './processes.ts';
export type { Relay, RelayTraffic } from './relay.ts';
export type { Pressure, Stalled } from './scheduling.ts';
export type { WorkDirectory, WritableFile } from './work-directory.ts';

/**
 * All effects of the program go through this interface. `node.ts` is the real implementation; tests
 * may substitute another.
 *
 * Calls that a directory walk makes millions of times are synchronous, because a promise for each
 * would cost more than the call itself. Callers that make many of them run inside `heedingSignals`
 * and await `yieldNow` now and then.
 */
export interface Host {
  readonly files: Files;
  readonly stdin: { read(limit: number): Promise<Outcome<Uint8Array>> };
  /** Asks a person on the terminal, one line; null where nobody is there or says anything. */
  ask(question: string): Promise<string | null>;
  readonly stdout: Writer;
  readonly stderr: Writer;
  readonly clock: Clock;
  /** The value of an environment variable; undefined where it is not set. */
  environment(name: string): string | undefined;
  /** Cryptographically random bytes, for keys; never used by the simulation. */
  randomBytes(length: number): Uint8Array;
  /**
   * Yields to the event loop, so that signals and output get through; await it about every 50 ms.
   */
  yieldNow(): Promise<void>;
  /**
   * Runs asynchronous work with handlers for Ctrl-C and SIGTERM installed: a signal removes partly
   * written files and ends the program with exit code 130 or 143. At all other times the system's
   * default applies and ends the program at once; shells report the same codes. Reading standard
   * input and writing files use this by themselves.
   *
   * @param ending is called when a signal ends the program: to say what there is, without waiting
   *   for anything.
   */
  heedingSignals<T>(work: () => Promise<T>, ending?: () => void): Promise<T>;
  /**
   * Lets more be inlined into what is compiled while one long play goes on. It gets faster; what is
   * loaded meanwhile, and threads that start, do not.
   */
  inliningMore<T>(work: () => Promise<T>): Promise<T>;
  /** The number of threads this machine runs in parallel for this program. */
  cores(): number;
  /**
   * Starts a pool of threads that run one function. Returns null if this version of Node cannot
   * load the module. The threads end with the program, however it ends.
   */
  threads(options: ThreadOptions): Promise<Threads | null>;
  readonly processes: Processes;
  /**
   * Opens a work directory: an existing one that this user has made and marked, or a new one that
   * is made and marked.
   *
   * @throws ProblemsFound for `/`, a home directory, an unmarked directory that is not empty, one
   *   that bears another's mark, belongs to another user or may be written by others, and one that
   *   contains or lies in a path of `apart`.
   */
  openWorkDirectory(path: string, apart?: readonly string[]): Promise<WorkDirectory>;
  /** Returns a client for a bucket; sends no request before its first call. */
  objectStore(access: ObjectAccess): Promise<ObjectStore>;
  /**
   * Opens a relay on this machine to a service over plain HTTP, which counts requests and bytes and
   * changes nothing of them. It does not keep this process alive.
   *
   * @param endpoint of the service, e.g. `http://s3.example.com:9000`.
   * @example
   * const opened = await host.relay('http://s3.example.com:9000');
   * if (opened.ok) opened.value.endpoint // 'http://127.0.0.1:40123'
   */
  relay(endpoint: string): Promise<Outcome<Relay>>;
  /** Describes this machine and the file system of a work directory. */
  machine(work: WorkDirectory): Machine;
  /** The file system that holds a path; null if the system does not list mounts. */
  mount(path: string): MountFacts | null;
  load(): Load;
  /** Drops the page cache of the whole machine, if permitted. */
  dropCaches(): Promise<CacheState>;
}

/** The function `task` exported by a module, which each thread calls with one argument. */
export interface ThreadOptions {
  readonly module: URL;
  readonly task: string;
  readonly count: number;
  /** Copied to each thread once; available there as `workerData` of `node:worker_threads`. */
  readonly shared: unknown;
}

/** A pool of threads; the caller that started it stops it. */
export interface Threads {
  readonly count: number;
  /**
   * Runs a task on the next free thread; its argument and result are copied.
   *
   * @throws the error that the task throws, with its original message and stack.
   */
  run<Given, Done>(given: Given): Promise<Done>;
  /** Ends all threads, even in the middle of a task. */
  stop(): Promise<void>;
}

/** A text stream; `columns` is undefined unless it is a terminal. */
export interface Writer {
  readonly isTerminal: boolean;
  readonly columns: number | undefined;
  write(text: string): void;
}

/** Wall clock and stopwatch, for measurements and progress; the simulation uses neither. */
export interface Clock {
  /** The time now, in milliseconds since 1970 (UTC). */
  now(): number;
  /** Seconds since an arbitrary fixed instant; monotonic. */
  elapsed(): number;
}

/** Type of a directory entry; `device` covers block and character devices. */
export type FileKind = 'file' | 'directory' | 'link' | 'fifo' | 'socket' | 'device';

/** Metadata of one directory entry. Sizes are bytes, times are nanoseconds since 1970. */
export interface Facts {
  readonly kind: FileKind;
  readonly size: number;
  /** Bytes of the allocated blocks; less than `size` if the file has holes. */
  readonly allocated: number;
  readonly device: bigint;
  readonly inode: bigint;
  readonly links: number;
  /** Permission bits. */
  readonly mode: number;
  readonly modified: bigint;
  /** When the entry's metadata last changed (ctime). */
  readonly changed: bigint;
}

/** The file system. Reading returns a `Fault` on errors; writing throws `ProblemsFound`. */
export interface Files {
  /** The system's folder for temporary files. */
  readonly temporaryFolder: string;
  /** Reads a whole file or pipe; fails with `EFBIG` as soon as it exceeds `limit` bytes. */
  read(path: string, limit: number): Promise<Outcome<Uint8Array>>;
  /** Reads a file to its end and keeps nothing of it; returns its bytes. Does not block others. */
  readThrough(path: string): Promise<Outcome<number>>;
  /** The absolute path with every link resolved. */
  realPath(path: string): Outcome<string>;
  /** Metadata of the entry itself; links are not followed. */
  lstat(path: Path): Outcome<Facts>;
  openDirectory(path: Path): Outcome<Directory>;
  /** The target of a symbolic link. */
  readLink(path: Path): Outcome<Uint8Array>;
  /**
   * Opens a regular file for reading. Does not follow links, does not block on a FIFO, and checks
   * the type again after opening; fails with `ENOTREG` if the entry is not a regular file.
   */
  openRegular(path: Path): Outcome<OpenFile>;
  /**
   * Makes an unnamed temporary file in `folder`, for data that does not fit into memory.
   *
   * @throws ProblemsFound if it cannot be made.
   */
  temporary(folder: string): TemporaryFile;
  /**
   * Replaces a file atomically, so that readers see either the old or the new content: writes a
   * temporary file in the same folder, then renames it. Follows links, also to a target that does
   * not exist yet; devices and pipes are written directly.
   *
   * @throws ProblemsFound if the folder is missing or not writable, or the disk is full.
   */
  replace(path: string, content: Content, options?: { readonly mode?: number }): Promise<void>;
  /**
   * Checks, before long work, whether `replace` could write to this path.
   *
   * @throws ProblemsFound like `replace`.
   */
  checkReplaceable(path: string): Promise<void>;
  /**
   * Makes a folder and its ancestors where they are missing.
   *
   * @throws ProblemsFound if that is not possible.
   */
  makeFolders(path: string): void;
  /**
   * Removes a file, and then the folder that held it if it was the last; what is gone already is
   * fine.
   *
   * @throws ProblemsFound if that is not possible.
   */
  remove(path: string): void;
}

/** Content to write, in pieces. */
export type Content = string | Iterable<Uint8Array> | AsyncIterable<Uint8Array>;

/** An open directory; the caller that opened it closes it. */
export interface Directory {
  /** The next entry's name; undefined at the end. */
  next(): Outcome<Uint8Array | undefined>;
  close(): void;
}

/** An open regular file; the caller that opened it closes it. `facts` were read on opening. */
export interface OpenFile {
  readonly facts: Facts;
  /**
   * Reads from `position` until `into` is full or the file ends; returns the number of bytes read.
   */
  read(into: Uint8Array, position: number): Outcome<number>;
  close(): void;
}

/** A temporary file. `append` and `read` throw ProblemsFound if the disk is full or fails. */
export interface TemporaryFile {
  append(bytes: Uint8Array): void;
  read(into: Uint8Array, position: number): number;
  /** Bytes written so far. */
  readonly size: number;
  remove(): void;
}
