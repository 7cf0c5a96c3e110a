import { dirname } from 'node:path';
import { changedShare, changeRates, measureChange } from '../exchange/change.ts';
import { type IndexReader, indexFile, openIndex } from '../exchange/index-file.ts';
import { type IndexRow, ROW_SIZE, readRow } from '../exchange/index-row.ts';
import type { MeasuredChange, Observation } from '../exchange/observation.ts';
import { RowSorter } from '../exchange/sort-rows.ts';
import { fileIdentity } from '../exchange/walk.ts';
import type { Host, OpenFile } from '../host/host.ts';
import { ProblemsFound } from '../problem.ts';
import type { CommandContext } from './command-context.ts';
import { refusal } from './refusal.ts';

/** The index of `--since`, open. */
export interface Since {
  readonly file: OpenFile;
  readonly reader: IndexReader;
}

/**
 * Opens the index of an earlier look.
 *
 * @throws ProblemsFound when it cannot be read or is no index.
 */
export function openSince(host: Host, path: string): Since {
  const file = openFile(host, path);
  return { file, reader: openIndex(file, path) };
}

function openFile(host: Host, path: string): OpenFile {
  const real = host.files.realPath(path);
  const opened = real.ok ? host.files.openRegular(real.value) : real;
  if (opened.ok) return opened.value;
  throw refusal(`cannot read ${path}: ${opened.reason}`, 'name an index that observe wrote');
}

/**
 * Refuses to write an index over a file that is none, and marks an old one as our own.
 *
 * @throws ProblemsFound also where no file can be written.
 */
export async function checkIndexTarget(host: Host, path: string, own: Set<string>): Promise<void> {
  await host.files.checkReplaceable(path);
  const real = host.files.realPath(path);
  const facts = real.ok ? host.files.lstat(real.value) : real;
  if (!facts.ok || facts.value.kind !== 'file' || facts.value.size === 0) return;
  const file = openFile(host, path);
  try {
    openIndex(file, path);
    own.add(fileIdentity(file.facts));
  } catch (error) {
    if (!(error instanceof ProblemsFound)) throw error;
    throw refusal(
      `${path} exists and is not an index, so it is not overwritten`,
      'name a new file',
    );
  } finally {
    file.close();
  }
}

/** Sorts the rows of an index that will be written to that path, or of none. */
export function newSorter(host: Host, index: string | undefined): RowSorter {
  const folder = index === undefined ? host.files.temporaryFolder : dirname(index);
  return new RowSorter(() => host.files.temporary(folder));
}

/** What differs from the earlier look; notes where it seems to be of another directory. */
export async function changeSince(
  since: Since,
  rows: RowSorter,
  seen: Observation,
  context: CommandContext,
): Promise<MeasuredChange> {
  const { reader } = since;
  const { yieldNow } = context.host;
  const change = await measureChange(reader.rows(), decoded(rows.pieces()), yieldNow);
  const seconds = (Date.parse(seen.taken) - reader.header.taken) / 1000;
  const kept = change.before.files - change.removed.files;
  if (kept === 0 && change.before.files > 0) {
    context.note('note: no file of the earlier index is there; is it of the same directory?');
  }
  const perRun = changedShare(change) ?? null;
  return { ...change, seconds, perRun, rates: changeRates(change, seconds) ?? null };
}

function* decoded(pieces: Iterable<Buffer>): Generator<IndexRow> {
  for (const piece of pieces) {
    for (let row = 0; row < piece.length; row += ROW_SIZE) yield readRow(piece, row);
  }
}

/** Writes the index of what was seen. */
export async function writeIndex(
  host: Host,
  path: string,
  {
    key,
    rows,
    taken,
  }: { readonly key: Uint8Array; readonly rows: RowSorter; readonly taken: string },
): Promise<void> {
  const header = { key, taken: Date.parse(taken), rows: rows.count };
  // Whoever holds the key can test guessed paths, so the file is for its owner alone.
  await host.files.replace(path, indexFile(header, rows.pieces()), { mode: 0o600 });
}
