import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

/** Rights that are for this user alone. */
const OWN = 0o700;

/**
 * Makes a directory and its ancestors, for this user alone unless other rights are given. Node's recursive mode loops forever
 * where a file system denies that an existing folder exists, as /proc does.
 *
 * @throws the system's error.
 */
export function makeDirectories(path: string, mode: number = OWN): void {
  if (existsSync(path)) return;
  makeDirectories(dirname(path), mode);
  try {
    mkdirSync(path, { mode });
  } catch (error) {
    // Another process may have made it just now.
    if (!existsSync(path)) throw error;
  }
}
