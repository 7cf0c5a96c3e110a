import type { Estimate } from '../../stats/estimate.ts';
import { name, text } from '../result/figure.ts';
import type { StrategyResult } from '../result/result.ts';
import { bytes, label } from './column.ts';
import { type Column, type Table, tabulate } from './table.ts';

interface Row {
  readonly link: string | null;
  readonly bytes: Estimate;
}

const columns: readonly Column<Row>[] = [
  label('link', 'link', ({ link }) => (link === null ? text('all links') : name(link))),
  bytes('sent', 'sent', (row) => row.bytes),
];

/** What goes over each link in the whole time, and over all where there are several. */
export function trafficTable({ traffic }: StrategyResult): Table {
  const { byLink, bytes } = traffic;
  const rows: readonly Row[] = byLink.length === 1 ? byLink : [...byLink, { link: null, bytes }];
  return tabulate({ key: 'traffic', title: 'Traffic', columns, rows });
}
