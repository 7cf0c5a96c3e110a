import { spawnSync } from 'node:child_process';
import { constants } from 'node:os';
import { locate } from './programs.ts';

/** Programs that others are run through, where the system has them. */
export interface Wrapping {
  /** `time` of GNU, which says what a program took. */
  readonly time: string | undefined;
  /** `setpriv` of util-linux, which has a program killed as soon as its parent is gone. */
  readonly setpriv: string | undefined;
}

let known: Wrapping | undefined;

/** Finds out, the first time, what is there and can do what is wanted of it. */
export function wrapping(): Wrapping {
  known ??= {
    time: find('time', isGnuTime) ?? find('gtime', isGnuTime),
    setpriv: find('setpriv', diesAlong),
  };
  return known;
}

function find(name: string, isFit: (path: string) => boolean): string | undefined {
  const found = locate(name, process.env.PATH ?? '', '/');
  return found.ok && isFit(found.value) ? found.value : undefined;
}

// Version 1.7 gave four times the memory.
function isGnuTime(path: string): boolean {
  const { stdout, stderr } = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 10_000 });
  return /\bGNU\b/i.test(`${stdout}${stderr}`) && !/ 1\.7\b/.test(`${stdout}${stderr}`);
}

function diesAlong(path: string): boolean {
  return spawnSync(path, [...DIE_ALONG, 'true'], { stdio: 'ignore', timeout: 10_000 }).status === 0;
}

const DIE_ALONG = ['--pdeathsig', 'KILL', '--'] as const;

/**
 * The arguments, the program's own path first, that run a program through what is there. That it
 * dies along does not pass to children, so the program is told as well as the one that times it.
 *
 * @param report the file for what `time` says; without one it is left out.
 */
export function wrapped(
  { time, setpriv }: Wrapping,
  report: string | undefined,
  command: readonly string[],
): readonly string[] {
  const dieAlong = setpriv ? [setpriv, ...DIE_ALONG] : [];
  if (!time || report === undefined) return [...dieAlong, ...command];
  return [...dieAlong, time, '-o', report, '-f', '%U %S %M', '--', ...dieAlong, ...command];
}

/** What `time` says of a program. */
export interface Timed {
  /** Seconds, to half a hundredth. */
  readonly user: number;
  readonly system: number;
  /** Bytes of the process that held most. */
  readonly peakMemory: number;
  /** The signal that ended it, which `time` itself turns into an exit code. */
  readonly signal: string | null;
}

/**
 * Reads what `time` wrote; undefined where it was ended before it could.
 *
 * @example
 * readTimed('Command terminated by signal 9\n0.51 0.02 1608\n')
 * // { user: 0.515, system: 0.025, peakMemory: 1646592, signal: 'SIGKILL' }
 */
export function readTimed(report: string): Timed | undefined {
  const figures = /^(\d+\.\d+) (\d+\.\d+) (\d+)$/m.exec(report);
  if (!figures) return undefined;
  const number = /^Command terminated by signal (\d+)$/m.exec(report)?.[1];
  const [name = null] =
    Object.entries(constants.signals).find(([, value]) => value === Number(number)) ?? [];
  return {
    user: middle(Number(figures[1])),
    system: middle(Number(figures[2])),
    peakMemory: Number(figures[3]) * 1024,
    signal: name,
  };
}

// It cuts hundredths off: what it calls 0.51 is anything from 0.51 to 0.52. Nothing stays nothing.
const middle = (seconds: number): number =>
  seconds > 0 ? Math.round(seconds * 1000 + 5) / 1000 : 0;
