import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  realpathSync,
  statSync,
  writeSync,
} from 'node:fs';
import { homedir, userInfo } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { ProblemsFound } from '../../problem.ts';
import type { WorkDirectory } from '../host.ts';
import type { Outcome } from '../outcome.ts';
import { attempt } from './fault.ts';
import { isWithin, MARK_NAME } from './place.ts';
import { openRegular } from './walk.ts';
import { workDirectory } from './work-directory.ts';

const MARK = 'backcast work directory, version 1\n';
const TEXT = `${MARK}What lies here is made and removed by benchmarks of backcast. Keep nothing else here.\n`;

/** See `Host.openWorkDirectory`. */
export async function openWorkDirectory(
  path: string,
  apart: readonly string[] = [],
): Promise<WorkDirectory> {
  if (process.platform === 'win32') {
    throw refusal(path, 'is on Windows, where benchmarks cannot be run', 'use Linux, or WSL');
  }
  // An empty path would mean the current directory.
  if (path === '') throw refusal('""', 'has no name', ELSEWHERE);
  const real = resolved(resolve(path));
  refuseToHold(
    path,
    real,
    apart.map((other) => resolved(resolve(other))),
  );
  if (!isMarked(real)) mark(path, real);
  // Checks again that no link has taken the directory's place since it was inspected.
  if (resolved(real) !== real) throw refusal(path, 'was replaced while it was made', ELSEWHERE);
  return workDirectory(real);
}

const ELSEWHERE = 'name a new or an empty folder, such as ./backcast-work';

function refusal(path: string, message: string, hint: string): ProblemsFound {
  return new ProblemsFound([{ path: '', message: `the work directory ${path} ${message}`, hint }]);
}

/** A path with all links of its existing part resolved. */
function resolved(path: string): string {
  const real = attempt(() => realpathSync.native(path));
  if (real.ok) return real.value;
  const above = dirname(path);
  return above === path ? path : join(resolved(above), basename(path));
}

function refuseToHold(path: string, real: string, apart: readonly string[]): void {
  if (real.includes('\ufffd')) {
    throw refusal(path, 'has a name that is not UTF-8', ELSEWHERE);
  }
  const account = attempt(() => userInfo().homedir);
  // Programs of a run have their homes inside it, and the engine, run as one of them, opens it too.
  const homes = [
    ...(account.ok ? [account.value] : []),
    ...(isMarked(real) && homedir() !== real ? [] : [homedir()]),
  ];
  if (real === '/' || isSame(real, '/')) throw refusal(path, 'is the whole system', ELSEWHERE);
  for (const home of homes.map((folder) => resolved(resolve(folder)))) {
    if (lies(home, real)) throw refusal(path, 'is or holds a home directory', ELSEWHERE);
  }
  for (const other of apart) {
    if (lies(other, real)) throw refusal(path, `holds ${other}, which must lie apart`, ELSEWHERE);
    if (lies(real, other)) {
      throw refusal(path, `lies in ${other}, which must lie apart`, `name one outside ${other}`);
    }
  }
}

/**
 * Whether a path is a directory or lies in it. Compares inodes too, as mounts give it several
 * names.
 */
function lies(path: string, directory: string): boolean {
  if (isWithin(Buffer.from(directory), Buffer.from(path))) return true;
  for (let at = path; ; at = dirname(at)) {
    if (isSame(at, directory)) return true;
    if (dirname(at) === at) return false;
  }
}

const identity = (path: string): Outcome<string> =>
  attempt(() => {
    const { dev, ino } = statSync(path, { bigint: true });
    return `${dev}:${ino}`;
  });

function isSame(one: string, other: string): boolean {
  const [left, right] = [identity(one), identity(other)];
  return left.ok && right.ok && left.value === right.value;
}

function isMarked(real: string): boolean {
  const opened = openRegular(join(real, MARK_NAME));
  if (!opened.ok) return false;
  const start = Buffer.alloc(MARK.length);
  const read = opened.value.read(start, 0);
  opened.value.close();
  return read.ok && start.toString('latin1') === MARK;
}

/**
 * Makes a directory and its ancestors. Node's recursive mode loops forever where a file system
 * denies that an existing folder exists, as /proc does.
 */
function makeDirectories(path: string): void {
  if (existsSync(path)) return;
  makeDirectories(dirname(path));
  mkdirSync(path, { mode: 0o700 });
}

/** Writes the mark before anything else; the flag `wx` rejects an existing file or link. */
function mark(path: string, real: string): void {
  const made = attempt(() => {
    makeDirectories(real);
    return readdirSync(real, { encoding: 'buffer' }).length;
  });
  if (!made.ok) throw refusal(path, `cannot be made: ${made.reason}`, ELSEWHERE);
  if (made.value > 0) {
    throw refusal(path, 'is not empty, and bears no mark that backcast made it', ELSEWHERE);
  }
  const marked = attempt(() => {
    const descriptor = openSync(join(real, MARK_NAME), 'wx', 0o600);
    try {
      writeSync(descriptor, TEXT);
    } finally {
      closeSync(descriptor);
    }
  });
  if (!marked.ok) throw refusal(path, `cannot be marked: ${marked.reason}`, ELSEWHERE);
}
