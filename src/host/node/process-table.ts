import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { attempt } from './fault.ts';

/** A process as listed by Linux; times are in ticks of a hundredth of a second. */
export interface Listed {
  readonly pid: number;
  readonly name: string;
  /** One letter; `Z` is a zombie: it has ended, but its parent has not waited for it yet. */
  readonly state: string;
  readonly parent: number;
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
    parent: field(4),
    session: field(6),
    childrenUser: field(16),
    childrenSystem: field(17),
    started: field(22),
  };
}

/** All live processes, zombies left out; empty if the system has no process list. */
export function living(): readonly Listed[] {
  const all = attempt(() => readdirSync('/proc'));
  if (!all.ok) return [];
  return all.value.flatMap((entry) => {
    const process = /^\d+$/.test(entry) ? listed(Number(entry)) : undefined;
    return process && process.state !== 'Z' ? [process] : [];
  });
}

/** All live processes of a session; empty if the system has no process list. */
export const membersOf = (session: number): readonly Listed[] =>
  living().filter((process) => process.session === session);

/** Whether a process was started with a variable of this value. */
export function wasGiven(pid: number, name: string, value: string): boolean {
  const environment = attempt(() => readFileSync(`/proc/${pid}/environ`, 'latin1'));
  return environment.ok && environment.value.split('\0').includes(`${name}=${value}`);
}

/** Identifies this boot of the machine; process ids and start times are unique only within one. */
export function bootOf(): string | undefined {
  const read = attempt(() => readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').trim());
  return read.ok ? read.value : undefined;
}

/** Identifies the namespace in which processes have the ids that are seen here. */
export function namespaceOf(): string | undefined {
  const read = attempt(() => readlinkSync('/proc/self/ns/pid'));
  return read.ok ? read.value : undefined;
}

/**
 * Sends a signal to a process, or to a group if the number is negative. Returns whether it existed.
 */
export const signal = (pid: number, name: NodeJS.Signals): boolean =>
  attempt(() => process.kill(pid, name)).ok;
