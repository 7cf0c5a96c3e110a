import type { StrategyResult } from '../result/result.ts';
import { count, instants, share } from './column.ts';
import { type Column, type Table, tabulate } from './table.ts';

const columns: readonly Column<StrategyResult>[] = [
  share('fits', 'nights that fit', ({ window }) => window.fits, 'no window'),
  instants('first_miss', 'first night that does not', ({ window }) => window.firstMiss),
  count('skipped', 'jobs skipped, the one before still running', ({ skipped }) => skipped),
  count('failed', 'jobs that left no point', ({ failed }) => failed),
  count('unstarted', 'jobs still waiting at the end', ({ unstarted }) => unstarted),
];

/** Whether the nights are long enough, and from when on they are not. */
export const windowTable = (strategy: StrategyResult): Table =>
  tabulate({ key: 'window', title: 'Window', layout: 'list', columns, rows: [strategy] });
