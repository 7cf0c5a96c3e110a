import { randomBytes } from 'node:crypto';
import { readdirSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import { attempt } from './fault.ts';

/**
 * A new name for a temporary file. Not derived from the target's name, which may already have the
 * maximum length.
 */
export const temporaryName = (folder: string): string =>
  join(folder, `.backcast.${randomBytes(6).toString('hex')}.tmp`);

/** Whether a name was made by `temporaryName`. */
export const isTemporaryName = (name: string): boolean =>
  /^\.backcast\.[0-9a-f]{12}\.tmp$/.test(name);

/** Removes the temporary files that killed processes have left in a folder. */
export function removeTemporariesIn(folder: string): void {
  const names = attempt(() => readdirSync(folder));
  for (const name of names.ok ? names.value : []) {
    if (isTemporaryName(name)) attempt(() => unlinkSync(join(folder, name)));
  }
}
