import { wallTimeOf } from '../result/clock.ts';
import { inOrder } from '../result/order.ts';
import type { Result } from '../result/result.ts';
import type { Charts } from './chart.ts';
import type { ChartColours } from './colours.ts';
import { type Drawing, storeChart, storedRows, strategyChart } from './stored.ts';
import { jobChart, restoreChart } from './times.ts';

/** Milliseconds. */
const DAY = 86_400_000;

/**
 * The charts of a report: what each store holds over time, how long jobs and restores take.
 * Figures are scaled already, to the unit that the axis names; times stand on the scenario's clock
 * and are drawn on a UTC scale, so that the picture is the same in every time zone.
 */
export function chartsOf(result: Result, colours: ChartColours): Charts {
  const strategies = inOrder(result);
  const banded = result.trials > 1;
  const wall = wallTimeOf(result.scenario);
  const stored = storedRows(strategies, { wall, banded });
  const days = (wall(result.scenario.end) - wall(result.scenario.start)) / DAY;
  const context: Drawing = { strategies, unit: stored.unit, days, colours, banded };
  const stores = [
    ...new Set(
      strategies.flatMap(({ stored: { series } }) => series.byStore.map(({ store }) => store)),
    ),
  ];
  const times = restoreChart(strategies, colours);
  const jobs = strategies.map((strategy, index) => jobChart(strategy, { index, colours }));
  return {
    datasets: {
      stored: stored.rows(stores),
      restores: times.rows,
      ...Object.fromEntries(jobs.map(({ rows }, index) => [`jobs-${index}`, rows])),
    },
    charts: [
      ...stores.map((store, index) => storeChart(store, index, context)),
      ...(times.rows.length > 0 ? [times.chart] : []),
      ...strategies.flatMap((strategy, index) => [
        strategyChart(strategy, { ...context, index, stores }),
        ...(jobs[index]?.rows.length ? [jobs[index].chart] : []),
      ]),
    ],
  };
}
