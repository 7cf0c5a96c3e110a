import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { attempt } from '../fault.ts';

/**
 * A cgroup of this process: the kernel counts to it all that the process starts, and nothing that
 * these do takes them out, such as a session of their own or another parent. It is there where the
 * system has cgroups of version 2 and lets this user make one below its own.
 */
let own: string | undefined;

/**
 * Moves this process into a cgroup of its own.
 *
 * @param beforehand is told the path before there is anything to be found there.
 * @returns its path, or undefined where there can be none.
 */
export function enterCgroup(beforehand: (path: string) => void): string | undefined {
  own ??= made(beforehand);
  return own;
}

function made(beforehand: (path: string) => void): string | undefined {
  const above = present();
  if (above === undefined) return undefined;
  const path = join(above, `backcast-${randomBytes(8).toString('hex')}`);
  beforehand(path);
  const entered = attempt(() => {
    mkdirSync(path);
    moveTo(path);
  });
  if (!entered.ok) attempt(() => rmdirSync(path));
  return entered.ok ? path : undefined;
}

/** Moves this process back, and removes its cgroup if nothing else is in it. */
export function leaveCgroup(): void {
  const path = own;
  if (path === undefined) return;
  attempt(() => moveTo(dirname(path)));
  awaitEmpty(path);
  removeCgroup(path);
  own = undefined;
}

/** How often a cgroup is looked at until it is empty, and milliseconds between. */
const [LOOKS, BETWEEN] = [100, 10];

/**
 * Waits, for a second at most, until nothing is in a cgroup: what was killed leaves it a moment later.
 * It blocks, as it is called where a process ends and nothing else may come.
 */
function awaitEmpty(path: string): void {
  const never = new Int32Array(new SharedArrayBuffer(4));
  for (let look = 0; look < LOOKS && membersOfCgroup(path).length > 0; look++) {
    Atomics.wait(never, 0, 0, BETWEEN);
  }
}

/** The cgroup in which this process is, as a path; undefined without cgroups of version 2. */
function present(): string | undefined {
  const read = attempt(() => [
    readFileSync('/proc/self/cgroup', 'utf8'),
    readFileSync('/proc/self/mountinfo', 'utf8'),
  ]);
  if (!read.ok) return undefined;
  const [cgroups = '', mounts = ''] = read.value;
  const name = /^0::(\/.*)$/m.exec(cgroups)?.[1];
  // Fields of a mount: its root within the file system is the fourth, where it lies the fifth.
  const root = /^\S+ \S+ \S+ \/ (\S+) .* - cgroup2 /m.exec(mounts)?.[1];
  return name === undefined || root === undefined ? undefined : join(root, name);
}

/** Moves this process with all its threads. @throws the system's error. */
const moveTo = (path: string): void => writeFileSync(join(path, 'cgroup.procs'), '0');

/** The ids of all processes in a cgroup and in those below it; none if it is gone. */
export function membersOfCgroup(path: string): readonly number[] {
  const read = attempt(() => readFileSync(join(path, 'cgroup.procs'), 'latin1'));
  if (!read.ok) return [];
  const direct = (read.value.match(/\d+/g) ?? []).map(Number);
  return [...direct, ...below(path).flatMap(membersOfCgroup)];
}

/** Removes a cgroup and those below it; those that hold processes stay. */
export function removeCgroup(path: string): void {
  for (const inner of below(path)) removeCgroup(inner);
  attempt(() => rmdirSync(path));
}

function below(path: string): readonly string[] {
  const entries = attempt(() => readdirSync(path, { withFileTypes: true }));
  return entries.ok
    ? entries.value.filter((entry) => entry.isDirectory()).map(({ name }) => join(path, name))
    : [];
}
