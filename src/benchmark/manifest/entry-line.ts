import type { Entry } from './entry.ts';
import type { Line } from './line-file.ts';
import { nameBytes, nameText } from './name-text.ts';

/**
 * An entry as a line of JSON: names as text where they are UTF-8, times as decimal nanoseconds,
 * modes in octal; what says nothing of a kind is left out.
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

/** The entry of a line that `entryLine` made; undefined for a line that makes no sense. */
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

/** Whether something can be a size or an offset: a whole number of bytes. */
export const isSize = (value: unknown): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;

/** A part that is empty, `.` or `..`, or a zero byte: no path below a directory has any. */
const ASTRAY = /(^|\/)\.{0,2}(\/|$)|\0/u;

const isRelative = (path: Uint8Array): boolean =>
  !ASTRAY.test(Buffer.from(path).toString('latin1'));
