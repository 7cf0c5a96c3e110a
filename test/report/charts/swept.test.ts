import { compile } from 'vega-lite';
import { describe, expect, it } from 'vitest';
import { PAGE_COLOURS } from '../../../src/report/charts/colours.ts';
import { sweepCharts } from '../../../src/report/charts/swept.ts';
import type { Sweep, SweptPoint } from '../../../src/report/sweep/sweep.ts';

const NOTHING = {
  ...{ cost: null, peak: null, night: null, window: null },
  ...{ rpo: null, rto: null, fill: null, loss: null },
};

type Figures = Partial<SweptPoint['strategies'][number]['figures']>;

const point = (values: readonly string[], of: Readonly<Record<string, Figures>>): SweptPoint => ({
  values,
  take: null,
  strategies: Object.entries(of).map(([strategy, figures]) => ({
    ...{ strategy, misses: [], figures: { ...NOTHING, ...figures } },
  })),
});

const sweep = (over: readonly string[], points: readonly SweptPoint[]): Sweep => ({
  ...{ format: 'backcast/sweep/1', scenario: 'Office', currency: 'USD', over, points },
  search: null,
});

describe('charts of a sweep', () => {
  it('have a curve for each strategy, in units that people read', () => {
    const { charts, datasets } = sweepCharts(
      sweep(
        ['links.line.rate'],
        [
          point(['1 Gbit/s'], { a: { rto: 7200, fill: 0.5 }, b: { rto: 3600, fill: 0.25 } }),
          point(['2 Gbit/s'], { a: { rto: 3600, fill: 0.5 }, b: { rto: 1800, fill: 0.25 } }),
        ],
      ),
      PAGE_COLOURS,
    );
    // Nothing moves how full stores are.
    expect(charts.map(({ title }) => title)).toEqual(['restore (RTO)']);
    expect(charts[0]?.description).toBe('restore (RTO) of each strategy over links.line.rate.');
    expect(datasets['sweep-0']).toEqual([
      { x: '1 Gbit/s', curve: 'a', value: 2 },
      { x: '1 Gbit/s', curve: 'b', value: 1 },
      { x: '2 Gbit/s', curve: 'a', value: 1 },
      { x: '2 Gbit/s', curve: 'b', value: 0.5 },
    ]);
    expect(charts[0]?.spec).toMatchObject({
      encoding: { y: { title: 'h' }, color: { legend: { title: null } } },
    });
  });

  it('of two inputs are one for each strategy, with a curve for each value of the second', () => {
    const { charts, datasets } = sweepCharts(
      sweep(
        ['x', 'y'],
        [
          point(['1', '5'], { a: { cost: 100, peak: 1e12 }, b: { cost: 7 } }),
          point(['1', '6'], { a: { cost: 100, peak: 2e12 }, b: { cost: 7 } }),
          point(['2', '5'], { a: { cost: 200, peak: 1e12 }, b: { cost: 7 } }),
          point(['2', '6'], { a: { cost: 300, peak: 2e12 }, b: { cost: 7 } }),
        ],
      ),
      PAGE_COLOURS,
    );
    expect(charts.map(({ title }) => title)).toEqual(['cost a year, a']);
    expect(datasets['sweep-0']).toEqual([
      { x: '1', curve: '5', value: 100 },
      { x: '1', curve: '6', value: 100 },
      { x: '2', curve: '5', value: 200 },
      { x: '2', curve: '6', value: 300 },
    ]);
    expect(charts[0]?.spec).toMatchObject({ encoding: { color: { legend: { title: 'y' } } } });
  });

  it('are what Vega-Lite draws without a word of warning', () => {
    const { charts, datasets } = sweepCharts(
      sweep(['x'], [point(['1'], { a: { cost: 1 } }), point(['2'], { a: { cost: 2 } })]),
      PAGE_COLOURS,
    );
    const said: unknown[] = [];
    const note = (...words: unknown[]) => said.push(words);
    const logger = { error: note, warn: note, info: note, debug: note, level: () => 0 };
    const spec = { ...charts[0]?.spec, datasets };
    compile(spec as never, { logger: logger as never });
    expect(said).toEqual([]);
  });
});
