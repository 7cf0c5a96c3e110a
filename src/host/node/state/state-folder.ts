import { createHash } from 'node:crypto';
import { lstatSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, isAbsolute, join } from 'node:path';
import { ProblemsFound } from '../../../problem.ts';
import { attempt } from '../fault.ts';
import { makeDirectories } from './make-directories.ts';
import { isOwn } from './own-file.ts';

/**
 * The path of the folder that holds what is known of a work directory: its secret, its lock and the
 * notes of its programs. It lies outside the work directory, where this user alone may write, so
 * that a work directory that came from elsewhere cannot bring it along.
 *
 * @param work the work directory, with all links resolved.
 *
 * @example
 * statePath('/srv/backcast-work') // '/home/me/.local/state/backcast/5f0c…'
 */
export const statePath = (work: string): string =>
  join(stateHome(), 'backcast', createHash('sha256').update(work).digest('hex').slice(0, 32));

/**
 * Makes the folder of `statePath`, if there is none.
 *
 * @throws ProblemsFound if it cannot be made, or others may write there.
 */
export function stateFolder(work: string): string {
  const path = statePath(work);
  ownFolder(dirname(path));
  return ownFolder(path);
}

/** As the XDG base directories have it, which take no relative path. */
function stateHome(): string {
  const given = process.env.XDG_STATE_HOME ?? '';
  return isAbsolute(given) ? given : join(homedir(), '.local/state');
}

function ownFolder(path: string): string {
  const found = attempt(() => {
    makeDirectories(path);
    return lstatSync(path);
  });
  if (!found.ok) throw refusal(path, `cannot be made: ${found.reason}`);
  if (!found.value.isDirectory()) throw refusal(path, 'is no directory');
  if (!isOwn(found.value))
    throw refusal(path, 'belongs to another user, or others may write there');
  return path;
}

/** The problem that what is known of a work directory cannot be kept in a folder. */
export const refusal = (folder: string, message: string): ProblemsFound =>
  new ProblemsFound([
    {
      path: '',
      message: `${folder}, for what nobody else may write of a run, ${message}`,
      hint: 'name a folder of your own on a local disk in the variable XDG_STATE_HOME',
    },
  ]);
