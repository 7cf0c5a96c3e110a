import { name } from '../result/figure.ts';
import type { Result } from '../result/result.ts';
import { label, words } from './column.ts';
import { type Column, type Table, tabulate } from './table.ts';

type Default = Result['defaults'][number];

const columns: readonly Column<Default>[] = [
  label('path', 'field', ({ path }) => name(path)),
  words('value', 'value used', ({ value }) => name(value)),
  words('source', 'source', ({ source }) => name(source)),
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
