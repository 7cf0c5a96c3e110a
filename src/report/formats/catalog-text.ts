import { arrayOf } from '../../catalog/array.ts';
import type { Entry } from '../../catalog/entry.ts';
import { figureRows } from '../../catalog/listing.ts';
import { NO_CLOCK } from '../result/no-clock.ts';
import { catalogTables, entryTable } from '../tables/catalog.ts';
import type { Table } from '../tables/table.ts';
import { blockLines, layoutWidth } from './text-blocks.ts';
import { PLAIN_STYLE } from './text-style.ts';
import { wrap } from './wrap.ts';

/** Writes the entries of a catalog as plain text, one table a kind. */
export const catalogText = (entries: readonly Entry[], columns: number | undefined): string =>
  joined(linesOf(catalogTables(entries), layoutWidth(columns)).slice(1));

/** Writes one entry: its plain fields as lines, then its numbers as a table. */
export function entryText(entry: Entry, columns: number | undefined): string {
  const width = layoutWidth(columns);
  const rows = figureRows(entry);
  const numbers = rows.filter(({ grade }) => grade !== '');
  const fields = [
    ...rows
      .filter(({ figure, grade }) => grade === '' && figure !== 'title')
      .map(({ figure, value }) => `${figure === 'notes' ? 'note' : figure}: ${value}`),
    ...(entry.kind === 'store' ? [`together: ${arrayOf(entry.data).explanation}`] : []),
    ...(numbers.length === 0 ? ['costs no time'] : []),
  ];
  return joined([
    ...wrap(`${entry.kind} ${entry.data.name}: ${entry.data.title}`, width),
    ...fields.flatMap((field) => wrap(field, width - 2)).map((line) => `  ${line}`),
    ...(numbers.length > 0 ? linesOf([entryTable(numbers)], width) : []),
  ]);
}

// Nothing of the catalog has a date that would have to be put on a clock.
const linesOf = (tables: readonly Table[], width: number): readonly string[] =>
  blockLines(tables, { width, style: PLAIN_STYLE, clock: NO_CLOCK });

const joined = (lines: readonly string[]): string =>
  lines.map((line) => `${line.trimEnd()}\n`).join('');
