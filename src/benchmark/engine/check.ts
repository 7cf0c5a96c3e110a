import { shownPath } from '../../byte-path.ts';
import type { Files, Host } from '../../host/host.ts';
import { pauses } from '../../pauses.ts';
import { ProblemsFound, visible } from '../../problem.ts';
import { built } from '../manifest/digest.ts';
import { BaseCursor } from './base-cursor.ts';
import { Findings, type FindingsSummary } from './findings.ts';
import { PackReader } from './pack-reader.ts';
import { openPoint, type PointReader } from './point-manifest.ts';
import { listRepository } from './repository-files.ts';
import type { StoredEntry } from './stored-entry.ts';

/** What a check of a repository found. */
export interface CheckReport {
  readonly format: 'backcast/engine-check/1';
  readonly points: number;
  /** Contents that were read, and their bytes: each is read once, in the point that brought it. */
  readonly contents: number;
  readonly bytes: number;
  readonly damages: FindingsSummary;
}

/**
 * Reads everything in a repository and holds it against its digests: a flipped byte, wherever it
 * is, is found. A content that a point took over is looked up in the point it is made against,
 * which in turn is held against its own base, so memory does not grow with the number of files.
 *
 * @throws ProblemsFound when the repository cannot be read, or holds no point.
 */
export async function check(
  host: Pick<Host, 'files' | 'clock' | 'yieldNow'>,
  repository: string,
): Promise<CheckReport> {
  const contents = listRepository(host.files, repository);
  if (!contents.ok || contents.value.points.length === 0) {
    const why = contents.ok ? 'it holds no point' : contents.reason;
    const message = `cannot check ${repository}: ${why}`;
    throw new ProblemsFound([{ path: '', message, hint: 'name a repository with a point' }]);
  }
  const { points } = contents.value;
  const pause = pauses(host);
  const packs = new PackReader(host.files, repository, built('sha256'), pause);
  const tally = { contents: 0, bytes: 0, damages: new Findings() };
  try {
    for (const point of points) {
      await sayingWhatIsWrong(tally.damages, point, () =>
        checkPoint({ files: host.files, repository, packs, tally }, point),
      );
    }
  } finally {
    packs.close();
  }
  return {
    format: 'backcast/engine-check/1',
    points: points.length,
    contents: tally.contents,
    bytes: tally.bytes,
    damages: tally.damages.summary,
  };
}

/** What a check works with. */
interface Checking {
  readonly files: Files;
  readonly repository: string;
  readonly packs: PackReader;
  readonly tally: { contents: number; bytes: number; readonly damages: Findings };
}

/** A point whose manifest cannot be gone through is a finding: the others are still checked. */
async function sayingWhatIsWrong(
  damages: Findings,
  point: number,
  work: () => Promise<void>,
): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof ProblemsFound)) throw error;
    for (const { message } of error.problems) damages.add(`point ${point}: ${visible(message)}`);
  }
}

async function checkPoint(checking: Checking, point: number): Promise<void> {
  const { files, repository } = checking;
  const reader = openPoint(files, repository, point);
  try {
    const { base } = reader.header;
    const before = base === null ? undefined : openPoint(files, repository, base);
    try {
      await checkRows(checking, reader, new BaseCursor(before?.rows ?? []));
    } finally {
      before?.close();
    }
  } finally {
    reader.close();
  }
}

async function checkRows(
  { packs, tally }: Checking,
  { header: { point, base }, rows }: PointReader,
  before: BaseCursor,
): Promise<void> {
  const say = (words: string): void => tally.damages.add(`point ${point}: ${words}`);
  let end = 0;
  for (const row of rows) {
    const { entry, content } = row;
    if (!content) continue;
    const known = before.find(entry.path);
    if (content.point !== point) {
      if (isTakenOver(row, known)) continue;
      say(`${shownPath(entry.path)}: point ${base} does not have its content`);
      continue;
    }
    if (content.offset !== end) say(`${shownPath(entry.path)}: its content is out of place`);
    end = content.offset + entry.size;
    const wrong = await packs.read(row);
    if (wrong !== undefined) say(`${shownPath(entry.path)}: ${wrong}`);
    tally.contents += 1;
    tally.bytes += entry.size;
  }
  const pack = packs.pack(point);
  if (!pack.ok) say(`its pack cannot be read: ${pack.reason}`);
  else if (pack.value.facts.size !== end) say('its pack is longer or shorter than its contents');
}

const isTakenOver = ({ entry, content }: StoredEntry, known: StoredEntry | undefined): boolean =>
  known?.content?.point === content?.point &&
  known?.content?.offset === content?.offset &&
  known?.entry.size === entry.size &&
  known?.entry.digest === entry.digest;
