import { name, none, text } from '../result/figure.ts';
import type { StrategyResult } from '../result/result.ts';
import { count, ifAny, instants, label, seconds, words } from './column.ts';
import { type Column, type Table, tabulate } from './table.ts';

const schedules: readonly Column<StrategyResult['schedules'][number]>[] = [
  label('of', 'runs of', ({ copy }) =>
    copy === null ? text('the backups') : name(`copies in ${copy}`),
  ),
  instants('seeded', 'all there from', ({ seededOn }) => seededOn),
  count('due', 'due', ({ due }) => due),
  count('missed', 'left no point', ({ missed }) => missed),
  { ...instants('first_miss', 'first', ({ firstMiss }) => firstMiss), empty: 'hidden' },
  {
    ...words('why', 'because', ({ why }: StrategyResult['schedules'][number]) =>
      why === null ? none('') : text(why),
    ),
    empty: 'hidden',
  },
];

/** From when on all is there, and what came of the runs that were due. */
export const schedulesTable = ({ schedules: rows }: StrategyResult): Table =>
  tabulate({
    key: 'schedules',
    title: 'Schedules',
    notes: ['seeding: the first full or copy, and what came due meanwhile'],
    columns: schedules,
    rows,
  });

const workloads: readonly Column<StrategyResult['workloads'][number]>[] = [
  label('workload', 'workload', ({ workload }) => name(workload)),
  seconds('rpo', 'longest gap between points', ({ rpo }) => rpo, 'no points'),
  seconds('newest', 'restore of the newest', ({ newest }) => newest, 'no points'),
  ifAny(seconds('slowest', 'slowest restore', ({ slowest }) => slowest, 'no points')),
];

/** What each workload may lose, and how long its restores take, without disasters. */
export const byWorkloadTable = ({ workloads: rows }: StrategyResult): Table =>
  tabulate({
    key: 'by-workload',
    title: 'By workload',
    columns: workloads,
    // One workload alone stands in the tables of the strategy.
    rows: rows.length > 1 ? rows : [],
  });
