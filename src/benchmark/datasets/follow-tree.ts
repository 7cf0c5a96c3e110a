import { joined, rootBytes } from '../../byte-path.ts';
import type { Host, Outcome, WorkDirectory } from '../../host/host.ts';
import { pauses } from '../../pauses.ts';
import { TIME_TOLERANCE } from '../manifest/compare.ts';
import type { Entry } from '../manifest/entry.ts';
import { BLOCK } from '../manifest/file-content.ts';
import { readTree } from '../manifest/read-tree.ts';

/** A tree to update to match another; absolute paths, `at` below the work directory. */
export interface Following {
  readonly work: WorkDirectory;
  readonly from: string;
  readonly at: string;
}

type Effects = Pick<Host, 'files' | 'clock' | 'yieldNow'>;

/**
 * Updates a tree to match another and touches only what differs, as if the tree itself had changed.
 * Tools that look at times and inodes therefore find unchanged entries exactly as before. Files of
 * equal size and time count as unchanged. An interrupted update is completed by calling this again.
 *
 * @throws ProblemsFound if one of the trees cannot be read.
 */
export async function followTree(host: Effects, following: Following): Promise<Outcome<void>> {
  const { work, from, at } = following;
  const made = work.makeDirectory(at);
  if (!made.ok) return made;
  const wanted = (await readTree(host, from, null)).entries;
  const present = new Map(
    (await readTree(host, at, null)).entries.map((entry) => [key(entry.path), entry]),
  );
  const names = new Set(wanted.map(({ path }) => key(path)));
  for (const [name, entry] of present) {
    if (names.has(name)) continue;
    const gone = work.remove(joined(rootBytes(at), entry.path));
    if (!gone.ok) return gone;
  }
  const pause = pauses(host);
  for (const entry of wanted) {
    const followed = follow(host, following, entry, present.get(key(entry.path)));
    if (!followed.ok) return followed;
    await pause();
  }
  return setFolders(following, wanted);
}

/** Bytes as latin1 text (one character per byte), so that they can be map keys. */
const key = (path: Uint8Array): string => Buffer.from(path).toString('latin1');

const DONE: Outcome<void> = { ok: true, value: undefined };

function follow(
  host: Effects,
  { work, from, at }: Following,
  entry: Entry,
  present: Entry | undefined,
): Outcome<void> {
  const path = joined(rootBytes(at), entry.path);
  if (present && present.kind !== entry.kind) {
    const gone = work.remove(path);
    if (!gone.ok) return gone;
  }
  if (entry.kind === 'directory') return work.makeDirectory(path);
  if (present?.kind === entry.kind && isSame(present, entry)) {
    return entry.kind === 'link' || present.mode === entry.mode
      ? DONE
      : work.setMode(path, entry.mode);
  }
  const written =
    entry.kind === 'link'
      ? linkAt(work, path, entry.target)
      : copy(host, work, joined(rootBytes(from), entry.path), path);
  if (!written.ok) return written;
  const mode = entry.kind === 'link' ? DONE : work.setMode(path, entry.mode);
  return mode.ok ? work.setModified(path, entry.modified) : mode;
}

function isSame(one: Entry, other: Entry): boolean {
  const apart = one.modified - other.modified;
  const isSameTime = (apart < 0n ? -apart : apart) < TIME_TOLERANCE;
  return isSameTime && one.size === other.size && Buffer.compare(one.target, other.target) === 0;
}

function linkAt(work: WorkDirectory, path: Uint8Array, target: Uint8Array): Outcome<void> {
  const gone = work.remove(path);
  return gone.ok ? work.makeLink(path, target) : gone;
}

const block = new Uint8Array(BLOCK);

function copy(
  { files }: Effects,
  work: WorkDirectory,
  from: Uint8Array,
  to: Uint8Array,
): Outcome<void> {
  const source = files.openRegular(from);
  if (!source.ok) return source;
  const target = work.open(to, 'empty');
  try {
    if (!target.ok) return target;
    for (let position = 0; ; position += BLOCK) {
      const read = source.value.read(block, position);
      if (!read.ok) return read;
      const written = target.value.write(block.subarray(0, read.value), position);
      if (!written.ok || read.value < BLOCK) return written;
    }
  } finally {
    source.value.close();
    if (target.ok) target.value.close();
  }
}

/**
 * Sets modes and times of folders last, innermost first, because changes inside would alter them.
 */
function setFolders({ work, at }: Following, wanted: readonly Entry[]): Outcome<void> {
  for (const { kind, path, mode, modified } of wanted.toReversed()) {
    if (kind !== 'directory') continue;
    const full = joined(rootBytes(at), path);
    const set = work.setMode(full, mode);
    const done = set.ok ? work.setModified(full, modified) : set;
    if (!done.ok) return done;
  }
  return DONE;
}
