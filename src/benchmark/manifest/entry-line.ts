import type { Entry } from './entry.ts';
import type { Line } from './line-file.ts';
import { nameBytes, nameText } from './name-text.ts';

/**
 * Converts an entry to a line of JSON: names as text if they are UTF-8, times as decimal
 * nanoseconds, modes in octal. Fields that do not apply to a kind are omitted.
 *
 * @example
 * entryLine(entry)
 * // { path: 'a/b', kind: 'file', size: 5, mode: '644', modified: '1700000000000000000', digest: '…' }
 */
export function entryLine(entry: Entry): Line {
  const { kind } = entry;
  return {
    path: nameText(entry.path),
    kind,
    ...(kind === 'file' ? { size: entry.size } : {}),
    mode: entry.mode.toString(8),
    modified: String(entry.modified),
    ...(kind === 'link' ? { target: nameText(entry.target) } : {}),
    ...(entry.digest === '' ? {} : { digest: entry.digest }),
  };
}

const NOTHING = new Uint8Array();

/** Parses a line written by `entryLine`; undefined if it is invalid. */
export function lineEntry(line: Line): Entry | undefined {
  const { kind, mode, modified, size = 0, digest = '' } = line;
  const path = nameBytes(line.path);
  const target = line.target === undefined ? NOTHING : nameBytes(line.target);
  if (kind !== 'file' && kind !== 'directory' && kind !== 'link') return undefined;
  if (!path || !isRelative(path) || !target || !isSize(size)) return undefined;
  if (typeof mode !== 'string' || !/^[0-7]{1,4}$/u.test(mode)) return undefined;
  if (typeof modified !== 'string' || !/^-?[0-9]{1,20}$/u.test(modified)) return undefined;
  if (typeof digest !== 'string' || !/^[0-9a-f]*$/u.test(digest)) return undefined;
  return {
    path,
    kind,
    size,
    mode: Number.parseInt(mode, 8),
    modified: BigInt(modified),
    target,
    digest,
  };
}

/** Whether a value is a valid size or offset: a whole, non-negative number of bytes. */
export const isSize = (value: unknown): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;

/**
 * Matches an empty, `.` or `..` component or a zero byte, none of which a path below a root may
 * have.
 */
const INVALID_PATH = /(^|\/)\.{0,2}(\/|$)|\0/u;

const isRelative = (path: Uint8Array): boolean =>
  !INVALID_PATH.test(Buffer.from(path).toString('latin1'));
