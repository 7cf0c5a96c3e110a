import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Outcome } from '../../outcome.ts';
import { makeOwn, readOwn } from './own-file.ts';
import { stateFolder, statePath } from './state-folder.ts';

/** The variable in which programs of a run carry the secret of its work directory. */
export const SECRET_VARIABLE = 'BACKCAST_SECRET';

const NAME = 'secret';
const SECRET = /^secret ([0-9a-f]{64})$/m;

/**
 * The secret of a work directory, as its user's state folder has it; undefined if this user has made
 * no such directory. The mark of the directory bears it, and so do the programs that run there.
 */
export const knownSecret = (work: string): string | undefined =>
  secretIn(readOwn(join(statePath(work), NAME)) ?? '');

/** The known secret, or a new one. @throws ProblemsFound if the state folder cannot be used. */
export function secretOf(work: string): Outcome<string> {
  const known = knownSecret(work);
  if (known) return { ok: true, value: known };
  const secret = randomBytes(32).toString('hex');
  const path = join(stateFolder(work), NAME);
  const made = makeOwn(path, `work directory ${JSON.stringify(work)}\nsecret ${secret}\n`);
  if (made.ok) return { ok: true, value: secret };
  // Another process may have made one just now.
  const theirs = knownSecret(work);
  return theirs ? { ok: true, value: theirs } : made;
}

/** The secret in the text of a mark or a record; undefined if there is none. */
export const secretIn = (text: string): string | undefined => SECRET.exec(text)?.[1];
