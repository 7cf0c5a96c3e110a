import { note, tidy } from './leftovers.ts';
import { signal } from './process-table.ts';
import { askToEnd, endSession, GRACE } from './sessions.ts';

/** A running program; it leads a session with its own process id as number. */
interface Running {
  readonly pid: number;
  /**
   * It runs through `time`, which ends by itself and must survive to report the program's usage.
   */
  readonly timed: boolean;
  timer: NodeJS.Timeout | undefined;
  timedOut: boolean;
}

const running = new Set<Running>();
let work: string | undefined;

// Node's longest timer, in milliseconds; 24 days.
const LONGEST = 2 ** 31 - 1;

/**
 * Ends a program after `timeout` seconds, and when all programs are stopped.
 *
 * @returns a function to call when the program has ended: it ends what is left of the session and
 *   returns whether the program timed out.
 */
export function supervise(pid: number, timed: boolean, timeout?: number): () => boolean {
  const program: Running = { pid, timed, timer: undefined, timedOut: false };
  running.add(program);
  updateNotes();
  if (timeout !== undefined) {
    program.timer = setTimeout(
      () => {
        program.timedOut = true;
        stop(program);
      },
      Math.min(timeout * 1000, LONGEST),
    );
  }
  return () => {
    clearTimeout(program.timer);
    endSession(pid);
    running.delete(program);
    updateNotes();
    return program.timedOut;
  };
}

function stop(program: Running): void {
  clearTimeout(program.timer);
  askToEnd(program.pid, program.timed ? program.pid : undefined);
  program.timer = setTimeout(() => endRunning(program), GRACE * 1000);
}

function endRunning({ pid }: Running): void {
  endSession(pid);
  // Without a process list, signal the group; its leader has not been reaped, so its id is still
  // valid.
  signal(-pid, 'SIGKILL');
}

/** See `Processes.stopAll`. */
export function stopAll(): void {
  for (const program of running) stop(program);
}

/** Ends all running programs at once; called when this process exits. */
export function endProcesses(): void {
  for (const program of running) endRunning(program);
  if (work) tidy(work);
}

/** The directory given to `noteIn`, with all links resolved. */
export const notedIn = (): string | undefined => work;

/** From now on keeps the notes of running programs in this directory. */
export function noteIn(path: string): void {
  work = path;
  updateNotes();
}

function updateNotes(): void {
  if (work)
    note(
      work,
      Array.from(running, ({ pid }) => pid),
    );
}
