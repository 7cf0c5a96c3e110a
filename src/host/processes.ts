import type { Outcome } from './outcome.ts';
import type { Pressure, Queue, Switches } from './scheduling.ts';
import type { WorkDirectory } from './work-directory.ts';

/** A program to run, started directly and never through a shell. */
export interface Command {
  /** A path, or a name that is looked up in the PATH of `env`. */
  readonly program: string;
  readonly args: readonly string[];
  readonly cwd: string;
  /**
   * The program's environment; nothing is inherited from this process. After `noteIn` the secret of
   * the work directory is added, by which programs of a run are known.
   */
  readonly env: Readonly<Record<string, string>>;
  /**
   * A directory that is empty to the program and its children, where the system allows that. Their
   * start then takes some milliseconds longer.
   */
  readonly without?: string;
  /** Seconds after which the program and its children are ended; no limit if absent. */
  readonly timeout?: number;
  /**
   * File that receives the complete standard output. It replaces an existing file and must lie
   * below the directory given to `noteIn`. Without it, the first 16 MB are kept in memory.
   */
  readonly outputFile?: string;
}

/** The outcome of a program. */
export interface Ended {
  /** Null if a signal ended it. */
  readonly exit: number | null;
  readonly signal: string | null;
  readonly timedOut: boolean;
  /**
   * The first 16 MB of standard output (empty if it went to a file; without a final line break if
   * there was more), and the last 64 kB of standard error.
   */
  readonly output: string;
  readonly errors: string;
  readonly usage: Usage;
}

/** Resource usage of a program, including its children. */
export interface Usage {
  /** Seconds from start to end. */
  readonly wall: number;
  /** Processor seconds; NaN if the system does not report them (neither Linux nor GNU time). */
  readonly user: number;
  readonly system: number;
  /** Seconds to which the processor times are counted: 1e-6 in a control group, else 0.01. */
  readonly resolution: number;
  /** Peak memory in bytes of the process that used most, as counted by the system or as sampled. */
  readonly peakMemory: { readonly bytes: number; readonly by: 'system' | 'sampled' } | null;
  /**
   * Transfers requested from the system, whether or not a device was accessed; null if not counted.
   */
  readonly read: Transfer | null;
  readonly written: Transfer | null;
  /** Seconds that its threads ran, and waited for a core, as looked at; null if not counted. */
  readonly ran: number | null;
  readonly queue: Queue | null;
  /**
   * Waits of the program alone, as an average over the cores that it used: less than `queue` where
   * its threads move between cores. Null where it could not be given a group of its own.
   */
  readonly pressure: Pressure | null;
  /** Null without GNU time. */
  readonly switches: Switches | null;
  /** Page faults for which a device was read; null without GNU time. */
  readonly faults: number | null;
}

/** Bytes, number of system calls, and bytes that were read from or written to a device. */
export interface Transfer {
  readonly bytes: number;
  readonly operations: number;
  readonly device: number;
}

/**
 * Runs programs, several at the same time if needed, e.g. a server next to the measured program.
 * Usage is attributed to each program; only if two end in the same instant, one of them gets both.
 */
export interface Processes {
  /**
   * Runs a program to its end, with closed standard input and in a session of its own. Members of
   * the session that outlive the program are ended with it. The program and its children are ended
   * at its timeout, by `stopAll`, and when this process ends, however it ends. The outcome is a
   * fault only if the program could not be started (`ENOENT`, …).
   */
  run(command: Command): Promise<Outcome<Ended>>;
  /**
   * Starts a program that is spoken with, e.g. a client of a protocol. It is ended like those that
   * run; what it takes is not measured, and its timeout and output file are not heeded.
   */
  converse(command: Command): Promise<Outcome<Conversation>>;
  /** The path of a program in the PATH of this process; undefined if it is not found. */
  find(program: string): string | undefined;
  /** Sends SIGTERM to all running programs and their children, and SIGKILL 5 s later. */
  stopAll(): void;
  /**
   * Claims a work directory until this process ends, and from now on notes running programs. First
   * ends what a killed run has left running there; returns that, and what may come from it but is
   * not proved to.
   *
   * @throws ProblemsFound while another process uses the directory.
   */
  noteIn(work: WorkDirectory): Promise<readonly Stray[]>;
  /** What programs have left running beyond their sessions since this was last asked. */
  strays(): readonly Stray[];
}

/** A program that is spoken with through its input and output. */
export interface Conversation {
  /** Ends when the program has taken enough to be sent more, or is gone. */
  send(bytes: Uint8Array): Promise<void>;
  /** What it answers, in pieces, until it closes its output. */
  readonly answers: AsyncIterable<Uint8Array>;
  /** Closes its input and waits for its end; returns the last 64 kB of its standard error. */
  end(): Promise<string>;
}

/** A process that outlived the program which led to it. */
export interface Stray {
  readonly name: string;
  readonly pid: number;
  /** False where it is not proved to come from the program, so that it was left alone. */
  readonly isEnded: boolean;
}
