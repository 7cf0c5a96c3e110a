import type { Outcome } from './outcome.ts';
import type { WorkDirectory } from './work-directory.ts';

/** A program to be run; never a line for a shell. */
export interface Command {
  /** A name that is looked up in the PATH of `env`, or a path. */
  readonly program: string;
  readonly args: readonly string[];
  readonly cwd: string;
  /** All that the program finds in its environment: nothing is handed down from this process. */
  readonly env: Readonly<Record<string, string>>;
  /** Seconds after which it and its children are ended; none where it may take any time. */
  readonly timeout?: number;
  /**
   * Where standard output goes, whole: a new file, or one in place of the old, below the directory
   * that was handed to `noteIn`; else its first 16 MB are kept in memory.
   */
  readonly outputFile?: string;
}

/** What became of a program. */
export interface Ended {
  /** Null where a signal ended it, or it could not be started. */
  readonly exit: number | null;
  readonly signal: string | null;
  readonly timedOut: boolean;
  /**
   * The beginning of standard output, up to 16 MB (empty where it went to a file; without a line
   * break at its end where there was more), and the end of standard error, up to 64 kB.
   */
  readonly output: string;
  readonly errors: string;
  readonly usage: Usage;
}

/** What a program took, its children included. */
export interface Usage {
  /** Seconds that passed from its start to its end. */
  readonly wall: number;
  /** Seconds of processor time; not a number where the system does not say (no Linux, no GNU time). */
  readonly user: number;
  readonly system: number;
  /** Bytes of the process that held most: as the system counted them, or as they were seen now and then. */
  readonly peakMemory: { readonly bytes: number; readonly by: 'system' | 'sampled' } | null;
  /** Asked of the system, whether or not a device was touched; null where it does not count. */
  readonly read: Transfer | null;
  readonly written: Transfer | null;
}

/** Bytes, the calls that moved them, and the bytes that came from or went to a device. */
export interface Transfer {
  readonly bytes: number;
  readonly operations: number;
  readonly device: number;
}

/**
 * Runs programs. Several may run at the same time, e.g. a server beside what is measured; what each
 * took is told apart, unless two end in the same instant: then it counts for one of them.
 */
export interface Processes {
  /**
   * Runs a program to its end with closed standard input, in a session of its own. What of this
   * session outlives it is ended with it. It is ended, with its children, at its timeout, when
   * `stopAll` is called, and when this process ends, however it ends. An outcome is a fault only
   * where it could not be started (`ENOENT`, …).
   */
  run(command: Command): Promise<Outcome<Ended>>;
  /** The path of a program, as the PATH of this process finds it; undefined where there is none. */
  find(program: string): string | undefined;
  /** Asks all programs that run to end, with their children, and ends them 5 s later. */
  stopAll(): void;
  /**
   * From now on writes down in a work directory what runs. Before that it ends what a run that was
   * killed has left there, by process id and start time, and gives back its names.
   * @throws ProblemsFound while another process is at work there.
   */
  noteIn(work: WorkDirectory): Promise<readonly string[]>;
}
