import type { History, HistorySeries } from '../../gate/history/history.ts';
import { visible } from '../../problem.ts';
import { scaleFor, significant } from '../../units/dimension.ts';
import { DURATION, SIZE } from '../../units/dimensions.ts';
import type { Chart, ChartRow, ChartSpec, Charts } from './chart.ts';
import { type ChartColours, configOf } from './colours.ts';

/** More charts than this nobody reads; those with changes come first. */
const MOST_CHARTS = 24;
const DIGITS = 5;

/**
 * The charts of histories: what each metric was in each run, the median of each stretch between two
 * changes, and where the changes are.
 */
export function historyCharts(histories: readonly History[], colours: ChartColours): Charts {
  const all = histories
    .flatMap((history) => history.series.map((series) => ({ history, series })))
    .map((one, index) => ({ ...one, index }))
    .filter(({ series }) => series.values.some((value) => value !== null))
    .sort((a, b) => Number(isStill(a.series)) - Number(isStill(b.series)) || a.index - b.index)
    .slice(0, MOST_CHARTS);
  const drawn = all.map(({ history, series }, place) => chartOf(history, series, place, colours));
  return {
    charts: drawn.map(({ chart }) => chart),
    datasets: Object.fromEntries(drawn.map(({ chart, rows }) => [chart.id, rows])),
  };
}

const isStill = ({ changes }: HistorySeries): boolean => changes.length === 0;

/** A unit that people read, and by what base units are divided for it. */
function unitOf({ unit, values }: HistorySeries): { readonly unit: string; readonly by: number } {
  const most = Math.max(...values.flatMap((value) => value ?? []));
  if (unit === 'count') return { unit: 'files', by: 1 };
  const dimension = unit === 'seconds' ? DURATION : SIZE;
  const name = scaleFor(dimension, most);
  return { unit: name, by: dimension.units[name] ?? 1 };
}

function chartOf(
  { branch, class: machine, runs }: History,
  series: HistorySeries,
  place: number,
  colours: ChartColours,
): { readonly chart: Chart; readonly rows: readonly ChartRow[] } {
  const { unit, by } = unitOf(series);
  const scaled = (value: number): number => Number(significant(value / by, DIGITS));
  const ends = [...series.changes.map(({ at }) => at), runs.length];
  const rows = series.values.flatMap((value, index): ChartRow[] => {
    const run = runs[index];
    if (value === null || !run) return [];
    const stretch = ends.findIndex((end) => index < end);
    const level = series.changes[stretch]?.before ?? series.changes.at(-1)?.after;
    return [
      {
        at: Date.parse(run.began),
        value: scaled(value),
        stretch,
        ...(level !== undefined && { level: scaled(level) }),
        run: visible(run.commit ?? run.run, 60),
      },
    ];
  });
  const id = `history-${place}`;
  const name = visible(series.series, 80);
  const title = `${name}, ${series.metric}`;
  const where = `branch ${visible(branch, 60)} on ${visible(machine, 80)}`;
  return {
    rows,
    chart: {
      ...{ id, title, strategy: null },
      description: `${series.metric} of ${name} in ${rows.length} runs of ${where}, with ${series.changes.length} changes.`,
      spec: specOf(id, unit, { series, runs, colours }),
    },
  };
}

interface Drawn {
  readonly series: HistorySeries;
  readonly runs: History['runs'];
  readonly colours: ChartColours;
}

const X = {
  field: 'at',
  type: 'temporal',
  scale: { type: 'utc' },
  title: null,
  axis: { tickCount: 6, labelOverlap: 'greedy', format: '%Y-%m-%d' },
} as const;

function specOf(data: string, unit: string, { series, runs, colours }: Drawn): ChartSpec {
  const y = { type: 'quantitative', title: unit, scale: { zero: false } };
  const marks = series.changes.map(({ at, ratio }) => ({
    at: Date.parse(runs[at]?.began ?? ''),
    words: `${ratio > 1 ? '+' : ''}${Math.round((ratio - 1) * 1000) / 10} %`,
  }));
  return {
    ...configOf(colours),
    height: 200,
    data: { name: data },
    layer: [
      {
        mark: { type: 'point', filled: true, size: 40, color: colours.series(0) },
        encoding: {
          x: X,
          y: { ...y, field: 'value' },
          tooltip: [
            { field: 'run', type: 'nominal' },
            { field: 'at', type: 'temporal', format: '%Y-%m-%d %H:%M', scale: { type: 'utc' } },
            { field: 'value', type: 'quantitative', title: unit },
          ],
        },
      },
      ...(marks.length === 0
        ? []
        : [
            {
              mark: { type: 'line', strokeWidth: 2, color: colours.series(1) },
              encoding: { x: X, y: { ...y, field: 'level' }, detail: { field: 'stretch' } },
            },
            {
              data: { values: marks },
              mark: { type: 'rule', strokeDash: [6, 4], color: colours.limit },
              encoding: { x: X, tooltip: { field: 'words', type: 'nominal' } },
            },
          ]),
    ],
  };
}
