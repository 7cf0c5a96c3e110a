import { chmodSync, lstatSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { WorkDirectory } from '../../host.ts';
import type { Outcome } from '../../outcome.ts';
import { attempt } from '../fault.ts';
import { MARK_NAME } from '../place.ts';
import { makeDirectories } from '../state/make-directories.ts';
import { isOwn, makeOwn, readOwn } from '../state/own-file.ts';
import { knownSecret, SECRET_VARIABLE, secretIn, secretOf } from '../state/secret.ts';
import { isTemporaryName, removeTemporariesIn } from '../temporary-name.ts';
import { workDirectory } from './work-directory.ts';
import { refusal, refuseToHold, resolved } from './work-place.ts';

/** See `Host.openWorkDirectory`. */
export async function openWorkDirectory(
  path: string,
  apart: readonly string[] = [],
): Promise<WorkDirectory> {
  if (process.platform === 'win32') {
    throw refusal(path, 'is on Windows, where benchmarks cannot be run', 'use Linux, or WSL');
  }
  // An empty path would mean the current directory.
  if (path === '') throw refusal('""', 'has no name');
  const real = resolved(resolve(path));
  // A program of a run was told the secret, and looks for no state folder: its home is another.
  const isOfRun = bearsMark(real, process.env[SECRET_VARIABLE]);
  refuseToHold(path, real, {
    apart: apart.map((other) => resolved(resolve(other))),
    mayBeHome: isOfRun,
  });
  if (isOfRun || bearsMark(real, knownSecret(real))) refuseOthers(path, real);
  else mark(path, real);
  // Checks again that no link has taken the directory's place since it was inspected.
  if (resolved(real) !== real) throw refusal(path, 'was replaced while it was made');
  return workDirectory(real);
}

/**
 * Refuses a directory in which somebody else may put what a run would read, write to or remove.
 *
 * @throws ProblemsFound if it belongs to another user or others may write to it.
 */
function refuseOthers(path: string, real: string): void {
  const stats = lstatSync(real);
  if (stats.uid !== process.geteuid?.()) throw refusal(path, 'belongs to another user');
  if (isOwn(stats)) return;
  throw refusal(path, 'may be written by others', `take that right away: chmod go-w ${path}`);
}

/** Whether a directory bears the mark with a secret; a mark by another hand knows none. */
const bearsMark = (real: string, secret: string | undefined): boolean =>
  secret !== undefined && secretIn(readOwn(join(real, MARK_NAME)) ?? '') === secret;

const markText = (secret: string): string =>
  `backcast work directory, version 2
What lies here is made and removed by benchmarks of backcast. Keep nothing else here.
secret ${secret}
`;

/** Makes a directory, if there is none, and marks it, if it is empty. */
function mark(path: string, real: string): void {
  const made = attempt(() => makeDirectories(real));
  if (!made.ok) throw refusal(path, `cannot be made: ${made.reason}`);
  const there = attempt(() => {
    // Nothing of another's can come in from here on. Who must not change that is refused later.
    if (readdirSync(real).every(isTemporaryName)) attempt(() => removeRightsOfOthers(real));
    return readdirSync(real);
  });
  if (!there.ok) throw refusal(path, `cannot be made: ${there.reason}`);
  if (there.value.includes(MARK_NAME))
    throw refusal(path, 'bears a mark that you have not made here', FOREIGN);
  if (!there.value.every(isTemporaryName)) {
    throw refusal(path, 'is not empty, and bears no mark that backcast made it');
  }
  refuseOthers(path, real);
  const marked = markWith(real, secretOf(real));
  // Another process of this user may have marked it just now.
  if (marked.ok || bearsMark(real, knownSecret(real))) return;
  throw refusal(path, `cannot be marked: ${marked.reason}`);
}

const FOREIGN =
  'name another; if it is yours, and was moved or made with another XDG_STATE_HOME, undo that';

function removeRightsOfOthers(real: string): void {
  const { uid, mode } = lstatSync(real);
  if (uid === process.geteuid?.() && (mode & 0o022) !== 0) chmodSync(real, mode & 0o7755);
}

/** Nothing else may lie there yet but what is left of a marking that was broken off. */
function markWith(real: string, secret: Outcome<string>): Outcome<void> {
  if (!secret.ok) return secret;
  const made = makeOwn(join(real, MARK_NAME), markText(secret.value));
  if (made.ok) removeTemporariesIn(real);
  return made;
}
