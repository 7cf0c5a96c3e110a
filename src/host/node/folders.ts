import { rmdirSync, unlinkSync } from 'node:fs';
import { dirname } from 'node:path';
import { ProblemsFound } from '../../problem.ts';
import { attempt } from './fault.ts';
import { makeDirectories } from './state/make-directories.ts';

/** Rights that the user's mask leaves. */
const SHARED = 0o777;

/** See `Files.makeFolders`. */
export function makeFolders(path: string): void {
  const made = attempt(() => makeDirectories(path, SHARED));
  if (!made.ok) throw refused(`cannot make the folder ${path}: ${made.reason}`);
}

/** See `Files.remove`. */
export function removeFile(path: string): void {
  const gone = attempt(() => unlinkSync(path));
  if (!gone.ok && gone.code !== 'ENOENT') throw refused(`cannot remove ${path}: ${gone.reason}`);
  // Refused where something is left in it, which is as it should be.
  attempt(() => rmdirSync(dirname(path)));
}

const refused = (message: string): ProblemsFound =>
  new ProblemsFound([{ path: '', message, hint: 'name a place that may be written to' }]);
