import { realpathSync } from 'node:fs';
import type { Outcome, Path } from '../outcome.ts';
import { attempt } from './fault.ts';
import { raw } from './walk.ts';

/** The file whose first line says that backcast made the directory it lies in. */
export const MARK_NAME = '.backcast-work';

const SLASH = 0x2f;

/** Where a path leads to: a folder with all links resolved, and a name in it that may be a link. */
export interface Place {
  readonly folder: Buffer;
  readonly name: Buffer;
  /** Both together. */
  readonly path: Buffer;
}

/**
 * Finds out where a path leads, and that this is below `root`. The folders are asked for each time:
 * a tool may have put a link in the place of one since.
 *
 * @param root absolute, all links resolved.
 * @returns a fault where the folder it should lie in cannot be reached.
 * @throws where it leads elsewhere, which is a bug of whoever asked.
 *
 * @example
 * placeIn(Buffer.from('/work'), '/work/../etc/passwd') // throws
 */
export function placeIn(root: Buffer, path: Path): Outcome<Place> {
  const given = Buffer.from(raw(path));
  const { folder: above, name } = split(given);
  if (given[0] !== SLASH || isNoName(name)) throw astray(root, given);
  const real = realPath(above);
  if (!real.ok) {
    if (!isWithin(root, farthest(above))) throw astray(root, given);
    return real;
  }
  const folder = real.value;
  if (!isWithin(root, folder)) throw astray(root, given);
  if (folder.equals(root) && isOurs(name)) throw astray(root, given);
  return { ok: true, value: { folder, name, path: below(folder, name) } };
}

// The mark, and notes of what runs.
const isOurs = (name: Buffer): boolean => name.toString('latin1').startsWith('.backcast');

/** The path of a name in a folder. */
export const below = (folder: Buffer, name: Buffer): Buffer =>
  folder.at(-1) === SLASH
    ? Buffer.concat([folder, name])
    : Buffer.concat([folder, Buffer.of(SLASH), name]);

/** Whether a path is that of a directory or of something in it; both absolute and resolved. */
export const isWithin = (directory: Buffer, path: Buffer): boolean =>
  path.length >= directory.length &&
  path.subarray(0, directory.length).equals(directory) &&
  (path.length === directory.length || path[directory.length] === SLASH || directory.length === 1);

/** The folder of a path and the name in it, without slashes at the end of either. */
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

/** The nearest folder above that is there. */
function farthest(path: Buffer): Buffer {
  let real: Outcome<Buffer>;
  let at = path;
  do {
    at = split(at).folder;
    real = realPath(at);
  } while (!real.ok && at.length > 1);
  return real.ok ? real.value : at;
}

const astray = (root: Buffer, path: Buffer): Error =>
  new Error(`${JSON.stringify(path.toString())} does not lie below ${JSON.stringify(`${root}`)}`);
