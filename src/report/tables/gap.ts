import type { StrategyResult } from '../result/result.ts';
import { seconds } from './column.ts';
import { type Column, type Table, tabulate } from './table.ts';

const MISSING = 'no usable points';

const columns: readonly Column<StrategyResult['rpo']>[] = [
  seconds('gap', 'longest gap between points', ({ gap }) => gap, MISSING),
  seconds('continuous', 'with logs and replicas', ({ continuous }) => continuous, MISSING),
  seconds('worst_age', 'oldest the newest point ever was', ({ worstAge }) => worstAge, MISSING),
];

/** How much work a loss at the worst moment takes with it. */
export const gapTable = ({ rpo }: StrategyResult): Table =>
  tabulate({ key: 'rpo', title: 'Data at risk (RPO)', layout: 'list', columns, rows: [rpo] });
