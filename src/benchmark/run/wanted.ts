import type { Entry } from '../manifest/entry.ts';
import type { Measurement } from '../measurement.ts';
import { shapeOf } from '../shape/tree-shape.ts';
import type { StepOf } from '../step.ts';
import type { BackupTool, Invocation, Place } from '../tools/tool.ts';

/** What a restore is to bring back. */
export interface Wanted {
  readonly expected: readonly Entry[];
  /** The shape of it; null for all of a generation, which is known. */
  readonly source: Measurement['source'];
  /** The calls that bring it back below a folder. */
  calls(into: string): readonly Invocation[];
}

/** Characters that no tool takes for a pattern. */
const PLAIN = /^[A-Za-z0-9._/-]+$/;

/**
 * The file that a restore of one file brings back: of those with plain names the one of middle
 * size, of equals the first by name; empty files only where there are no others. Undefined if there
 * is none.
 */
export function middleFile(entries: readonly Entry[]): Entry | undefined {
  const plain = entries.filter(
    ({ kind, path }) => kind === 'file' && PLAIN.test(Buffer.from(path).toString('latin1')),
  );
  const filled = plain.filter(({ size }) => size > 0);
  const files = [...(filled.length > 0 ? filled : plain)].sort(
    (a, b) => a.size - b.size || Buffer.compare(a.path, b.path),
  );
  return files[Math.floor((files.length - 1) / 2)];
}

/**
 * What a step is to bring back; undefined if it is one file, and none can be asked for.
 *
 * @param entries the listing of the generation that the point holds.
 */
export function wantedOf(
  { part, point, series }: StepOf<'restore'>,
  { adapter, place }: { readonly adapter: BackupTool; readonly place: Place },
  entries: readonly Entry[],
): Wanted | undefined {
  const points = series.backups.map((backup) => backup.point);
  if (part === 'all') {
    const calls = (into: string) => adapter.restore(place, point, into, points);
    return { expected: entries, source: null, calls };
  }
  const file = middleFile(entries);
  if (!file) return undefined;
  const path = Buffer.from(file.path).toString('latin1');
  return {
    expected: [file],
    source: shapeOf([file]),
    calls: (into) => adapter.restoreFile?.(place, point, into, points, path) ?? [],
  };
}
