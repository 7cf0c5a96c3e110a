import { spawnSync } from 'node:child_process';
import { constants } from 'node:os';
import type { Switches } from '../scheduling.ts';
import { locate } from './programs.ts';

/** Programs that other programs are run through, if the system has them. */
export interface Wrapping {
  /** GNU `time`, which reports a program's resource usage. */
  readonly time: string | undefined;
  /** `setpriv` of util-linux, which makes the kernel kill a program when its parent ends. */
  readonly setpriv: string | undefined;
}

let cached: Wrapping | undefined;

/** Looks up the wrapping programs and checks that they work; caches the result. */
export function wrapping(): Wrapping {
  cached ??= {
    time: find('time', isGnuTime) ?? find('gtime', isGnuTime),
    setpriv: find('setpriv', supportsDeathSignal),
  };
  return cached;
}

function find(name: string, isFit: (path: string) => boolean): string | undefined {
  const found = locate(name, process.env.PATH ?? '', '/');
  return found.ok && isFit(found.value) ? found.value : undefined;
}

// Version 1.7 reports four times the actual memory.
function isGnuTime(path: string): boolean {
  const { stdout, stderr } = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 10_000 });
  return /\bGNU\b/i.test(`${stdout}${stderr}`) && !/ 1\.7\b/.test(`${stdout}${stderr}`);
}

function supportsDeathSignal(path: string): boolean {
  return spawnSync(path, [...DIE_ALONG, 'true'], { stdio: 'ignore', timeout: 10_000 }).status === 0;
}

const DIE_ALONG = ['--pdeathsig', 'KILL', '--'] as const;

/** Processor times, peak memory, faults that read a device, and switches: waited, preempted. */
const FORMAT = '%U %S %M %F %w %c';

/**
 * The full command line, program path first, that runs a command through the available wrappers.
 * The death signal is not inherited by children, so both `time` and the command get a `setpriv`.
 *
 * @param report the file that `time` writes; without it `time` is left out.
 */
export function wrapped(
  { time, setpriv }: Wrapping,
  report: string | undefined,
  command: readonly string[],
): readonly string[] {
  const dieAlong = setpriv ? [setpriv, ...DIE_ALONG] : [];
  if (!time || report === undefined) return [...dieAlong, ...command];
  return [...dieAlong, time, '-o', report, '-f', FORMAT, '--', ...dieAlong, ...command];
}

/** The resource usage that `time` reports for a program. */
export interface Timed {
  /** Processor seconds, to the nearest half of a hundredth. */
  readonly user: number;
  readonly system: number;
  /** Peak memory in bytes of the process that used most. */
  readonly peakMemory: number;
  /** Page faults for which a device had to be read. */
  readonly faults: number;
  readonly switches: Switches;
  /** The signal that ended the program; `time` itself turns it into an exit code. */
  readonly signal: string | null;
}

/**
 * Parses the report of `time`; undefined if `time` was ended before it wrote one.
 *
 * @example
 * readTimed('Command terminated by signal 9\n0.51 0.02 1608 0 7 2\n')
 * // { user: 0.515, system: 0.025, peakMemory: 1646592, faults: 0,
 * //   switches: { waited: 7, preempted: 2 }, signal: 'SIGKILL' }
 */
export function readTimed(report: string): Timed | undefined {
  const figures = /^(\d+\.\d+) (\d+\.\d+) (\d+) (\d+) (\d+) (\d+)$/m.exec(report);
  if (!figures) return undefined;
  const number = /^Command terminated by signal (\d+)$/m.exec(report)?.[1];
  const [name = null] =
    Object.entries(constants.signals).find(([, value]) => value === Number(number)) ?? [];
  return {
    user: middle(Number(figures[1])),
    system: middle(Number(figures[2])),
    peakMemory: Number(figures[3]) * 1024,
    faults: Number(figures[4]),
    switches: { waited: Number(figures[5]), preempted: Number(figures[6]) },
    signal: name,
  };
}

// `time` truncates to hundredths: 0.51 stands for 0.51 to 0.52, so its middle is used. 0 stays 0.
const middle = (seconds: number): number =>
  seconds > 0 ? Math.round(seconds * 1000 + 5) / 1000 : 0;
