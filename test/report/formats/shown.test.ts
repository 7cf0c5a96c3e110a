import { describe, expect, it } from 'vitest';
import { shown } from '../../../src/report/formats/shown.ts';
import type { Clock } from '../../../src/report/result/clock.ts';
import { type DateSpread, figure, text } from '../../../src/report/result/figure.ts';
import { days, label, seconds } from '../../../src/report/tables/column.ts';
import { objectivesTable } from '../../../src/report/tables/objectives.ts';
import { tabulate } from '../../../src/report/tables/table.ts';
import { EVERYWHERE, fixture } from '../fixture.ts';

const clock: Clock = (at) => at.slice(0, 10);

describe('a date', () => {
  const say = (value: DateSpread): readonly (string | undefined)[] => {
    const columns = [days('full_on', 'full on', (date: DateSpread) => date)];
    const cell = shown(tabulate({ key: '', title: '', columns, rows: [value] }), clock)
      .rows[0]?.[0];
    return [cell?.main, cell?.spread];
  };
  const [one, two] = ['2027-01-01T00:00:00Z', '2028-01-01T00:00:00Z'];

  it.each([
    [{ p05: null, p50: null, p95: null, never: 1 }, 'never', ''],
    [{ p05: null, p50: null, p95: null, never: 0.97 }, 'never in 97 %', ''],
    [{ p05: one, p50: null, p95: null, never: 0.9 }, 'never in 90 %', '2027-01-01 to never'],
    [
      { p05: one, p50: two, p95: null, never: 0.2 },
      '2028-01-01',
      '2027-01-01 to never; never in 20 %',
    ],
    [
      { p05: one, p50: one, p95: two, never: 0.01 },
      '2027-01-01',
      '2027-01-01 to 2028-01-01; never in 1 %',
    ],
    [{ p05: one, p50: one, p95: one, never: 0 }, '2027-01-01', ''],
  ])('of %j', (value, main, spread) => {
    expect(say(value)).toEqual([main, spread]);
  });
});

describe('the objectives', () => {
  /** Limit and value as they read, of an RPO that came to so many seconds. */
  const read = (limit: number, value: number, trials = 1): readonly (string | undefined)[] => {
    const [strategy] = fixture().strategies;
    if (!strategy) throw new Error('the fixture has no strategy');
    const reached = { mean: value, p05: value, p50: value, p95: value };
    const objectives = [
      {
        ...EVERYWHERE,
        name: 'rpo' as const,
        limit,
        value: reached,
        share: 0.84,
        probability: null,
        met: false,
      },
    ];
    const table = shown(objectivesTable({ ...strategy, objectives }, trials), clock);
    return table.rows[0]?.slice(1, 3).map(({ main }) => main) ?? [];
  };
  const [hour, day] = [3600, 86_400];

  it.each([
    [26 * hour, 1 * day, '26 h', '24 h'],
    [26 * hour, 14 * day, '26 h', '336 h'],
    [24 * hour, 14 * day, '24 h', '336 h'],
    [48 * hour, 20 * hour, '48 h', '20 h'],
    [7 * day, 30 * hour, '7 d', '1.25 d'],
    [4 * hour, 90, '4 h', '1.5 min'],
    [900, 7 * day, '15 min', '7 d'],
  ])('with a limit of %d s and %d s reached', (limit, value, ...words) => {
    expect(read(limit, value)).toEqual(words);
  });

  it('say when they count as met, where there were trials', () => {
    const [strategy] = fixture().strategies;
    if (!strategy) throw new Error('the fixture has no strategy');
    expect(objectivesTable(strategy, 1).notes).toEqual([]);
    expect(objectivesTable(strategy, 2).notes).toEqual([
      'met: in as many trials as objectives.confidence asks for',
      'met in trials: with its 95 % interval',
    ]);
  });
});

describe('a column', () => {
  it('is in one unit where its rows do not each have their own', () => {
    const rows = [26 * 3600, 14 * 86_400];
    const columns = [
      label('name', 'name', (value: number) => text(String(value))),
      seconds('time', 'time', (value: number) => value),
    ];
    const table = shown(tabulate({ key: '', title: '', columns, rows }), clock);
    expect(table.rows.map((row) => row[1]?.main)).toEqual(['1.08 d', '14 d']);
    expect(figure('seconds', 1)).toMatchObject({ kind: 'figure', value: { p50: 1 } });
  });
});
