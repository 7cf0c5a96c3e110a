import { chmodSync, readdirSync, realpathSync, rmdirSync, unlinkSync } from 'node:fs';
import type { Outcome } from '../outcome.ts';
import { attempt, attemptOutcome, fault } from './fault.ts';
import { type Held, holding } from './hold.ts';
import { mountPoints } from './mounts.ts';
import { below, isWithin, type Place } from './place.ts';

const OWNER_ACCESS = 0o700n;
const DONE = { ok: true, value: undefined } as const;

/**
 * Removes a file, a link, or a directory with its content. Keeps a handle on each directory while
 * emptying it, so that a directory put in its place meanwhile is not touched. Follows no links and
 * crosses no mount points. Stops at the first fault.
 *
 * @param root the work directory; the place lies below it.
 */
export function removeAt(root: Buffer, { folder, name, path }: Place): Outcome<void> {
  return attemptHeld(folder, (held) => {
    // The folder was resolved by name; this checks where the opened handle really lies.
    const real = realpathSync.native(held.at, { encoding: 'buffer' });
    if (!isWithin(root, real)) return fault('EXDEV');
    const gone = unlink(below(held.at, name));
    if (gone.ok || !mayBeDirectory(gone.code)) return gone;
    if (mountPoints().some(({ point }) => isWithin(path, point))) return fault('EXDEV');
    return removeDirectory(held, name, gone);
  });
}

/**
 * Removes an entry of any type. Tries `unlink` first; its error tells a directory from other
 * entries.
 */
function removeEntry(parent: Held, name: Buffer): Outcome<void> {
  const gone = unlink(below(parent.at, name));
  return gone.ok || !mayBeDirectory(gone.code) ? gone : removeDirectory(parent, name, gone);
}

/**
 * Empties and removes a directory.
 *
 * @param refusal the error of `unlink`, returned if the entry is not a directory.
 */
function removeDirectory(parent: Held, name: Buffer, refusal: Outcome<void>): Outcome<void> {
  const path = below(parent.at, name);
  const emptied = attemptHeld(path, (held) => {
    if (!held.facts.isDirectory()) return refusal;
    if (held.facts.dev !== parent.facts.dev) return fault('EXDEV');
    if ((held.facts.mode & OWNER_ACCESS) !== OWNER_ACCESS) chmodSync(held.at, 0o700);
    for (const entry of readdirSync(held.at, { encoding: 'buffer' })) {
      const removed = removeEntry(held, entry);
      if (!removed.ok) return removed;
    }
    return DONE;
  });
  return emptied.ok ? orGone(attempt(() => rmdirSync(path))) : emptied;
}

const unlink = (path: Buffer): Outcome<void> => orGone(attempt(() => unlinkSync(path)));

// For a directory POSIX specifies EPERM, and Linux returns EISDIR.
const mayBeDirectory = (code: string): boolean => code === 'EISDIR' || code === 'EPERM';

const attemptHeld = (path: Buffer, act: (held: Held) => Outcome<void>): Outcome<void> =>
  orGone(attemptOutcome(() => holding(path, act)));

const orGone = (outcome: Outcome<void>): Outcome<void> =>
  outcome.ok || outcome.code !== 'ENOENT' ? outcome : DONE;
