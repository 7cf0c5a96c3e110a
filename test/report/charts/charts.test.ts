import { logger, parse, Warn } from 'vega';
import { compile, type TopLevelSpec } from 'vega-lite';
import { describe, expect, it } from 'vitest';
import type { Chart, Charts } from '../../../src/report/charts/chart.ts';
import { chartsOf } from '../../../src/report/charts/charts.ts';
import { legendOf, PAGE_COLOURS } from '../../../src/report/charts/colours.ts';
import { fixture } from '../fixture.ts';
import { HOSTILE } from '../hostile.ts';

const ORDER = ['nightly-incremental', 'weekly-full', 'forever-dedup'];

const chartsFor = (trials = 1, names: readonly string[] = ORDER): Charts =>
  chartsOf(fixture({ trials, names }), PAGE_COLOURS);

/** Compiles a chart as the page does and returns what the compiler had to say. */
function complaints({ spec }: Chart, datasets: Charts['datasets']): readonly string[] {
  const said: string[] = [];
  const listening = logger(Warn, undefined, (_method, _level, words) => {
    said.push(words.join(' '));
  });
  const whole = { ...spec, datasets } as unknown as TopLevelSpec;
  const compiled = compile(whole, { logger: listening });
  parse(compiled.spec, {}, { ast: true });
  return said;
}

describe('the charts', () => {
  it('are a curve a store and a strategy, the jobs of each, and the restores', () => {
    expect(chartsFor().charts.map(({ id }) => id)).toEqual([
      'store-0',
      'store-1',
      'restores',
      'stored-0',
      'jobs-0',
      'stored-1',
      'jobs-1',
      'stored-2',
      'jobs-2',
    ]);
  });

  it.each([1, 100])('compile without a warning with %i trials', (trials) => {
    const { charts, datasets } = chartsFor(trials);
    for (const chart of charts) expect(complaints(chart, datasets)).toEqual([]);
  });

  it('compile whatever the names', () => {
    for (let at = 0; at + 3 <= HOSTILE.length; at += 3) {
      const { charts, datasets } = chartsFor(1, HOSTILE.slice(at, at + 3));
      for (const chart of charts) expect(complaints(chart, datasets)).toEqual([]);
    }
  });

  it('draw time on a UTC scale only', () => {
    const scales = JSON.stringify(chartsFor(100).charts).match(/"type":"temporal"[^}]*\}/g) ?? [];
    expect(scales.length).toBeGreaterThan(0);
    for (const scale of scales) expect(scale).toContain('"scale":{"type":"utc"}');
  });

  it('show the figures of the result, in the unit of the axis', () => {
    const { datasets } = chartsFor(100);
    const last = datasets.stored?.filter(({ s, t }) => s === 0 && t === 0).at(-1);
    // 25.5 TB at the end is what the fixture gives its first store, times 0.9, 0.99 and 1.15.
    expect(last).toMatchObject({ low: 22.95, size: 25.245, high: 29.325 });
    expect(chartsFor(1).datasets.stored?.[0]).not.toHaveProperty('low');
  });

  it('draw the line at which a store is full, and name it where it is far away', () => {
    const [first] = chartsFor().charts;
    expect(JSON.stringify(first?.spec)).toContain('disk is full at 51 TB');
    const phases = chartsFor().datasets['jobs-0']?.map(({ term }) => term);
    expect(new Set(phases)).toEqual(
      new Set(['prepare', 'scan', 'move', 'latency', 'verify', 'finish']),
    );
  });

  const withCapacity = (capacity: number): Chart | undefined => {
    const result = fixture({ trials: 100, names: ORDER });
    const strategies = result.strategies.map((strategy) => ({
      ...strategy,
      stored: {
        ...strategy.stored,
        byStore: strategy.stored.byStore.map((store) => ({ ...store, capacity })),
      },
    }));
    return chartsOf({ ...result, strategies }, PAGE_COLOURS).charts[0];
  };

  it('leave a capacity far above the curves out of the scale', () => {
    const first = withCapacity(720e12);
    expect(first?.spec.title).toMatchObject({ text: ['disk is full at 612 TB'] });
    expect(JSON.stringify(first?.spec)).not.toContain('"limit"');
  });

  it('keep one that is within 2.5 times what comes in the worst of twenty futures', () => {
    // The most is 85 % of 65 TB: 54.7 TB in half of the futures, 63.5 TB in the worst of twenty.
    const first = withCapacity(150e12 / 0.85);
    expect(first?.spec.title).toBeUndefined();
    expect(JSON.stringify(first?.spec)).toContain('disk is full at 150 TB');
    expect(withCapacity(160e12 / 0.85)?.spec.title).toBeDefined();
  });

  it.each([
    ['2026-03-01T00:00:00Z', '%Y-%m-%d'],
    ['2027-02-01T00:00:00Z', '%b %Y'],
    ['2031-01-04T16:00:00Z', undefined],
  ])('name the year on a time axis to %s', (end, format) => {
    const { scenario, ...rest } = fixture();
    const [first] = chartsOf({ ...rest, scenario: { ...scenario, end } }, PAGE_COLOURS).charts;
    const axis = JSON.stringify(first?.spec).match(/"axis":(\{"tickCount".*?\})\}/)?.[1] ?? '';
    expect(/"format":"([^"]*)"/.exec(axis)?.[1]).toBe(format);
    if (first) expect(complaints(first, { stored: [] })).toEqual([]);
  });

  it('are made of as many names as there may be', () => {
    const names = Array<string>(200_000).fill('x');
    expect(legendOf(names, 290)).toMatchObject({ columns: 4 });
  });
});
