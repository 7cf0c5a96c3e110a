import { figureOr } from './figure.ts';
import type { StrategyResult } from './result.ts';
import { type Column, type Table, tabulate } from './table.ts';

const columns: readonly Column<StrategyResult['rpo']>[] = [
  {
    key: 'gap',
    heading: 'longest gap between points',
    dimension: 'seconds',
    better: 'less',
    of: ({ gap }) => figureOr('seconds', gap, 'no usable points'),
  },
  {
    key: 'worst_age',
    heading: 'oldest the newest point ever was',
    dimension: 'seconds',
    better: 'less',
    of: ({ worstAge }) => figureOr('seconds', worstAge, 'no usable points'),
  },
];

/** How much work a loss at the worst moment takes with it. */
export const gapTable = ({ rpo }: StrategyResult): Table =>
  tabulate({ key: 'rpo', title: 'Data at risk (RPO)', layout: 'list', columns, rows: [rpo] });
