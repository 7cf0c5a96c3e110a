import { name } from '../result/figure.ts';
import type { CopyResult, StrategyResult } from '../result/result.ts';
import { bytes, count, ifAny, label, seconds } from './column.ts';
import { type Column, type Table, tabulate } from './table.ts';

const columns: readonly Column<CopyResult>[] = [
  label('store', 'copies in', ({ store }) => name(store)),
  { key: 'from', heading: 'made from', cells: 'words', of: ({ from }) => name(from) },
  count('count', 'copies', ({ count: made }) => made),
  bytes('bytes', 'mean size', (copy) => copy.bytes),
  seconds('time', 'mean time', (copy) => copy.seconds),
  ifAny(seconds('wait', 'waited', ({ wait }) => wait)),
  count('points', 'points at the end', ({ points }) => points),
  seconds('gap', 'longest gap', ({ gap }) => gap, 'no points'),
  seconds('worst_age', 'oldest the newest was', ({ worstAge }) => worstAge, 'no points'),
  ifAny(count('early', 'due too early', ({ early }) => early)),
  ifAny(count('failed', 'failed', ({ failed }) => failed)),
];

/** Copies of restore points, store by store. */
export const copiesTable = ({ copies }: StrategyResult): Table =>
  tabulate({ key: 'copies', title: 'Copies', columns, rows: copies });
