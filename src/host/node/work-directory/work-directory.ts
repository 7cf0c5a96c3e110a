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
import { open, unlink } from 'node:fs/promises';
import type { WorkDirectory } from '../../host.ts';
import type { Outcome, Path } from '../../outcome.ts';
import { attempt, attemptOutcome, fault, faultOf } from '../fault.ts';
import { holding } from '../hold.ts';
import { openDescriptor, writable } from '../open.ts';
import { type Place, placeIn, split } from '../place.ts';
import { removeAt } from '../remove.ts';
import { raw } from '../walk.ts';

/**
 * Implements `WorkDirectory` for a directory that has been made and marked; see
 * `openWorkDirectory`.
 *
 * @param path absolute, with all links resolved.
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
    writeThrough: (where, content) =>
      atOnce(root, where, async ({ path }) => {
        const file = await open(path, 'wx');
        try {
          await file.writeFile(content);
          await file.sync();
        } finally {
          await file.close();
        }
      }),
    removeFile: (where) => atOnce(root, where, ({ path }) => unlink(path)),
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

/** Does something with a place without blocking; its error is a fault. */
async function atOnce(
  root: Buffer,
  where: Path,
  act: (place: Place) => Promise<void>,
): Promise<Outcome<void>> {
  const place = placeIn(root, where);
  if (!place.ok) return place;
  try {
    return { ok: true, value: await act(place.value) };
  } catch (error) {
    return faultOf(error);
  }
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
  const isDirectory = attempt(() => lstatSync(place.value.path).isDirectory());
  return isDirectory.ok && isDirectory.value ? { ok: true, value: undefined } : made;
}

/** Regular files only: Linux would link a symbolic link itself, other systems its target. */
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
 * Sets the modification time, and the access time to the same value. Node takes floating-point
 * seconds and passes on whole microseconds, truncated (from version 22 on, the remaining
 * nanoseconds). Whole seconds are exact; other times are off by less than a microsecond.
 */
function setModified(path: Buffer, modified: bigint): void {
  const whole = modified % BILLION === 0n;
  // The extra 0.4 µs keeps rounding from producing the previous microsecond.
  const seconds = whole ? Number(modified / BILLION) : Number(modified / 1000n) / 1e6 + 0.4e-6;
  // Node takes negative numbers to mean "now", but accepts negative dates.
  const time = seconds < 0 ? new Date(Math.floor(seconds) * 1000) : seconds;
  lutimesSync(path, time, time);
}
