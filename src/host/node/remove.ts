import { chmodSync, readdirSync, realpathSync, rmdirSync, unlinkSync } from 'node:fs';
import type { Outcome } from '../outcome.ts';
import { attempt, attemptOutcome, fault } from './fault.ts';
import { type Held, holding } from './hold.ts';
import { mountPoints } from './mounts.ts';
import { below, isWithin, type Place } from './place.ts';

const OURS = 0o700n;
const DONE = { ok: true, value: undefined } as const;

/**
 * Removes what a place names, and all in it. Each directory is held while it is emptied, so that
 * nothing put in its place meanwhile is touched; no link is followed and no mount point crossed.
 * Stops at the first fault.
 *
 * @param root the work directory, which the place lies below.
 */
export function removeAt(root: Buffer, { folder, name, path }: Place): Outcome<void> {
  return attemptHeld(folder, (held) => {
    // The folder was resolved by name; this says where what is held now really lies.
    const real = realpathSync.native(held.at, { encoding: 'buffer' });
    if (!isWithin(root, real)) return fault('EXDEV');
    const gone = unlink(below(held.at, name));
    if (gone.ok || !mayBeDirectory(gone.code)) return gone;
    if (mountPoints().some(({ point }) => isWithin(path, point))) return fault('EXDEV');
    return removeDirectory(held, name, gone);
  });
}

/** Removes anything; a directory's refusal tells that it is one. */
function removeEntry(parent: Held, name: Buffer): Outcome<void> {
  const gone = unlink(below(parent.at, name));
  return gone.ok || !mayBeDirectory(gone.code) ? gone : removeDirectory(parent, name, gone);
}

/** @param refusal is what the system said when it was taken for a file. */
function removeDirectory(parent: Held, name: Buffer, refusal: Outcome<void>): Outcome<void> {
  const path = below(parent.at, name);
  const emptied = attemptHeld(path, (held) => {
    if (!held.facts.isDirectory()) return refusal;
    if (held.facts.dev !== parent.facts.dev) return fault('EXDEV');
    if ((held.facts.mode & OURS) !== OURS) chmodSync(held.at, 0o700);
    for (const entry of readdirSync(held.at, { encoding: 'buffer' })) {
      const removed = removeEntry(held, entry);
      if (!removed.ok) return removed;
    }
    return DONE;
  });
  return emptied.ok ? orGone(attempt(() => rmdirSync(path))) : emptied;
}

const unlink = (path: Buffer): Outcome<void> => orGone(attempt(() => unlinkSync(path)));

// What POSIX asks for is EPERM, what Linux says is EISDIR.
const mayBeDirectory = (code: string): boolean => code === 'EISDIR' || code === 'EPERM';

const attemptHeld = (path: Buffer, act: (held: Held) => Outcome<void>): Outcome<void> =>
  orGone(attemptOutcome(() => holding(path, act)));

const orGone = (outcome: Outcome<void>): Outcome<void> =>
  outcome.ok || outcome.code !== 'ENOENT' ? outcome : DONE;
