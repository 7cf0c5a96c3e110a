import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What the system says of a process: state, parent and so on; undefined where it is gone. */
export function statOf(pid: number): readonly string[] | undefined {
  try {
    // The name of the program stands in brackets before them and may hold anything.
    return readFileSync(`/proc/${pid}/stat`, 'latin1')
      .replace(/^.*\) /s, '')
      .split(' ');
  } catch {
    return undefined;
  }
}

/** Whether a process runs: one that has ended may wait for its parent to ask. */
export const runs = (pid: number): boolean => !['Z', undefined].includes(statOf(pid)?.[0]);

/** When a process that runs began, in ticks since the system did. */
const startOf = (pid: number): string | undefined => (runs(pid) ? statOf(pid)?.[19] : undefined);

/**
 * Makes a temporary folder that bears who it belongs to, and removes those of the same kind whose
 * owners were killed before they could: process ids come again, with another start.
 *
 * @param kind is a word of letters, e.g. `sshd`.
 */
export function ownedFolder(kind: string): string {
  const start = `backcast-test-${kind}-`;
  for (const name of readdirSync(tmpdir())) {
    const [pid, began] = name.startsWith(start) ? name.slice(start.length).split('-') : [];
    if (pid === undefined || began === undefined || startOf(Number(pid)) === began) continue;
    removeIfAllowed(join(tmpdir(), name));
  }
  return mkdtempSync(join(tmpdir(), `${start}${process.pid}-${startOf(process.pid)}-`));
}

/** Those of another user are left to that user. */
function removeIfAllowed(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true });
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (!['EACCES', 'EPERM'].includes(code)) throw error;
  }
}
