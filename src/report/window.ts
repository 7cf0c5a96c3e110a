import { date, figure, figureOr } from './figure.ts';
import type { StrategyResult } from './result.ts';
import { type Column, type Table, tabulate } from './table.ts';

const columns: readonly Column<StrategyResult>[] = [
  {
    key: 'fits',
    heading: 'nights that fit',
    dimension: 'share',
    better: 'more',
    of: ({ window }) => figureOr('share', window.fits, 'no window'),
  },
  {
    key: 'first_miss',
    heading: 'first night that does not',
    dimension: 'instant',
    better: 'neither',
    of: ({ window }) => date(window.firstMiss),
  },
  {
    key: 'skipped',
    heading: 'jobs skipped, the one before still running',
    dimension: 'count',
    better: 'less',
    of: ({ skipped }) => figure('count', skipped),
  },
  {
    key: 'failed',
    heading: 'jobs that left no point',
    dimension: 'count',
    better: 'less',
    of: ({ failed }) => figure('count', failed),
  },
];

/** Whether the nights are long enough, and from when on they are not. */
export const windowTable = (strategy: StrategyResult): Table =>
  tabulate({ key: 'window', title: 'Window', layout: 'list', columns, rows: [strategy] });
