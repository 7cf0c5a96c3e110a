import { median } from 'simple-statistics';
import { z } from 'zod';
import { machineText } from '../../calibration/mixed.ts';
import type { BaselineHead } from '../baseline/entry.ts';
import type { BaselineHistory } from '../baseline/histories.ts';
import { METRIC_NAMES, type MetricName, unitOf } from '../metric.ts';
import { changePoints, LEAST_BESIDE } from './change-points.ts';
import { figureIn } from './run-figure.ts';

/** Version of what `history --json` prints. */
export const HISTORY_FORMAT = 'backcast/history/1';

/** The least growth or fall that is told, as a share. */
const LEAST = 0.02;

const change = z.object({
  at: z.number().int().describe('place in `runs` of the first run after it'),
  run: z.string(),
  commit: z.string().nullable(),
  before: z.number().describe('median of the stretch before it'),
  after: z.number().describe('median of the stretch from it on'),
  ratio: z.number().describe('after ÷ before'),
  besides: z.array(z.string()).describe('what else differs from the run before it'),
});

const series = z.object({
  series: z.string().describe('dataset, tool and target'),
  metric: z.enum(METRIC_NAMES as [MetricName]),
  unit: z.enum(['seconds', 'bytes', 'count']),
  values: z.array(z.number().nullable()).describe('one for each of `runs`; null: not measured'),
  judged: z.number().int().describe('values that changes were looked for in'),
  changes: z.array(change),
});

/** One history: runs of one branch, class of machine and plan, and where they change. */
export const history = z.object({
  branch: z.string(),
  class: z.string().describe('of the machine'),
  plan: z.string(),
  runs: z.array(z.object({ run: z.string(), began: z.string(), commit: z.string().nullable() })),
  series: z.array(series),
});

/** What `history --json` prints. */
export const histories = z.object({
  format: z.literal(HISTORY_FORMAT),
  store: z.string(),
  least: z.number().describe('runs on either side that a change needs'),
  histories: z.array(history),
});

/** See `history`. */
export type History = z.output<typeof history>;
/** One series of a history. */
export type HistorySeries = z.output<typeof series>;
/** See `histories`. */
export type Histories = z.output<typeof histories>;

/**
 * What became of each metric of each series, run by run, and where it changed for good.
 *
 * @param metrics what is told, in this order.
 */
export function historyOf(
  { branch, class: machine, plan, runs }: BaselineHistory,
  metrics: readonly MetricName[],
): History {
  const names = [...new Set(runs.flatMap(({ readings }) => [...readings.keys()]))].sort();
  const heads = runs.map(({ head }) => head);
  const told = names.flatMap((name) =>
    metrics.flatMap((metric): HistorySeries[] => {
      const values = runs.map(({ readings }) => figureIn(readings.get(name) ?? [], metric));
      if (values.every((value) => value === null)) return [];
      return [{ series: name, metric, unit: unitOf(metric), values, ...changesIn(values, heads) }];
    }),
  );
  return {
    ...{ branch, class: machine, plan },
    runs: heads.map(({ run, began, commit }) => ({ run, began, commit })),
    series: told,
  };
}

/** Runs that lack the metric are passed over; of nothing there is no share by which it grows. */
function changesIn(
  values: readonly (number | null)[],
  heads: readonly BaselineHead[],
): Pick<HistorySeries, 'judged' | 'changes'> {
  const known = values.flatMap((value, place) => (value === null ? [] : [{ value, place }]));
  const isSomething = known.every(({ value }) => value > 0);
  if (!isSomething || known.length < 2 * LEAST_BESIDE) return { judged: 0, changes: [] };
  const found = changePoints(
    known.map(({ value }) => Math.log(value)),
    Math.log1p(LEAST),
  );
  const stretch = (from: number, end: number): number =>
    median(known.slice(from, end).map(({ value }) => value));
  return {
    judged: known.length,
    changes: found.map((index, nth) => {
      const before = stretch(found[nth - 1] ?? 0, index);
      const after = stretch(index, found[nth + 1] ?? known.length);
      const [last, first] = [known[index - 1], known[index]].map((one) => one?.place ?? 0);
      const [was, is] = [heads[last ?? 0], heads[first ?? 0]] as [BaselineHead, BaselineHead];
      return {
        ...{ at: first ?? 0, run: is.run, commit: is.commit },
        ...{ before, after, ratio: after / before, besides: differencesOf(was, is) },
      };
    }),
  };
}

/** What is known to differ between two runs, which may be why they differ. */
function differencesOf(was: BaselineHead, is: BaselineHead): string[] {
  const versions = Object.entries(is.tools).flatMap(([name, { version }]) => {
    const earlier = was.tools[name]?.version;
    return earlier === undefined || earlier === version ? [] : [`${name} ${earlier} → ${version}`];
  });
  const [before, after] = [machineText(was.machine), machineText(is.machine)];
  return [
    ...versions,
    ...(was.backcast === is.backcast ? [] : [`backcast ${was.backcast} → ${is.backcast}`]),
    ...(before === after ? [] : [`machine ${before} → ${after}`]),
  ];
}
