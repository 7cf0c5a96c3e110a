import type { Stray } from '../processes.ts';
import { enterCgroup, leaveCgroup } from './descent/cgroup.ts';
import { descent, isBelow } from './descent/descent.ts';
import { note, type Station, tidy } from './leftovers.ts';
import { type Listed, listed, signal } from './process-table.ts';
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
let station: Station | undefined;
let cgroup: string | null = null;
let strays: Stray[] = [];

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
    // While another program runs, nobody can say from which of them a process strayed.
    if (running.size === 0) strays.push(...endStrays((one) => !isBelow(one)));
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

/** See `Processes.strays`. */
export function takeStrays(): readonly Stray[] {
  const taken = strays;
  strays = [];
  return taken;
}

/** Processes that were named and left alone, so that they are named once. */
const named = new Set<number>();

/**
 * Ends what programs have led to that left their sessions and outlived them, as far as it is proved
 * where it comes from; names the rest once.
 *
 * @param isStray tells them from what this process itself has started otherwise.
 */
function endStrays(isStray: (one: Listed) => boolean): readonly Stray[] {
  const owner = listed('self');
  if (!station || !owner) return [];
  const origin = { secret: station.secret, owner, cgroup, sessions: [] };
  const ended = new Map<number, Stray>();
  for (;;) {
    const { proved, doubtful } = descent(origin);
    const more = proved.filter((one) => !ended.has(one.pid) && isStray(one));
    for (const { pid, name } of more) {
      signal(pid, 'SIGKILL');
      ended.set(pid, { pid, name, isEnded: true });
    }
    if (more.length > 0) continue;
    const left = doubtful.filter((one) => !named.has(one.pid) && isStray(one));
    for (const { pid } of left) named.add(pid);
    return [...ended.values(), ...left.map(({ pid, name }) => ({ pid, name, isEnded: false }))];
  }
}

/** Ends all running programs at once; called when this process exits. */
export function endProcesses(): void {
  for (const program of running) endRunning(program);
  if (!station) return;
  endStrays(() => true);
  leaveCgroup();
  tidy(station);
}

/** Where programs are noted; undefined before `noteIn`. */
export const notedIn = (): Station | undefined => station;

/** From now on keeps the notes of running programs of this work directory. */
export function noteIn(given: Station): void {
  station = given;
  // Noted before this process enters, so that a cgroup whose making was broken off is found.
  cgroup = enterCgroup((made) => note(given.folder, made, [])) ?? null;
  updateNotes();
}

function updateNotes(): void {
  if (!station) return;
  note(
    station.folder,
    cgroup,
    Array.from(running, ({ pid }) => pid),
  );
}
