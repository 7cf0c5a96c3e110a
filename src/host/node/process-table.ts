import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { attempt } from './fault.ts';

/** A process as Linux lists it; times are in ticks of a hundredth of a second. */
export interface Listed {
  readonly pid: number;
  readonly name: string;
  /** One letter; `Z` for one that has ended and is still to be asked for its exit. */
  readonly state: string;
  readonly session: number;
  /** Processor time of children that ended and were waited for, with their own such children. */
  readonly childrenUser: number;
  readonly childrenSystem: number;
  /** Since the machine was started: with `pid` it tells a process from all others. */
  readonly started: number;
}

/** A process by its number; undefined where there is none, or no list of them. */
export function listed(pid: number | 'self'): Listed | undefined {
  const read = attempt(() => readFileSync(`/proc/${pid}/stat`, 'latin1'));
  return read.ok ? readStat(read.value) : undefined;
}

/**
 * Reads `/proc/<pid>/stat`. The name may hold blanks and brackets, so all is counted from its end.
 *
 * @example
 * readStat('7 (a) b) S 1 7 5 …')?.session // 5
 */
export function readStat(line: string): Listed | undefined {
  const [open, close] = [line.indexOf('('), line.lastIndexOf(')')];
  const fields = line.slice(close + 2).split(' ');
  // The manual counts from 1, and the first here is its third.
  const field = (number: number): number => Number(fields[number - 3]);
  if (close < 0 || Number.isNaN(field(22))) return undefined;
  return {
    pid: Number.parseInt(line, 10),
    name: line.slice(open + 1, close),
    state: fields[0] ?? '',
    session: field(6),
    childrenUser: field(16),
    childrenSystem: field(17),
    started: field(22),
  };
}

/** All processes of a session that have not ended; none where there is no list of processes. */
export function membersOf(session: number): readonly Listed[] {
  const all = attempt(() => readdirSync('/proc'));
  if (!all.ok) return [];
  return all.value.flatMap((entry) => {
    const process = /^\d+$/.test(entry) ? listed(Number(entry)) : undefined;
    return process?.session === session && process.state !== 'Z' ? [process] : [];
  });
}

/** Whether a process was given a path in its environment, or is at work below it. */
export function isAtWorkIn(pid: number, path: string): boolean {
  const environment = attempt(() => readFileSync(`/proc/${pid}/environ`, 'utf8'));
  const cwd = attempt(() => readlinkSync(`/proc/${pid}/cwd`));
  return (
    (environment.ok && environment.value.includes(`${path}/`)) ||
    (cwd.ok && `${cwd.value}/`.startsWith(`${path}/`))
  );
}

/** Tells this run of the machine from others, in which numbers and times start anew. */
export function bootOf(): string | undefined {
  const read = attempt(() => readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').trim());
  return read.ok ? read.value : undefined;
}

/** Sends a signal, to a group where the number is negative; whether anybody was there to get it. */
export const signal = (pid: number, name: NodeJS.Signals): boolean =>
  attempt(() => process.kill(pid, name)).ok;
