import type { Files } from '../../host/host.ts';
import { ProblemsFound } from '../../problem.ts';
import { isSize } from '../manifest/entry-line.ts';
import { LineWriter, readLines } from '../manifest/line-file.ts';
import { pointFiles } from './repository-files.ts';
import { lineStored, type StoredEntry, storedLine } from './stored-entry.ts';

const FORMAT = 'backcast/engine-point/1';

/** The levels of the engine's backups. */
export const ENGINE_LEVELS = ['full', 'incremental', 'differential'] as const;
/** full: everything; incremental: changes since any point; differential: changes since a full. */
export type EngineLevel = (typeof ENGINE_LEVELS)[number];

/** The header of a point's manifest. */
export interface PointHeader {
  readonly point: number;
  readonly level: EngineLevel;
  /** The point whose contents it refers to; null for a full. */
  readonly base: number | null;
}

/** Starts writing the manifest of a point; its digests are SHA-256. */
export function pointWriter(
  header: PointHeader,
  send: (piece: Uint8Array) => void,
): { row(entry: StoredEntry): void; end(): void } {
  const lines = new LineWriter({ format: FORMAT, ...header }, send);
  return { row: (entry) => lines.row(storedLine(entry)), end: () => lines.end() };
}

/** The open manifest of a point; the caller that opened it closes it. */
export interface PointReader {
  readonly header: PointHeader;
  /** Yields the entries in the order of their paths, once. @throws ProblemsFound if damaged. */
  readonly rows: Generator<StoredEntry, void>;
  close(): void;
}

/**
 * Opens the manifest of a point.
 *
 * @throws ProblemsFound if the point does not exist or its manifest is damaged.
 */
export function openPoint(files: Files, repository: string, point: number): PointReader {
  const { manifest } = pointFiles(repository, point);
  const opened = files.openRegular(manifest);
  if (!opened.ok) {
    const message = `cannot read point ${point} of ${repository}: ${opened.reason}`;
    const hint = 'name a point that was made, in the repository it was made in';
    throw new ProblemsFound([{ path: '', message, hint }]);
  }
  const file = opened.value;
  try {
    const { header, rows, damaged } = readLines(file, FORMAT, manifest);
    const checked = checkedHeader(header);
    if (checked?.point !== point) throw damaged();
    function* entries(): Generator<StoredEntry, void> {
      for (const line of rows) {
        const entry = lineStored(line);
        if (!entry) throw damaged();
        yield entry;
      }
    }
    return { header: checked, rows: entries(), close: () => file.close() };
  } catch (error) {
    file.close();
    throw error;
  }
}

function checkedHeader(header: Readonly<Record<string, unknown>>): PointHeader | undefined {
  const { point, base } = header;
  const level = ENGINE_LEVELS.find((name) => name === header.level);
  if (!level || !isSize(point)) return undefined;
  return base === null || isSize(base) ? { point, level, base } : undefined;
}
