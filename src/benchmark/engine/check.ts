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

/** The report of a repository check. */
export interface CheckReport {
  readonly format: 'backcast/engine-check/1';
  readonly points: number;
  /**
   * File contents that were read, and their bytes. Each is read once, in the point that stored it.
   */
  readonly contents: number;
  readonly bytes: number;
  readonly damages: FindingsSummary;
}

/**
 * Reads everything in a repository and verifies it against its digests, so any flipped byte is
 * found. A content that a point took over from its base is looked up in the base's manifest, which
 * is itself verified against its own base. Memory therefore does not grow with the number of files.
 *
 * @throws ProblemsFound if the repository cannot be read or has no points.
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
      await collectProblems(tally.damages, point, () =>
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

/** The state of a check. */
interface Checking {
  readonly files: Files;
  readonly repository: string;
  readonly packs: PackReader;
  readonly tally: { contents: number; bytes: number; readonly damages: Findings };
}

/**
 * Runs `work`; records problems it throws as findings, so that the other points are still checked.
 */
async function collectProblems(
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
    const previous = before.find(entry.path);
    if (content.point !== point) {
      if (isTakenOver(row, previous)) continue;
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

const isTakenOver = ({ entry, content }: StoredEntry, previous: StoredEntry | undefined): boolean =>
  previous?.content?.point === content?.point &&
  previous?.content?.offset === content?.offset &&
  previous?.entry.size === entry.size &&
  previous?.entry.digest === entry.digest;
