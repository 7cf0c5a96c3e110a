import type { Estimate } from '../../stats/estimate.ts';
import { usualJob } from '../answer/usual-job.ts';
import { figure, name, none, verdict, wholeOr } from '../result/figure.ts';
import type { StrategyResult } from '../result/result.ts';
import { bytes, days, ifAny, label, money, seconds, share, words } from './column.ts';
import { judgedColumns } from './judged-columns.ts';
import { notPriced } from './money/cost.ts';
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

/** Rules stand in one line, where any is asked for; `judgedColumns` leaves them out. */
const rulesKept: Column<StrategyResult> = {
  ...words('rules', 'rules kept', ({ rules }) => {
    if (rules.length === 0) return none('none asked');
    const kept = rules.filter(({ verdict: judged }) => judged === 'kept').length;
    return verdict(kept === rules.length, `${kept} of ${rules.length}`);
  }),
  empty: 'hidden',
};

/** Figures that one screen spares people where a promise about the same is judged, or nothing happens. */
function spared(strategies: readonly StrategyResult[]): ReadonlySet<string> {
  const judged = judgedNames(strategies);
  const neverFull = strategies.every(({ stored }) => stored.fullOn.never === 1);
  return new Set([
    ...(judged.has('rpo') ? ['gap'] : []),
    ...(judged.has('rto') ? ['restore_worst'] : []),
    ...(neverFull ? ['full_on'] : []),
    ...(judged.has('window') ? [] : ['window_fits']),
  ]);
}

/** So many promises stand on one screen; those that any strategy breaks come first. */
const MOST_JUDGED = 12;

/** The strategies side by side on one screen: no causes, and nothing twice. */
export function briefComparison(strategies: readonly StrategyResult[]): Table {
  const currency = strategies.find(({ cost }) => cost)?.cost?.currency ?? '';
  const judged = judgedColumns(strategies, { currency, brief: true });
  const isBroken = (column: Column<StrategyResult>): boolean =>
    strategies.some((strategy) => {
      const cell = column.of(strategy);
      return cell.kind === 'verdict' && !cell.good;
    });
  const told =
    judged.length <= MOST_JUDGED
      ? judged
      : [...judged.filter(isBroken), ...judged.filter((one) => !isBroken(one))].slice(
          0,
          MOST_JUDGED,
        );
  const left = judged.length - told.length;
  const without = spared(strategies);
  return tabulate({
    key: 'comparison',
    title: 'Strategies side by side',
    layout: 'comparison',
    notes: left > 0 ? [`${left} more promises: --details objectives`] : [],
    columns: [
      label('strategy', 'strategy', (strategy: StrategyResult) => name(strategy.name)),
      objectivesMet,
      ...told,
      rulesKept,
      ...figuresFor(currency, judgedNames(strategies)).filter(({ key }) => !without.has(key)),
    ],
    rows: strategies,
  });
}

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
      ...judgedColumns(strategies, { currency }),
      ...figuresFor(currency, judgedNames(strategies)),
    ],
    rows: strategies,
  });
}
