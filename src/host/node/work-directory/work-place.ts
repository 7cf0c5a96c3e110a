import { realpathSync, statSync } from 'node:fs';
import { homedir, userInfo } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { ProblemsFound } from '../../../problem.ts';
import type { Outcome } from '../../outcome.ts';
import { attempt } from '../fault.ts';
import { isWithin } from '../place.ts';

/** The hint for a place that cannot be a work directory. */
const ELSEWHERE = 'name a new or an empty folder, such as ./backcast-work';

/** The problem with a work directory; `path` is as the user wrote it. */
export function refusal(path: string, message: string, hint = ELSEWHERE): ProblemsFound {
  return new ProblemsFound([{ path: '', message: `the work directory ${path} ${message}`, hint }]);
}

/** A path with all links of its existing part resolved. */
export function resolved(path: string): string {
  const real = attempt(() => realpathSync.native(path));
  if (real.ok) return real.value;
  const above = dirname(path);
  return above === path ? path : join(resolved(above), basename(path));
}

/** Where a work directory may not be. */
interface Forbidden {
  /** Paths that it must neither hold nor lie in, with all links resolved. */
  readonly apart: readonly string[];
  /** Whether it may be HOME, as it is for programs that a run has started. */
  readonly mayBeHome: boolean;
}

/**
 * Refuses a place in which writing and deleting would be dangerous.
 *
 * @param real the path with all links resolved.
 * @throws ProblemsFound for `/`, home directories, and what holds or lies in a path of `apart`.
 */
export function refuseToHold(path: string, real: string, { apart, mayBeHome }: Forbidden): void {
  if (real.includes('\ufffd')) throw refusal(path, 'has a name that is not UTF-8');
  const account = attempt(() => userInfo().homedir);
  const homes = [...(account.ok ? [account.value] : []), ...(mayBeHome ? [] : [homedir()])];
  if (real === '/' || isSame(real, '/')) throw refusal(path, 'is the whole system');
  for (const home of homes.map((folder) => resolved(resolve(folder)))) {
    if (lies(home, real)) throw refusal(path, 'is or holds a home directory');
  }
  for (const other of apart) {
    if (lies(other, real)) throw refusal(path, `holds ${other}, which must lie apart`);
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
