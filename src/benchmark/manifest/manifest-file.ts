import type { OpenFile } from '../../host/host.ts';
import { DIGEST_METHODS, type DigestMethod } from './digest.ts';
import type { Entry } from './entry.ts';
import { entryLine, lineEntry } from './entry-line.ts';
import { LineWriter, readLines } from './line-file.ts';

const FORMAT = 'backcast/manifest/1';

/**
 * Yields the bytes of a manifest file in pieces: JSON lines, with a header that holds the digest
 * method (null for none), followed by the entries sorted by path.
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

/** An open manifest file. */
export interface ManifestReader {
  readonly method: DigestMethod | null;
  /**
   * Yields all entries, once. @throws ProblemsFound if the file is damaged, in part only at its
   * end.
   */
  readonly entries: Generator<Entry, void>;
}

/**
 * Opens a manifest file for reading.
 *
 * @param name name of the file in problems.
 * @throws ProblemsFound if it is not a manifest.
 */
export function readManifest(file: OpenFile, name: string): ManifestReader {
  const { header, rows, damaged } = readLines(file, FORMAT, name);
  const method = [...DIGEST_METHODS, null].find((candidate) => candidate === header.method);
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
