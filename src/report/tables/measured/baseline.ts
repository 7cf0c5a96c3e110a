import type { Baseline } from '../../../gate/baseline/entry.ts';
import type { BaselineHistory } from '../../../gate/baseline/histories.ts';
import { figureIn, TOLD_METRICS } from '../../../gate/history/run-figure.ts';
import { type MetricName, unitOf } from '../../../gate/metric.ts';
import { always, date, figureOr, name, none } from '../../result/figure.ts';
import { count, ifAny, label, words } from '../column.ts';
import { type Column, type Table, tabulate } from '../table.ts';

/** The histories that a store holds, a row each. */
export const baselinesTable = (histories: readonly BaselineHistory[]): Table =>
  tabulate<BaselineHistory>({
    key: 'baselines',
    title: 'Baselines',
    columns: [
      label('branch', 'branch', ({ branch }) => name(branch)),
      label('class', 'class of machine', (one) => name(one.class)),
      label('plan', 'plan', ({ plan }) => name(plan)),
      count('runs', 'runs', ({ runs }) => runs.length),
      began('first', ({ runs }) => runs[0]),
      began('newest', ({ runs }) => runs.at(-1)),
      ifAny(
        words('commit', 'its commit', ({ runs }) => {
          const commit = runs.at(-1)?.head.commit ?? null;
          return commit === null ? none('') : name(commit);
        }),
      ),
    ],
    rows: histories,
  });

const began = (
  key: string,
  of: (history: BaselineHistory) => Baseline | undefined,
): Column<BaselineHistory> => ({
  key,
  heading: key,
  cells: 'days',
  of: (history) => {
    const run = of(history);
    return run ? date(always(run.head.began)) : none('');
  },
});

type Series =
  Baseline['readings'] extends ReadonlyMap<string, infer R> ? readonly [string, R] : never;

/** What one run of a store holds, a row a series: the medians of its repetitions. */
export const baselineTable = ({ readings }: Baseline): Table =>
  tabulate<Series>({
    key: 'figures',
    title: 'Measured',
    notes: ['medians of the repetitions; of all backups of a series together'],
    columns: [
      label('series', 'series', ([series]) => name(series)),
      count('repetitions', 'runs', ([, all]) => all.length),
      ...TOLD_METRICS.map((metric) => ifAny(figures(metric))),
    ],
    rows: [...readings],
  });

const figures = (metric: MetricName): Column<Series> => ({
  key: metric,
  heading: metric,
  cells: 'figures',
  twin: 'hidden',
  of: ([, all]) => figureOr(unitOf(metric), figureIn(all, metric), ''),
});
