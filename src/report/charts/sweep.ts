import { FIGURE_NAMES, HEADINGS } from '../diff/figures.ts';
import type { Sweep } from '../sweep/sweep.ts';
import type { ChartRow, ChartSpec } from './chart.ts';

/**
 * The answers over the inputs as small charts, one for each figure and each value of a second input;
 * figures are in base units. A specification that any Vega-Lite viewer draws: its data are in it.
 */
export function sweepChart({ scenario, over, points }: Sweep): ChartSpec {
  const [first = '', second] = over;
  const rows: readonly ChartRow[] = points.flatMap(({ values, strategies }) =>
    strategies.flatMap(({ strategy, figures }) =>
      FIGURE_NAMES.flatMap((figure) => {
        const value = figures[figure];
        if (value === null) return [];
        const [x = '', y = ''] = values;
        return [{ strategy, figure: HEADINGS[figure], value, x, ...(second && { second: y }) }];
      }),
    ),
  );
  const x = { field: 'x', type: 'ordinal', sort: null, title: first };
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    title: scenario,
    data: { values: rows },
    facet: {
      row: { field: 'figure', type: 'nominal', title: null, sort: null },
      ...(second && { column: { field: 'second', type: 'nominal', title: second, sort: null } }),
    },
    spec: {
      mark: { type: 'line', point: true },
      encoding: {
        x,
        y: { field: 'value', type: 'quantitative', title: null },
        color: { field: 'strategy', type: 'nominal' },
      },
    },
    resolve: { scale: { y: 'independent' } },
  };
}
