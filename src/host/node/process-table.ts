import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { attempt } from './fault.ts';

/** A process as listed by Linux; times are in ticks of a hundredth of a second. */
export interface Listed {
  readonly pid: number;
  readonly name: string;
  /** One letter; `Z` is a zombie: it has ended, but its parent has not waited for it yet. */
  readonly state: string;
  readonly session: number;
  /**
   * Processor time of children that ended and were waited for, including their own such children.
   */
  readonly childrenUser: number;
  readonly childrenSystem: number;
  /** Start time since boot; together with `pid` it identifies a process. */
  readonly started: number;
}

/** The process with an id; undefined if there is none or the system has no process list. */
export function listed(pid: number | 'self'): Listed | undefined {
  const read = attempt(() => readFileSync(`/proc/${pid}/stat`, 'latin1'));
  return read.ok ? readStat(read.value) : undefined;
}

/**
 * Parses `/proc/<pid>/stat`. The name may contain blanks and brackets, so fields are counted from
 * the end of the name.
 *
 * @example
 * readStat('7 (a) b) S 1 7 5 …')?.session // 5
 */
export function readStat(line: string): Listed | undefined {
  const [open, close] = [line.indexOf('('), line.lastIndexOf(')')];
  const fields = line.slice(close + 2).split(' ');
  // The manual counts fields from 1; the first one here is its third.
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

/** All live processes of a session; empty if the system has no process list. */
export function membersOf(session: number): readonly Listed[] {
  const all = attempt(() => readdirSync('/proc'));
  if (!all.ok) return [];
  return all.value.flatMap((entry) => {
    const process = /^\d+$/.test(entry) ? listed(Number(entry)) : undefined;
    return process?.session === session && process.state !== 'Z' ? [process] : [];
  });
}

/** Whether a process has a path in its environment or its working directory lies below it. */
export function isAtWorkIn(pid: number, path: string): boolean {
  const environment = attempt(() => readFileSync(`/proc/${pid}/environ`, 'utf8'));
  const cwd = attempt(() => readlinkSync(`/proc/${pid}/cwd`));
  return (
    (environment.ok && environment.value.includes(`${path}/`)) ||
    (cwd.ok && `${cwd.value}/`.startsWith(`${path}/`))
  );
}

/** Identifies this boot of the machine; process ids and start times are unique only within one. */
export function bootOf(): string | undefined {
  const read = attempt(() => readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').trim());
  return read.ok ? read.value : undefined;
}

/**
 * Sends a signal to a process, or to a group if the number is negative. Returns whether it existed.
 */
export const signal = (pid: number, name: NodeJS.Signals): boolean =>
  attempt(() => process.kill(pid, name)).ok;
