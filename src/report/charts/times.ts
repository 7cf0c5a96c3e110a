import { visible } from '../../problem.ts';
import { TERMS } from '../../simulation/sharing/flow-spec.ts';
import { scaleFor, significant } from '../../units/dimension.ts';
import { DURATION } from '../../units/dimensions.ts';
import type { StrategyResult } from '../result/result.ts';
import { levelName, type Term } from '../tables/jobs.ts';
import { RESTORE_TERMS } from '../tables/recovery.ts';
import type { Chart, ChartRow, ChartSpec } from './chart.ts';
import { type ChartColours, configOf, LEGEND_ROOM, legendOf } from './colours.ts';

/** A chart with the rows that only it uses. */
export interface ChartWithRows {
  readonly chart: Chart;
  readonly rows: readonly ChartRow[];
}

/** A bar and its phases in seconds. */
interface Bar {
  readonly name: string;
  readonly seconds: number;
  readonly terms: Readonly<Partial<Record<Term, { readonly mean: number }>>>;
}

/** More bars than this cannot be read; the longest are drawn. */
const MOST_BARS = 24;

/** How long the jobs of one strategy take, phase by phase. */
export function jobChart(
  { name, jobs }: StrategyResult,
  { index, colours }: { readonly index: number; readonly colours: ChartColours },
): ChartWithRows {
  const all = jobs.map(({ workload, level, seconds, terms }) => ({
    name: `${visible(workload, 60)}\n${levelName(level)}`,
    seconds: seconds.mean,
    terms,
  }));
  const bars = [...all].sort((a, b) => b.seconds - a.seconds).slice(0, MOST_BARS);
  const title =
    all.length > bars.length ? `Time per job, the ${MOST_BARS} longest` : 'Time per job';
  const { unit, rows } = rowsOf(bars, TERMS);
  return {
    rows,
    chart: {
      id: `jobs-${index}`,
      title,
      description: `Mean time of the jobs of ${visible(name)} by workload and level, split into phases.`,
      strategy: index,
      spec: barsOf({ data: `jobs-${index}`, bars, terms: TERMS, unit, colours }),
    },
  };
}

/** How long the way back takes under each strategy. */
export function restoreChart(
  strategies: readonly StrategyResult[],
  colours: ChartColours,
): ChartWithRows {
  const bars = strategies.flatMap(({ name, recovery }) =>
    (['newest', 'worst'] as const).flatMap((which) => {
      const found = recovery[which];
      if (!found) return [];
      const words = which === 'worst' ? 'slowest' : which;
      return [
        { name: `${visible(name, 60)}\n${words}`, seconds: found.seconds.mean, terms: found.terms },
      ];
    }),
  );
  const { unit, rows } = rowsOf(bars, RESTORE_TERMS);
  return {
    rows,
    chart: {
      id: 'restores',
      title: 'Restore of the newest and of the slowest point',
      description: 'Mean time to restore under each strategy, split into phases.',
      strategy: null,
      spec: barsOf({ data: 'restores', bars, terms: RESTORE_TERMS, unit, colours }),
    },
  };
}

const DIGITS = 5;

/** Pixels for a bar with its two lines of name. */
const BAR = 40;

/** A name and what of it, one below the other; names hold no line breaks here. */
const TWO_LINES = { labelExpr: "split(datum.label, '\\n')", grid: false };

function rowsOf(
  bars: readonly Bar[],
  terms: readonly Term[],
): { readonly unit: string; readonly rows: readonly ChartRow[] } {
  const longest = bars.reduce((most, { seconds }) => Math.max(most, seconds), 0);
  const unit = scaleFor(DURATION, longest);
  const factor = DURATION.units[unit] ?? 1;
  const rows = bars.flatMap((bar) =>
    terms.flatMap((term, place) => {
      const seconds = bar.terms[term]?.mean ?? 0;
      if (seconds <= 0) return [];
      return [{ bar: bar.name, term, place, time: Number(significant(seconds / factor, DIGITS)) }];
    }),
  );
  return { unit, rows };
}

interface Bars {
  readonly data: string;
  readonly bars: readonly Bar[];
  readonly terms: readonly Term[];
  readonly unit: string;
  readonly colours: ChartColours;
}

const barsOf = ({ data, bars, terms, unit, colours }: Bars): ChartSpec => ({
  ...configOf(colours),
  height: bars.length * BAR,
  data: { name: data },
  mark: { type: 'bar' },
  params: [{ name: 'picked', select: { type: 'point', encodings: ['color'] }, bind: 'legend' }],
  encoding: {
    y: {
      field: 'bar',
      type: 'nominal',
      sort: bars.map(({ name }) => name),
      title: null,
      axis: TWO_LINES,
    },
    x: {
      field: 'time',
      type: 'quantitative',
      aggregate: 'sum',
      title: unit,
      axis: { tickCount: 6 },
    },
    order: { field: 'place', type: 'quantitative' },
    opacity: { condition: { param: 'picked', value: 1 }, value: 0.15 },
    color: {
      field: 'term',
      type: 'nominal',
      scale: { domain: shownTerms(bars, terms), range: rangeOf(bars, terms, colours) },
      legend: legendOf(shownTerms(bars, terms), LEGEND_ROOM.names),
    },
    tooltip: [
      { field: 'bar', type: 'nominal', title: 'job' },
      { field: 'term', type: 'nominal', title: 'phase' },
      { field: 'time', type: 'quantitative', aggregate: 'sum', title: unit },
    ],
  },
});

/** Phases that take no time need no place in the legend. */
const shownTerms = (bars: readonly Bar[], terms: readonly Term[]): readonly Term[] =>
  terms.filter((term) => bars.some((bar) => (bar.terms[term]?.mean ?? 0) > 0));

/** A phase has the same colour in every chart. */
const rangeOf = (
  bars: readonly Bar[],
  terms: readonly Term[],
  { series }: ChartColours,
): readonly string[] => shownTerms(bars, terms).map((term) => series(TERMS.indexOf(term)));
