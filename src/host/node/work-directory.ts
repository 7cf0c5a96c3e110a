import {
  chmodSync,
  linkSync,
  lstatSync,
  lutimesSync,
  mkdirSync,
  renameSync,
  statfsSync,
  symlinkSync,
} from 'node:fs';
import type { WorkDirectory } from '../host.ts';
import type { Outcome, Path } from '../outcome.ts';
import { attempt, attemptOutcome, fault } from './fault.ts';
import { holding } from './hold.ts';
import { openDescriptor, writable } from './open.ts';
import { type Place, placeIn, split } from './place.ts';
import { removeAt } from './remove.ts';
import { raw } from './walk.ts';

/**
 * The work of a `WorkDirectory`, which has been made and marked: see `openWorkDirectory`.
 * @param path absolute, all links resolved.
 */
export function workDirectory(path: string): WorkDirectory {
  const root = Buffer.from(path);
  const at = <T>(where: Path, act: (place: Place) => Outcome<T>): Outcome<T> => {
    const place = placeIn(root, where);
    return place.ok ? act(place.value) : place;
  };
  return {
    path,
    makeDirectory: (where) => makeDirectory(root, where),
    open: (where, how) =>
      at(where, (place) => {
        const opened = openDescriptor(place.path, how);
        return opened.ok ? { ok: true, value: writable(opened.value) } : opened;
      }),
    makeLink: (where, target) =>
      at(where, (place) => attempt(() => symlinkSync(raw(target), place.path))),
    makeHardLink: (where, existing) =>
      at(where, (place) => at(existing, (old) => makeHardLink(place.path, old.path))),
    rename: (from, to) =>
      at(from, (old) => at(to, (place) => attempt(() => renameSync(old.path, place.path)))),
    remove: (where) => orNothing(at(where, (place) => removeAt(root, place))),
    setMode: (where, mode) => at(where, (place) => setMode(place.path, mode)),
    setModified: (where, modified) =>
      at(where, (place) => attempt(() => setModified(place.path, modified))),
    free: () =>
      attempt(() => {
        const { bavail, bsize } = statfsSync(path);
        return bavail * bsize;
      }),
  };
}

const orNothing = (removed: Outcome<void>): Outcome<void> =>
  removed.ok || removed.code !== 'ENOENT' ? removed : { ok: true, value: undefined };

function makeDirectory(root: Buffer, where: Path): Outcome<void> {
  const given = Buffer.from(raw(where));
  if (given.equals(root)) return { ok: true, value: undefined };
  const place = placeIn(root, given);
  if (!place.ok) {
    if (place.code !== 'ENOENT') return place;
    const above = makeDirectory(root, split(given).folder);
    return above.ok ? makeDirectory(root, given) : above;
  }
  const made = attempt(() => mkdirSync(place.value.path));
  if (made.ok || made.code !== 'EEXIST') return made;
  const there = attempt(() => lstatSync(place.value.path).isDirectory());
  return there.ok && there.value ? { ok: true, value: undefined } : made;
}

/** Linux makes a second name of a link itself; other systems would make one of what it leads to. */
const makeHardLink = (path: Buffer, existing: Buffer): Outcome<void> =>
  attemptOutcome(() => {
    if (!lstatSync(existing).isFile()) return fault('ENOTREG');
    return attempt(() => linkSync(existing, path));
  });

const setMode = (path: Buffer, mode: number): Outcome<void> =>
  attemptOutcome(() =>
    holding(path, ({ at, facts }) =>
      facts.isSymbolicLink() ? fault('ELOOP') : attempt(() => chmodSync(at, mode & 0o7777)),
    ),
  );

const BILLION = 1_000_000_000n;

/**
 * Node takes seconds as a floating number and hands on whole microseconds, cut off, or (from its
 * version 22) what is left of nanoseconds. Whole seconds are exact; others come out less than a
 * microsecond off. The time of last access becomes the same.
 */
function setModified(path: Buffer, modified: bigint): void {
  const whole = modified % BILLION === 0n;
  // A little more than the microsecond, or else rounding could make it the one before.
  const seconds = whole ? Number(modified / BILLION) : Number(modified / 1000n) / 1e6 + 0.4e-6;
  // Node takes negative numbers for "now", but not in dates.
  const time = seconds < 0 ? new Date(Math.floor(seconds) * 1000) : seconds;
  lutimesSync(path, time, time);
}
