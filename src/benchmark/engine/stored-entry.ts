import type { Facts } from '../../host/host.ts';
import type { Entry } from '../manifest/entry.ts';
import { entryLine, isSize, lineEntry } from '../manifest/entry-line.ts';
import type { Line } from '../manifest/line-file.ts';

/** An entry of a point, as its manifest lists it. */
export interface StoredEntry {
  readonly entry: Entry;
  /** Of files only. */
  readonly content: StoredContent | null;
}

/** Where a file's content lies, and by what it is known that the file is still the same. */
export interface StoredContent {
  /** The point whose pack holds it, and the byte in it at which it begins. */
  readonly point: number;
  readonly offset: number;
  readonly inode: bigint;
  /** Time of the last change to the file or its facts (ctime); null where it is to be read again anyway. */
  readonly changed: bigint | null;
}

/**
 * Whether a file need not be read again: size, time of change, time of any change to its facts, and
 * inode are all the same. The last two make it hold for files whose time was set back, and for
 * other files that took their place. A tree that was copied or brought back has new inodes: all of
 * it is read again, and what has the same content is not stored again.
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

/** An entry of a point as a line of JSON. */
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

/** The entry of a line that `storedLine` made; undefined for a line that makes no sense. */
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
