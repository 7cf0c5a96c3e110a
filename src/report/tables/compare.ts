import type { Estimate } from '../../stats/estimate.ts';
import { usualJob } from '../answer/usual-job.ts';
import { figure, name, none, verdict, wholeOr } from '../result/figure.ts';
import type { StrategyResult } from '../result/result.ts';
import { bytes, days, ifAny, label, money, seconds, share, words } from './column.ts';
import { notPriced } from './cost.ts';
import { judgedColumns } from './judged-columns.ts';
import { type Column, type Table, tabulate } from './table.ts';

/** How full the fullest store gets; null where none has an end. */
function fullest({ stored }: StrategyResult): Estimate | null {
  const limited = stored.byStore.filter(({ capacity }) => capacity !== null);
  const [first, ...rest] = limited.map(({ fill }) => fill);
  return first ? rest.reduce((most, fill) => (fill.p50 > most.p50 ? fill : most), first) : null;
}

const columnsFor = (
  currency: string,
  judged: readonly Column<StrategyResult>[],
): readonly Column<StrategyResult>[] => [
  label('strategy', 'strategy', (strategy) => name(strategy.name)),
  words('objectives_met', 'objectives met', ({ objectives }) => {
    const met = objectives.filter((objective) => objective.met).length;
    if (objectives.length === 0) return none('none set');
    return verdict(met === objectives.length, `${met} of ${objectives.length}`);
  }),
  ...judged,
  share('window_fits', 'nights that fit', ({ window }) => window.fits, 'no window'),
  seconds('usual_job', 'nightly job', ({ jobs }) => usualJob(jobs)?.seconds ?? null, 'no jobs'),
  bytes('peak', 'peak stored', ({ stored }) => stored.peak),
  share('fill', 'fullest store', fullest, 'no limit'),
  days('full_on', 'capacity exhausted on', ({ stored }) => stored.fullOn),
  seconds('gap', 'longest gap between points', ({ rpo }) => rpo.continuous, 'no points'),
  ifAny(
    share('loss', 'all lost in a year', ({ loss }) => loss?.probability ?? null, 'no disasters'),
  ),
  ifAny({
    ...money(
      'cost',
      `cost a year (${currency})`,
      ({ cost }: StrategyResult) => cost?.total ?? null,
    ),
    of: ({ cost }) =>
      cost ? wholeOr(figure('money', cost.total), cost.complete) : none('no prices'),
  }),
  ...(currency === '' ? [] : [notPriced]),
  seconds(
    'restore_worst',
    'slowest ordinary restore',
    ({ recovery }) => recovery.worst?.seconds ?? null,
    'no points',
  ),
];

/** The strategies side by side. */
export const compareTable = (strategies: readonly StrategyResult[]): Table =>
  tabulate({
    key: 'comparison',
    title: 'Strategies side by side',
    layout: 'comparison',
    notes: ['nightly job: the level that runs most often, of the workload where it takes longest'],
    columns: columnsFor(
      strategies.find(({ cost }) => cost)?.cost?.currency ?? '',
      judgedColumns(strategies),
    ),
    rows: strategies,
  });
