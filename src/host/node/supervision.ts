import { note, tidy } from './leftovers.ts';
import { signal } from './process-table.ts';
import { askToEnd, endSession, GRACE } from './sessions.ts';

/** A program that runs, the first of a session which is numbered like it. */
interface Running {
  readonly pid: number;
  /** It runs through `time`, which ends by itself and would else not tell what the program took. */
  readonly timed: boolean;
  timer: NodeJS.Timeout | undefined;
  timedOut: boolean;
}

const running = new Set<Running>();
let work: string | undefined;

// The longest time that Node's timers know, in milliseconds; 24 days.
const LONGEST = 2 ** 31 - 1;

/**
 * Sees to it that a program ends after `timeout` seconds, and when all are to end.
 *
 * @returns what to call when it has ended: ends what is left of its session, and says whether it
 *   took too long.
 */
export function supervise(pid: number, timed: boolean, timeout?: number): () => boolean {
  const one: Running = { pid, timed, timer: undefined, timedOut: false };
  running.add(one);
  writeDown();
  if (timeout !== undefined) {
    one.timer = setTimeout(
      () => {
        one.timedOut = true;
        stop(one);
      },
      Math.min(timeout * 1000, LONGEST),
    );
  }
  return () => {
    clearTimeout(one.timer);
    endSession(pid);
    running.delete(one);
    writeDown();
    return one.timedOut;
  };
}

function stop(one: Running): void {
  clearTimeout(one.timer);
  askToEnd(one.pid, one.timed ? one.pid : undefined);
  one.timer = setTimeout(() => endRunning(one), GRACE * 1000);
}

function endRunning({ pid }: Running): void {
  endSession(pid);
  // Where there is no list of processes there is the group; nobody has waited for its first yet.
  signal(-pid, 'SIGKILL');
}

/** See `Processes.stopAll`. */
export function stopAll(): void {
  for (const one of running) stop(one);
}

/** Ends every program that still runs, at once: for the way out. */
export function endProcesses(): void {
  for (const one of running) endRunning(one);
  if (work) tidy(work);
}

/** The directory that was given to `noteIn`, all links resolved. */
export const notedIn = (): string | undefined => work;

/** Writes down in this directory from now on what runs. */
export function noteIn(path: string): void {
  work = path;
  writeDown();
}

function writeDown(): void {
  if (work)
    note(
      work,
      Array.from(running, ({ pid }) => pid),
    );
}
