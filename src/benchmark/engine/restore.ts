import { joined, rootBytes, shownPath } from '../../byte-path.ts';
import type { Files, Host, Outcome, WorkDirectory } from '../../host/host.ts';
import { pauses } from '../../pauses.ts';
import { ProblemsFound } from '../../problem.ts';
import { built } from '../manifest/digest.ts';
import type { Entry } from '../manifest/entry.ts';
import { Findings, type FindingsSummary } from './findings.ts';
import { PackReader } from './pack-reader.ts';
import { openPoint } from './point-manifest.ts';
import { written } from './repository-files.ts';
import type { StoredEntry } from './stored-entry.ts';

/** The report of a restore. */
export interface RestoreReport {
  readonly format: 'backcast/engine-restore/1';
  readonly point: number;
  readonly files: number;
  readonly directories: number;
  readonly links: number;
  readonly bytes: number;
  /** Contents that do not match their digests, and modes and times that could not be set. */
  readonly damages: FindingsSummary;
}

/** What is to be restored, and where to. */
export interface RestoreRequest {
  readonly repository: string;
  readonly point: number;
  /** A directory below the work directory that is empty or does not exist yet. */
  readonly into: string;
  /** The path of the one file that is wanted; undefined for all. */
  readonly file?: string;
}

/**
 * Restores a point: files with modes and times, links and directories, including empty ones. Modes
 * and times of directories are set last, because making their entries would change them. Contents
 * are verified against their digests; damage is reported, and everything else is restored. Of one
 * file, the folders that it lies in are restored too.
 *
 * @throws ProblemsFound if the point does not exist, `into` is not empty, or writing fails.
 */
export async function restore(
  host: Pick<Host, 'files' | 'clock' | 'yieldNow'>,
  work: WorkDirectory,
  { repository, point, into, file }: RestoreRequest,
): Promise<RestoreReport> {
  const { files } = host;
  const reader = openPoint(files, repository, point);
  const pause = pauses(host);
  const packs = new PackReader(files, repository, built('sha256'), pause);
  try {
    written(work.makeDirectory(into), into);
    refuseUnlessEmpty(files, into);
    const restoring = newRestoring(work, packs);
    const base = rootBytes(into);
    const folders: (readonly [Uint8Array, Entry])[] = [];
    const listed = new Set(['']);
    for (const row of reader.rows) {
      const { path, kind } = row.entry;
      if (file !== undefined && !isOnTheWay(key(path), file)) continue;
      // Otherwise entries listed below a link would be written to the link's target.
      if (!listed.has(folderOf(path))) throw notListed(path, repository);
      const full = joined(base, path);
      if (kind === 'directory') {
        folders.push([full, row.entry]);
        listed.add(key(path));
      }
      await restoreEntry(restoring, full, row);
      await pause();
    }
    for (const [full, entry] of folders.reverse()) setFacts(restoring, full, entry);
    const { damages, ...counts } = restoring.tally;
    return {
      format: 'backcast/engine-restore/1',
      point,
      ...counts,
      damages: damages.summary,
    };
  } finally {
    packs.close();
    reader.close();
  }
}

/** Bytes as latin1 text (one character per byte), so that they can be elements of a set. */
const key = (path: Uint8Array): string => Buffer.from(path).toString('latin1');

const folderOf = (path: Uint8Array): string => key(path).replace(/(^|\/)[^/]*$/u, '');

/** Whether an entry is a file, or a folder that it lies in. */
const isOnTheWay = (path: string, file: string): boolean =>
  path === file || file.startsWith(`${path}/`);

const notListed = (path: Uint8Array, repository: string): ProblemsFound =>
  new ProblemsFound([
    {
      path: '',
      message: `${shownPath(path)} is listed in no directory of its point`,
      hint: `the manifests of ${repository} were not written by this engine; make new points`,
    },
  ]);

/** The state of a restore. */
interface Restoring {
  readonly work: WorkDirectory;
  readonly packs: PackReader;
  readonly tally: {
    files: number;
    directories: number;
    links: number;
    bytes: number;
    readonly damages: Findings;
  };
}

const newRestoring = (work: WorkDirectory, packs: PackReader): Restoring => ({
  work,
  packs,
  tally: { files: 0, directories: 0, links: 0, bytes: 0, damages: new Findings() },
});

async function restoreEntry(
  restoring: Restoring,
  full: Uint8Array,
  row: StoredEntry,
): Promise<void> {
  const { work, tally } = restoring;
  const { entry } = row;
  if (entry.kind === 'directory') {
    written(work.makeDirectory(full), full);
    tally.directories += 1;
    return;
  }
  if (entry.kind === 'link') {
    written(work.makeLink(full, entry.target), full);
    tally.links += 1;
  } else {
    await writeFile(restoring, full, row);
    tally.files += 1;
    tally.bytes += entry.size;
  }
  setFacts(restoring, full, entry);
}

async function writeFile(
  { work, packs, tally }: Restoring,
  full: Uint8Array,
  row: StoredEntry,
): Promise<void> {
  const file = written(work.open(full, 'new'), full);
  try {
    const wrong = await packs.read(row, (bytes, position) =>
      written(file.write(bytes, position), full),
    );
    if (wrong !== undefined) tally.damages.add(`${shownPath(row.entry.path)}: ${wrong}`);
  } finally {
    file.close();
  }
}

function setFacts({ work, tally }: Restoring, full: Uint8Array, entry: Entry): void {
  const say = (what: string, set: Outcome<void>): void => {
    if (!set.ok) tally.damages.add(`${shownPath(entry.path)}: ${what}: ${set.reason}`);
  };
  if (entry.kind !== 'link') say('its mode cannot be set', work.setMode(full, entry.mode));
  say('its time cannot be set', work.setModified(full, entry.modified));
}

function refuseUnlessEmpty(files: Files, into: string): void {
  const opened = files.openDirectory(into);
  const first = opened.ok ? opened.value.next() : opened;
  if (opened.ok) opened.value.close();
  if (first.ok && first.value === undefined) return;
  const why = first.ok ? 'it is not empty' : first.reason;
  const message = `cannot restore into ${into}: ${why}`;
  throw new ProblemsFound([{ path: '', message, hint: 'name a directory that is empty or new' }]);
}
