import { joined, rootBytes } from '../../byte-path.ts';
import type { Files, Host, Outcome } from '../../host/host.ts';
import { type Pause, pauses } from '../../pauses.ts';
import { type Digest, type DigestMethod, newDigest } from './digest.ts';
import type { Entry } from './entry.ts';
import { digestOf } from './file-content.ts';
import { isListed, type ListedFacts, listedEntry } from './listed-entry.ts';
import { sortedWalk } from './sorted-walk.ts';
import { cannotRead, type Unread } from './unread.ts';

/** The content of a tree. */
export interface Tree {
  /** Sorted by the bytes of their paths; the root is not listed. */
  readonly entries: readonly Entry[];
  /** FIFOs, sockets and devices: they hold no content, so they are only counted. */
  readonly special: number;
}

// More problems of the same kind would not help the user.
const MOST_PROBLEMS = 20;

/**
 * Lists a tree, with a digest of each file's content if a method is given. Links are listed and not
 * followed. A file with several hard links is listed under each name as a separate file, because
 * many tools do not preserve hard links. Directories on other file systems are included.
 *
 * @throws ProblemsFound with what could not be read (at most 20 entries): an incomplete list is no
 *   basis for a comparison.
 *
 * @example
 * const { entries } = await readTree(host, '/srv/data', 'xxhash');
 */
export async function readTree(
  host: Pick<Host, 'files' | 'clock' | 'yieldNow'>,
  root: string,
  method: DigestMethod | null,
): Promise<Tree> {
  const pause = pauses(host);
  const digest = method === null ? null : await newDigest(method);
  const base = rootBytes(root);
  const entries: Entry[] = [];
  const unread: Unread[] = [];
  let special = 0;
  for (const met of sortedWalk(host.files, root)) {
    await pause();
    if (met.met === 'unread') unread.push(met);
    else if (isListed(met.facts)) {
      const full = joined(base, met.path);
      const entry = await entryOf(host.files, met.path, full, met.facts, digest, pause);
      if (entry.ok) entries.push(entry.value);
      else unread.push({ path: met.path, fault: entry });
    } else special += 1;
    if (unread.length === MOST_PROBLEMS) break;
  }
  if (unread.length > 0) throw cannotRead(root, unread);
  return { entries, special };
}

async function entryOf(
  files: Files,
  path: Uint8Array,
  full: Uint8Array,
  facts: ListedFacts,
  digest: Digest | null,
  pause: Pause,
): Promise<Outcome<Entry>> {
  const entry = listedEntry(files, path, full, facts);
  if (!entry.ok || facts.kind !== 'file' || !digest) return entry;
  const opened = files.openRegular(full);
  if (!opened.ok) return opened;
  try {
    const hex = await digestOf(opened.value, digest, pause);
    return hex.ok ? { ok: true, value: { ...entry.value, digest: hex.value } } : hex;
  } finally {
    opened.value.close();
  }
}
