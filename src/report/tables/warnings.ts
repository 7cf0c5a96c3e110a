import { name, text } from '../result/figure.ts';
import type { Result } from '../result/result.ts';
import { label, words } from './column.ts';
import { type Column, type Table, tabulate } from './table.ts';

interface Row {
  readonly number: number;
  readonly warning: string;
}

const columns: readonly Column<Row>[] = [
  label('number', 'number', ({ number }) => text(String(number))),
  words('warning', 'doubt', ({ warning }) => name(warning)),
];

/** Doubts about the result. */
export const warningsTable = ({ warnings }: Result): Table =>
  tabulate({
    key: 'warnings',
    title: 'Warnings',
    layout: 'lines',
    columns,
    rows: warnings.map((warning, index) => ({ number: index + 1, warning })),
  });
