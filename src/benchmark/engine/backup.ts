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

/** The tree to back up, and the point to make. */
export interface BackupOptions extends PointHeader {
  readonly source: string;
  /** A folder below the work directory; made if it is missing. */
  readonly repository: string;
}

/**
 * Copies a tree into a repository as a new point. Files that are unchanged since the base are not
 * read; files that were read and have the same content as in the base are not stored again. Links
 * are stored as links and never followed. When this returns, the point is complete; if it throws or
 * the program is ended, there is no point, and the next backup removes what is left over.
 *
 * `doubts` lists files that changed while they were read, which are stored as read, and entries
 * that could not be read, which are not in the point.
 *
 * @throws ProblemsFound if the base is missing, the point already exists, or writing fails.
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

/** Writes both files of a point under temporary names. */
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
    const previous = before.find(path);
    if (previous?.content && facts.kind !== 'file') tally.removed += 1;
    if (facts.kind === 'file') {
      const stored = await storeFile(storing, { path, full, facts }, previous);
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
