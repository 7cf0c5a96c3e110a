import { logger, parse, Warn } from 'vega';
import { compile, type TopLevelSpec } from 'vega-lite';
import { describe, expect, it } from 'vitest';
import type { History } from '../../../src/gate/history/history.ts';
import { PAGE_COLOURS } from '../../../src/report/charts/colours.ts';
import { historyCharts } from '../../../src/report/charts/history.ts';
import { historyLine } from '../../../src/report/tables/measured/history-line.ts';
import { HOSTILE } from '../hostile.ts';

const historyOf = (name: string, values: readonly (number | null)[], at: number[]): History => ({
  ...{ branch: name, class: name, plan: name },
  runs: values.map((_, index) => ({
    run: name,
    began: new Date(Date.UTC(2026, 0, 1 + index)).toISOString(),
    commit: name,
  })),
  series: [
    {
      ...{ series: name, metric: 'work', unit: 'seconds', values: [...values], judged: 12 },
      changes: at.map((place) => ({
        ...{ at: place, run: name, commit: name, before: 60, after: 120, ratio: 2, besides: [] },
      })),
    },
  ],
});

describe('historyCharts', () => {
  it('draw each run in the unit of the axis, and the level of each stretch', () => {
    const { charts, datasets } = historyCharts(
      [historyOf('a', [60, null, 120], [2])],
      PAGE_COLOURS,
    );
    expect(charts).toHaveLength(1);
    expect(datasets['history-0']).toEqual([
      { at: Date.UTC(2026, 0, 1), value: 1, stretch: 0, level: 1, run: 'a' },
      { at: Date.UTC(2026, 0, 3), value: 2, stretch: 1, level: 2, run: 'a' },
    ]);
  });

  it('come with changes first, and compile without a warning whatever the names', () => {
    const { charts, datasets } = historyCharts(
      [
        ...HOSTILE.slice(0, 20).map((name) => historyOf(name, [1, 2], [])),
        historyOf('changed', [1, 1, 2, 2], [2]),
      ],
      PAGE_COLOURS,
    );
    expect(charts[0]?.title).toBe('changed, work');
    for (const { spec } of charts) {
      const said: string[] = [];
      const listening = logger(Warn, undefined, (_method, _level, words) => {
        said.push(words.join(' '));
      });
      const whole = { ...spec, datasets } as unknown as TopLevelSpec;
      parse(compile(whole, { logger: listening }).spec, {}, { ast: true });
      expect(said).toEqual([]);
      expect(JSON.stringify(spec)).not.toMatch(/"type":"temporal"(?![^}]*utc)/);
    }
  });
});

describe('historyLine', () => {
  it('goes from the least to the most, with a bar before a change and gaps', () => {
    expect(historyLine({ values: [1, 1, null, 2, 2], changes: [{ at: 3 }] })).toBe('▁▁ │██');
  });

  it('draws what hardly differs flat, and the newest forty runs alone', () => {
    expect(historyLine({ values: [100, 101], changes: [] })).toBe('▁▂');
    expect(historyLine({ values: Array.from({ length: 50 }, () => 1), changes: [] })).toBe(
      '▁'.repeat(40),
    );
  });
});
