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

/** Which promises are judged of any strategy: their figures stand in columns of their own. */
const judgedNames = (strategies: readonly StrategyResult[]): ReadonlySet<string> =>
  new Set(strategies.flatMap(({ objectives }) => objectives.map(({ name: judged }) => judged)));

/** Figures beside those that are judged; none of them stands here twice. */
function figuresFor(
  currency: string,
  judged: ReadonlySet<string>,
): readonly Column<StrategyResult>[] {
  const unless = (promise: string, column: Column<StrategyResult>) =>
    judged.has(promise) ? [] : [column];
  return [
    ...unless(
      'window',
      share('window_fits', 'nights that fit', ({ window }) => window.fits, 'no window'),
    ),
    seconds('usual_job', 'nightly job', ({ jobs }) => usualJob(jobs)?.seconds ?? null, 'no jobs'),
    bytes('peak', 'peak stored', ({ stored }) => stored.peak),
    ...unless('fill', share('fill', 'fullest store', fullest, 'no limit')),
    days('full_on', 'capacity exhausted on', ({ stored }) => stored.fullOn),
    seconds('gap', 'longest gap between points', ({ rpo }) => rpo.continuous, 'no points'),
    ifAny(
      share('loss', 'all lost in a year', ({ loss }) => loss?.probability ?? null, 'no disasters'),
    ),
    ...unless('cost', ifAny(yearlyCost(currency))),
    ...(currency === '' ? [] : [notPriced]),
    seconds(
      'restore_worst',
      'slowest ordinary restore',
      ({ recovery }) => recovery.worst?.seconds ?? null,
      'no points',
    ),
  ];
}

const yearlyCost = (currency: string): Column<StrategyResult> => ({
  ...money('cost', `cost a year (${currency})`, ({ cost }) => cost?.total ?? null),
  of: ({ cost }) =>
    cost ? wholeOr(figure('money', cost.total), cost.complete) : none('no prices'),
});

const objectivesMet: Column<StrategyResult> = words(
  'objectives_met',
  'objectives met',
  ({ objectives }) => {
    const met = objectives.filter((objective) => objective.met).length;
    if (objectives.length === 0) return none('none set');
    return verdict(met === objectives.length, `${met} of ${objectives.length}`);
  },
);

/** The strategies side by side: what is judged, and what else tells them apart. */
export function compareTable(strategies: readonly StrategyResult[]): Table {
  const currency = strategies.find(({ cost }) => cost)?.cost?.currency ?? '';
  return tabulate({
    key: 'comparison',
    title: 'Strategies side by side',
    layout: 'comparison',
    notes: ['nightly job: the level that runs most often, of the workload where it takes longest'],
    columns: [
      label('strategy', 'strategy', (strategy: StrategyResult) => name(strategy.name)),
      objectivesMet,
      ...judgedColumns(strategies, currency),
      ...figuresFor(currency, judgedNames(strategies)),
    ],
    rows: strategies,
  });
}
