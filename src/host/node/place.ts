import { realpathSync } from 'node:fs';
import type { Outcome, Path } from '../outcome.ts';
import { attempt } from './fault.ts';
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
 * @returns a fault if the path's folder cannot be reached.
 * @throws an error if the path leads outside `root`, which is a bug of the caller.
 *
 * @example
 * placeIn(Buffer.from('/work'), '/work/../etc/passwd') // throws
 */
export function placeIn(root: Buffer, path: Path): Outcome<Place> {
  const given = Buffer.from(raw(path));
  const { folder: above, name } = split(given);
  if (given[0] !== SLASH || isNoName(name)) throw outsideError(root, given);
  const real = realPath(above);
  if (!real.ok) {
    if (!isWithin(root, nearestExisting(above))) throw outsideError(root, given);
    return real;
  }
  const folder = real.value;
  if (!isWithin(root, folder)) throw outsideError(root, given);
  if (folder.equals(root) && isOurs(name)) throw outsideError(root, given);
  return { ok: true, value: { folder, name, path: below(folder, name) } };
}

// The mark, the notes of running programs and temporary files.
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
