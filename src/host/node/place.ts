import { realpathSync } from 'node:fs';
import { posix } from 'node:path';
import type { Outcome, Path } from '../outcome.ts';
import { attempt, fault } from './fault.ts';
import { raw } from './walk.ts';

/** The file that marks a directory as made by backcast, by its first line. */
export const MARK_NAME = '.backcast-work';

const SLASH = 0x2f;

/**
 * A resolved path: a folder with all links resolved, and a name in it, which may itself be a link.
 */
export interface Place {
  readonly folder: Buffer;
  readonly name: Buffer;
  /** Folder and name joined. */
  readonly path: Buffer;
}

/**
 * Resolves a path and checks that it lies below `root`. Its folders are resolved anew on each call,
 * because a tool may have replaced one by a link since.
 *
 * @param root absolute, with all links resolved.
 * @returns a fault if the path's folder cannot be reached, or a link in it leads outside `root`.
 * @throws an error if the path itself, links apart, leads outside `root`: a bug of the caller.
 *
 * @example
 * placeIn(Buffer.from('/work'), '/work/../etc/passwd') // throws
 */
export function placeIn(root: Buffer, path: Path): Outcome<Place> {
  const given = Buffer.from(raw(path));
  const { folder: above, name } = split(given);
  if (isNoName(name) || !isNamedBelow(root, given)) throw outsideError(root, given);
  const real = realPath(above);
  if (!real.ok) return isWithin(root, nearestExisting(above)) ? real : fault('EOUTSIDE');
  const folder = real.value;
  if (!isWithin(root, folder)) return fault('EOUTSIDE');
  if (folder.equals(root) && isOurs(name)) throw outsideError(root, given);
  return { ok: true, value: { folder, name, path: below(folder, name) } };
}

/** Whether a path lies below a directory by its names alone, before links are resolved. */
const isNamedBelow = (root: Buffer, path: Buffer): boolean =>
  // One character for each byte, so that names need not be UTF-8.
  isWithin(root, split(Buffer.from(posix.normalize(path.toString('latin1')), 'latin1')).folder);

// The mark and temporary files.
const isOurs = (name: Buffer): boolean => name.toString('latin1').startsWith('.backcast');

/** Joins a folder and a name. */
export const below = (folder: Buffer, name: Buffer): Buffer =>
  folder.at(-1) === SLASH
    ? Buffer.concat([folder, name])
    : Buffer.concat([folder, Buffer.of(SLASH), name]);

/** Whether a path is a directory itself or lies in it; both are absolute and resolved. */
export const isWithin = (directory: Buffer, path: Buffer): boolean =>
  path.length >= directory.length &&
  path.subarray(0, directory.length).equals(directory) &&
  (path.length === directory.length || path[directory.length] === SLASH || directory.length === 1);

/** Splits a path into its folder and its last name, both without trailing slashes. */
export function split(path: Buffer): { readonly folder: Buffer; readonly name: Buffer } {
  let end = path.length;
  while (end > 1 && path[end - 1] === SLASH) end--;
  const cut = path.lastIndexOf(SLASH, end - 1);
  let folderEnd = cut;
  while (folderEnd > 1 && path[folderEnd - 1] === SLASH) folderEnd--;
  return { folder: path.subarray(0, Math.max(folderEnd, 1)), name: path.subarray(cut + 1, end) };
}

const isNoName = (name: Buffer): boolean =>
  name.length === 0 || name.equals(Buffer.from('.')) || name.equals(Buffer.from('..'));

const realPath = (path: Buffer): Outcome<Buffer> =>
  attempt(() => realpathSync.native(path, { encoding: 'buffer' }));

/** The nearest ancestor that exists, resolved. */
function nearestExisting(path: Buffer): Buffer {
  let real: Outcome<Buffer>;
  let at = path;
  do {
    at = split(at).folder;
    real = realPath(at);
  } while (!real.ok && at.length > 1);
  return real.ok ? real.value : at;
}

const outsideError = (root: Buffer, path: Buffer): Error =>
  new Error(`${JSON.stringify(path.toString())} does not lie below ${JSON.stringify(`${root}`)}`);
