import { figure } from './figure.ts';
import type { StrategyResult } from './result.ts';
import { type Column, type Table, tabulate } from './table.ts';

const columns: readonly Column<StrategyResult['verification']>[] = [
  {
    key: 'checks',
    heading: 'checks',
    dimension: 'count',
    better: 'neither',
    of: ({ count }) => figure('count', count),
  },
  {
    key: 'time',
    heading: 'time they took',
    dimension: 'seconds',
    better: 'less',
    of: ({ seconds }) => figure('seconds', seconds),
  },
  {
    key: 'read',
    heading: 'read to check',
    dimension: 'bytes',
    better: 'neither',
    of: ({ bytes }) => figure('bytes', bytes),
  },
];

/** What checking costs in the whole time. */
export const verificationTable = ({ verification }: StrategyResult): Table =>
  tabulate({
    key: 'verification',
    title: 'Checking',
    layout: 'list',
    columns,
    rows: [verification],
  });
