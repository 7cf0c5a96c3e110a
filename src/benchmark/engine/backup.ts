import { joined, rootBytes, shownPath } from '../../byte-path.ts';
import type { Host, WorkDirectory } from '../../host/host.ts';
import { pauses } from '../../pauses.ts';
import { built } from '../manifest/digest.ts';
import { isListed, listedEntry } from '../manifest/listed-entry.ts';
import { sortedWalk } from '../manifest/sorted-walk.ts';
import { cannotRead } from '../manifest/unread.ts';
import { AppendedFile } from './appended-file.ts';
import { type BackupReport, BackupTally } from './backup-report.ts';
import { BaseCursor } from './base-cursor.ts';
import { removeLeftovers } from './leftovers.ts';
import { openBase } from './open-base.ts';
import { type PointHeader, pointWriter } from './point-manifest.ts';
import { pointFiles, unfinished, written } from './repository-files.ts';
import { type Storing, storeFile } from './store-file.ts';
import type { StoredEntry } from './stored-entry.ts';

/** What to back up, and as what. */
export interface BackupOptions extends PointHeader {
  readonly source: string;
  /** A folder below the work directory; made where it is not there. */
  readonly repository: string;
}

/**
 * Copies a tree into a repository as a new point. What the point it is made against has and did
 * not change is not read; what was read and has the same content is not stored. Links are kept and
 * never followed. The point is there, whole, when this returns, and not at all when it throws or
 * the program is ended; what is then left over goes with the next backup.
 *
 * What changed while it was read, and what could not be read, is told in `doubts`: the first is
 * stored as it was read, the second is not in the point.
 *
 * @throws ProblemsFound when the base is missing, the point is there already, or nothing can be
 *   written.
 */
export async function backUp(
  host: Pick<Host, 'files' | 'clock' | 'yieldNow'>,
  work: WorkDirectory,
  options: BackupOptions,
): Promise<BackupReport> {
  const { repository, point, level, base } = options;
  written(work.makeDirectory(repository), repository);
  removeLeftovers(host.files, work, repository);
  const before = openBase(host.files, repository, options);
  const { pack, manifest } = pointFiles(repository, point);
  const parts = [unfinished(pack), unfinished(manifest)] as const;
  try {
    const tally = new BackupTally();
    await writeParts(host, work, options, before?.rows ?? [], parts, tally);
    written(work.rename(parts[0], pack), pack);
    written(work.rename(parts[1], manifest), manifest);
    return { format: 'backcast/engine-backup/1', point, level, base, ...tally.summary };
  } catch (error) {
    for (const part of [...parts, pack]) work.remove(part);
    throw error;
  } finally {
    before?.close();
  }
}

/** Writes both files of a point under the names of unfinished ones. */
async function writeParts(
  host: Pick<Host, 'files' | 'clock' | 'yieldNow'>,
  work: WorkDirectory,
  options: BackupOptions,
  before: Iterable<StoredEntry>,
  [packPart, manifestPart]: readonly [string, string],
  tally: BackupTally,
): Promise<void> {
  const pause = pauses(host);
  const pack = new AppendedFile(work, packPart);
  try {
    const list = new AppendedFile(work, manifestPart);
    try {
      const { source, point, level, base } = options;
      const rows = pointWriter({ point, level, base }, (piece) => list.append(piece));
      const { files, clock } = host;
      const storing = { files, clock, point, pack, digest: built('sha256'), tally, pause };
      await copyTree(storing, source, new BaseCursor(before), rows.row);
      rows.end();
      pack.finish();
      list.finish();
      tally.stored = pack.size + list.size;
    } finally {
      list.close();
    }
  } finally {
    pack.close();
  }
}

async function copyTree(
  storing: Storing,
  source: string,
  before: BaseCursor,
  list: (entry: StoredEntry) => void,
): Promise<void> {
  const { files, tally, pause } = storing;
  const base = rootBytes(source);
  for (const met of sortedWalk(files, source)) {
    await pause();
    if (met.met === 'unread') {
      if (met.path.length === 0) throw cannotRead(source, [met]);
      tally.doubts.add(`${shownPath(met.path)}: cannot be read: ${met.fault.reason}`);
      continue;
    }
    const { path, facts } = met;
    const full = joined(base, path);
    const known = before.find(path);
    if (known?.content && facts.kind !== 'file') tally.removed += 1;
    if (facts.kind === 'file') {
      const stored = await storeFile(storing, { path, full, facts }, known);
      if (stored) list(stored);
    } else if (isListed(facts)) {
      const entry = listedEntry(files, path, full, facts);
      if (entry.ok) list({ entry: entry.value, content: null });
      else tally.doubts.add(`${shownPath(path)}: cannot be read: ${entry.reason}`);
      tally[facts.kind === 'link' ? 'links' : 'directories'] += 1;
    } else tally.special += 1;
  }
  tally.removed += before.filesPassed();
}
