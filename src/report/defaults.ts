import { name } from './figure.ts';
import type { Result } from './result.ts';
import { type Column, type Table, tabulate } from './table.ts';

type Default = Result['defaults'][number];

const column = (key: keyof Default, heading: string): Column<Default> => ({
  key,
  heading,
  dimension: 'words',
  better: 'neither',
  ...(key === 'path' && { label: true }),
  of: (row) => name(row[key]),
});

const columns = [
  column('path', 'field'),
  column('value', 'value used'),
  column('source', 'source'),
];

/** Every value that nobody gave and that the answer rests on. */
export const defaultsTable = ({ defaults }: Result): Table =>
  tabulate({
    key: 'defaults',
    title: 'Defaults used',
    notes: defaults.length === 0 ? ['none: every value was given'] : [],
    columns,
    rows: defaults,
  });
