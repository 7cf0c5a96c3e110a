import { type Entry, KINDS } from '../../catalog/entry.ts';
import type { FigureRow } from '../../catalog/listing.ts';
import { summaryOf } from '../../catalog/summary.ts';
import { text } from '../result/figure.ts';
import { label, words } from './column.ts';
import { type Column, type Table, tabulate } from './table.ts';

const listed: readonly Column<Entry>[] = [
  { ...label('name', 'name', ({ data }: Entry) => text(data.name)), whole: true },
  words('title', 'what it is', ({ data }) => text(data.title)),
  words('summary', 'in short', (entry) => text(summaryOf(entry))),
];

/** The entries of a catalog, one table a kind; kinds without entries are left out. */
export const catalogTables = (entries: readonly Entry[]): readonly Table[] =>
  Object.entries(KINDS).flatMap(([kind, title]) => {
    const rows = entries.filter((entry) => entry.kind === kind);
    if (rows.length === 0) return [];
    return [tabulate({ key: kind, title: `${title} (${kind})`, columns: listed, rows })];
  });

const figures: readonly Column<FigureRow>[] = [
  label('figure', 'figure', ({ figure }) => text(figure)),
  words('value', 'value', ({ value }) => text(value)),
  words('grade', 'grade', ({ grade }) => text(grade)),
  words('source', 'source', ({ source, date }) => text(`${source}, ${date}`)),
  words('note', 'note', ({ note }) => text(note)),
];

/** The sourced numbers of one entry, each with its grade, source and date. */
export const entryTable = (rows: readonly FigureRow[]): Table =>
  tabulate({ key: 'figures', title: 'Figures', columns: figures, rows });
