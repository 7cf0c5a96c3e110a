import { shownPath } from '../../byte-path.ts';
import type { Clock, Facts, Files, OpenFile, Outcome } from '../../host/host.ts';
import type { Pause } from '../../pauses.ts';
import type { Digest } from '../manifest/digest.ts';
import type { AppendedFile } from './appended-file.ts';
import type { BackupTally } from './backup-report.ts';
import { isUntouched, type StoredEntry } from './stored-entry.ts';

/** The state needed to store the files of a backup. */
export interface Storing {
  readonly files: Files;
  readonly clock: Pick<Clock, 'now'>;
  readonly point: number;
  readonly pack: AppendedFile;
  readonly digest: Digest;
  readonly tally: BackupTally;
  readonly pause: Pause;
}

/** A file found by the walk. */
interface MetFile {
  readonly path: Uint8Array;
  /** The path including the root. */
  readonly full: Uint8Array;
  readonly facts: Facts;
}

/**
 * Takes a file over from the base if it is untouched; otherwise reads it and stores its content.
 *
 * @returns undefined if the file could not be read.
 */
export async function storeFile(
  storing: Storing,
  { path, full, facts }: MetFile,
  before: StoredEntry | undefined,
): Promise<StoredEntry | undefined> {
  const { pack, tally } = storing;
  tally.processed += facts.size;
  if (before && isUntouched(before, facts)) {
    tally.unchanged += 1;
    return before;
  }
  const offset = pack.size;
  const read = await readFile(storing, full);
  if (!read.ok) {
    pack.cutTo(offset);
    tally.doubts.add(`${shownPath(path)}: cannot be read: ${read.reason}`);
    return undefined;
  }
  const { seen, size, digest, steady } = read.value;
  tally.read += size;
  if (!steady) tally.doubts.add(`${shownPath(path)}: changed while it was read`);
  const isOld = before?.entry.size === size && before.entry.digest === digest;
  if (isOld) pack.cutTo(offset);
  if (isOld) tally.unchanged += 1;
  else if (before?.content) tally.changed += 1;
  else tally.added += 1;
  const place = isOld && before.content ? before.content : { point: storing.point, offset };
  const { mode, modified, inode } = seen;
  return {
    entry: { path, kind: 'file', size, mode, modified, target: NOTHING, digest },
    content: {
      ...place,
      inode,
      changed: mayChangeUnseen(storing, read.value) ? null : seen.changed,
    },
  };
}

const NOTHING = new Uint8Array();

/** A file that was read; its bytes are at the end of the pack. */
interface ReadFile {
  /** Its metadata on opening. */
  readonly seen: Facts;
  /** Number of bytes read. */
  readonly size: number;
  readonly digest: string;
  /** Whether the file was unchanged after reading. */
  readonly steady: boolean;
}

async function readFile(storing: Storing, full: Uint8Array): Promise<Outcome<ReadFile>> {
  const { files, digest } = storing;
  const opened = files.openRegular(full);
  if (!opened.ok) return opened;
  try {
    const size = await copy(opened.value, storing);
    // Always finish the digest, so that the next content starts with a fresh one.
    const hex = digest.hex();
    if (!size.ok) return size;
    const seen = opened.value.facts;
    const after = files.lstat(full);
    const steady = after.ok && isSame(seen, after.value) && size.value === seen.size;
    return { ok: true, value: { seen, size: size.value, digest: hex, steady } };
  } finally {
    opened.value.close();
  }
}

/** Reads a file up to its size on opening, so that reading a growing file ends. */
async function copy(file: OpenFile, { pack, digest, pause }: Storing): Promise<Outcome<number>> {
  let position = 0;
  while (position < file.facts.size) {
    const room = pack.room(file.facts.size - position);
    const read = file.read(room, position);
    if (!read.ok) return read;
    digest.update(room.subarray(0, read.value));
    pack.took(read.value);
    position += read.value;
    if (read.value < room.length) break;
    await pause();
  }
  return { ok: true, value: position };
}

const isSame = (a: Facts, b: Facts): boolean =>
  a.inode === b.inode && a.size === b.size && a.modified === b.modified && a.changed === b.changed;

// File system timestamps have a granularity of up to a hundredth of a second; twice that is
// assumed.
const STEP = 20_000_000n;

/** Whether the file could change right after it was read without any change of its metadata. */
function mayChangeUnseen({ clock }: Storing, { seen, steady }: ReadFile): boolean {
  return !steady || seen.changed + STEP > BigInt(Math.floor(clock.now())) * 1_000_000n;
}
