import { visible } from '../../problem.ts';
import { scaleFor, significant } from '../../units/dimension.ts';
import { DURATION, SIZE } from '../../units/dimensions.ts';
import { FIGURE_NAMES, FIGURES, type FigureName, HEADINGS } from '../diff/figures.ts';
import type { Sweep } from '../sweep/sweep.ts';
import type { Chart, ChartRow, ChartSpec, Charts } from './chart.ts';
import { type ChartColours, configOf, LEGEND_ROOM, legendOf } from './colours.ts';

/** More charts than this nobody reads. */
const MOST_CHARTS = 24;
const DIGITS = 5;

/** A value of one curve at one value of the first input. */
interface Dot {
  readonly x: string;
  readonly curve: string;
  readonly value: number;
}

/** The curves of a figure: of all strategies, or of one for each value of a second input. */
interface Picture {
  readonly figure: FigureName;
  readonly of: string | null;
  readonly dots: readonly Dot[];
}

/**
 * The charts of a sweep on a page: each figure over the first input, with a curve for each strategy; of
 * two inputs one chart for each strategy, with a curve for each value of the second. Figures that
 * the first does not move stand in the table alone.
 */
export function sweepCharts(sweep: Sweep, colours: ChartColours): Charts {
  const drawn = picturesOf(sweep)
    .filter(({ dots }) => isMoved(dots))
    .slice(0, MOST_CHARTS)
    .map((picture, place) => chartOf(picture, place, sweep, colours));
  return {
    charts: drawn.map(({ chart }) => chart),
    datasets: Object.fromEntries(drawn.map(({ chart, rows }) => [chart.id, rows])),
  };
}

function picturesOf({ over, points }: Sweep): readonly Picture[] {
  const names = [...new Set(points.flatMap((one) => one.strategies.map((of) => of.strategy)))];
  const groups: readonly (string | null)[] = over.length > 1 ? names : [null];
  return FIGURE_NAMES.flatMap((figure) =>
    groups.map((of) => ({
      figure,
      of,
      dots: points.flatMap(({ values: [x = '', second = ''], strategies }) =>
        strategies.flatMap(({ strategy, figures }): readonly Dot[] => {
          const value = figures[figure];
          if (value === null || (of !== null && strategy !== of)) return [];
          return [
            { x: visible(x, 60), curve: visible(of === null ? strategy : second, 60), value },
          ];
        }),
      ),
    })),
  );
}

const isMoved = (dots: readonly Dot[]): boolean =>
  new Set(dots.map(({ x }) => x)).size > 1 &&
  new Set(dots.map(({ curve, value }) => `${curve}\n${value}`)).size >
    new Set(dots.map(({ curve }) => curve)).size;

function chartOf(
  { figure, of, dots }: Picture,
  place: number,
  { over: [first = '', second], currency }: Sweep,
  colours: ChartColours,
): { readonly chart: Chart; readonly rows: readonly ChartRow[] } {
  const { unit, by } = unitOf(figure, dots, currency);
  const id = `sweep-${place}`;
  const rows = dots.map(({ x, curve, value }) => ({
    ...{ x, curve, value: Number(significant(value / by, DIGITS)) },
  }));
  const legend = second === undefined ? null : visible(second, 80);
  const who = of === null ? 'each strategy' : visible(of, 60);
  const along = legend === null ? '' : ` and ${legend}`;
  const title = of === null ? HEADINGS[figure] : `${HEADINGS[figure]}, ${visible(of, 60)}`;
  return {
    rows,
    chart: {
      ...{ id, title, strategy: null },
      description: `${HEADINGS[figure]} of ${who} over ${visible(first, 80)}${along}.`,
      spec: specOf(id, { rows, unit, title: visible(first, 80), legend, colours }),
    },
  };
}

/** A unit that people read, and by what base units are divided for it. */
function unitOf(
  figure: FigureName,
  dots: readonly Dot[],
  currency: string,
): { readonly unit: string; readonly by: number } {
  const { unit } = FIGURES[figure];
  if (unit === 'money') return { unit: currency, by: 1 };
  if (unit === 'share') return { unit: '%', by: 0.01 };
  const dimension = unit === 'bytes' ? SIZE : DURATION;
  const name = scaleFor(dimension, Math.max(...dots.map(({ value }) => value)));
  return { unit: name, by: dimension.units[name] ?? 1 };
}

interface Drawn {
  readonly rows: readonly ChartRow[];
  readonly unit: string;
  readonly title: string;
  readonly legend: string | null;
  readonly colours: ChartColours;
}

function specOf(data: string, { rows, unit, title, legend, colours }: Drawn): ChartSpec {
  const curves = [...new Set(rows.map(({ curve }) => String(curve)))];
  const range = curves.map((_, index) => colours.series(index));
  return {
    ...configOf(colours),
    height: 200,
    data: { name: data },
    mark: { type: 'line', point: { size: 50, filled: true }, strokeWidth: 2 },
    encoding: {
      x: {
        ...{ field: 'x', type: 'ordinal', sort: null, title },
        axis: { labelAngle: 0, labelOverlap: 'greedy' },
      },
      y: { field: 'value', type: 'quantitative', title: unit },
      color: {
        ...{ field: 'curve', type: 'nominal', scale: { domain: curves, range } },
        legend: { ...legendOf(curves, LEGEND_ROOM.scale), title: legend },
      },
      tooltip: [
        { field: 'curve', type: 'nominal' },
        { field: 'x', type: 'nominal', title },
        { field: 'value', type: 'quantitative', title: unit },
      ],
    },
  };
}
