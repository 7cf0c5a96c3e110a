import type { Facts } from '../../host/host.ts';
import type { Entry } from '../manifest/entry.ts';
import { entryLine, isSize, lineEntry } from '../manifest/entry-line.ts';
import type { Line } from '../manifest/line-file.ts';

/** An entry of a point as listed in its manifest. */
export interface StoredEntry {
  readonly entry: Entry;
  /** For files only. */
  readonly content: StoredContent | null;
}

/** Location of a file's content, and the metadata that identifies the file as unchanged. */
export interface StoredContent {
  /** The point whose pack holds the content, and its offset in the pack. */
  readonly point: number;
  readonly offset: number;
  readonly inode: bigint;
  /** The file's ctime; null forces the next backup to read it again. */
  readonly changed: bigint | null;
}

/**
 * Whether a file need not be read again: size, mtime, ctime and inode are all equal. Ctime and
 * inode also detect files whose mtime was set back and files that were replaced. A copied or
 * restored tree has new inodes, so all of it is read again, but unchanged contents are not stored
 * again.
 */
export function isUntouched(before: StoredEntry | undefined, facts: Facts): boolean {
  if (!before?.content || facts.kind !== 'file') return false;
  const { entry, content } = before;
  return (
    entry.size === facts.size &&
    entry.modified === facts.modified &&
    content.changed === facts.changed &&
    content.inode === facts.inode
  );
}

/** Converts an entry of a point to a line of JSON. */
export function storedLine({ entry, content }: StoredEntry): Line {
  if (!content) return entryLine(entry);
  return {
    ...entryLine(entry),
    point: content.point,
    offset: content.offset,
    inode: String(content.inode),
    changed: content.changed === null ? null : String(content.changed),
  };
}

/** Parses a line written by `storedLine`; undefined if it is invalid. */
export function lineStored(line: Line): StoredEntry | undefined {
  const entry = lineEntry(line);
  if (!entry) return undefined;
  if (entry.kind !== 'file') return { entry, content: null };
  const { point, offset, inode, changed } = line;
  if (!isSize(point) || !isSize(offset) || !isWhole(inode)) return undefined;
  if (changed !== null && !isWhole(changed)) return undefined;
  return {
    entry,
    content: {
      point,
      offset,
      inode: BigInt(inode),
      changed: changed === null ? null : BigInt(changed),
    },
  };
}

const isWhole = (text: unknown): text is string =>
  typeof text === 'string' && /^-?[0-9]{1,20}$/u.test(text);
