import type { OpenFile } from '../../host/host.ts';
import { DIGEST_METHODS, type DigestMethod } from './digest.ts';
import type { Entry } from './entry.ts';
import { entryLine, lineEntry } from './entry-line.ts';
import { LineWriter, readLines } from './line-file.ts';

const FORMAT = 'backcast/manifest/1';

/**
 * The bytes of a manifest file, piece by piece: JSON lines, a header with the method of its digests
 * (null where there are none) before the entries, which stand in the order of their paths.
 *
 * @example
 * for (const piece of manifestFile('sha-256', tree.entries)) append(piece);
 */
export function* manifestFile(
  method: DigestMethod | null,
  entries: Iterable<Entry>,
): Generator<Uint8Array, void> {
  const pieces: Uint8Array[] = [];
  const lines = new LineWriter({ format: FORMAT, method }, (piece) => pieces.push(piece));
  for (const entry of entries) {
    lines.row(entryLine(entry));
    yield* pieces.splice(0);
  }
  lines.end();
  yield* pieces.splice(0);
}

/** A manifest file that was opened. */
export interface ManifestReader {
  readonly method: DigestMethod | null;
  /** Goes through all entries once. @throws ProblemsFound, at the end, when the file is damaged. */
  readonly entries: Generator<Entry, void>;
}

/**
 * Opens a manifest file for reading.
 *
 * @param name how problems call the file.
 * @throws ProblemsFound when it is no manifest.
 */
export function readManifest(file: OpenFile, name: string): ManifestReader {
  const { header, rows, damaged } = readLines(file, FORMAT, name);
  const method = [...DIGEST_METHODS, null].find((one) => one === header.method);
  if (method === undefined) throw damaged();
  function* entries(): Generator<Entry, void> {
    for (const line of rows) {
      const entry = lineEntry(line);
      if (!entry) throw damaged();
      yield entry;
    }
  }
  return { method, entries: entries() };
}
