import { describe, expect, it } from 'vitest';
import { filesOf, oneWorkload } from '../../support/one-workload.ts';
import { type Declared, planOf, runOf } from '../../support/played.ts';

const DAY = 86400;

/**
 * Days and GB of the files of 1 TB of which 10 % change a day: after k days 1 - 0.9^k differs, that
 * is 100, 190, 271, 343.9, 409.51 and 468.559 GB.
 */
function filesIn(strategy: Declared, protection = 0): (readonly [string, number, number])[] {
  const declared = oneWorkload({
    start: '2026-01-05',
    horizon: '30 days',
    workload: { change: '10 %/day' },
    stores: { disk: {}, second: {} },
    strategy: { to: 'disk', full: 'never', keep: { last: 100 }, ...strategy },
  });
  const plan = planOf(declared);
  return filesOf(runOf(plan), protection).map(({ kind, time, bytes }) => [
    kind,
    (time - plan.start) / DAY,
    Number((bytes / 1e9).toFixed(6)),
  ]);
}

/** Dates so many days after the start. */
const on = (...days: readonly number[]): string[] =>
  days.map((day) => new Date(Date.UTC(2026, 0, 5 + day)).toISOString().slice(0, 10));

describe('what a point adds is counted from the right one', () => {
  it('an increment from the point before, a differential from the full', () => {
    const dates = { full: on(0), incremental: on(1, 3, 7), differential: on(6) };
    expect(filesIn(dates)).toEqual([
      ['active-full', 0, 1000],
      ['increment', 1, 100],
      ['increment', 3, 190],
      ['differential', 6, 468.559],
      ['increment', 7, 100],
    ]);
  });

  it('a differential from the last full, also if that is synthetic', () => {
    const dates = { full: on(0), synthetic: on(2), differential: on(1, 5) };
    expect(filesIn(dates)).toEqual([
      ['active-full', 0, 1000],
      ['differential', 1, 100],
      ['synthetic-full', 2, 1000],
      ['differential', 5, 271],
    ]);
  });

  it('a reverse increment from the point after it', () => {
    const dates = { style: 'reverse', incremental: on(0, 2, 3) };
    expect(filesIn(dates)).toEqual([
      ['reverse-increment', 0, 190],
      ['reverse-increment', 2, 100],
      ['synthetic-full', 3, 1000],
    ]);
  });

  it('a point of a pool from the one before, and from that before it when this one goes', () => {
    const dates = { style: 'dedup', incremental: on(0, 1, 3, 6) };
    expect(filesIn(dates)).toEqual([
      ['dedup-point', 0, 1000],
      ['dedup-point', 1, 100],
      ['dedup-point', 3, 190],
      ['dedup-point', 6, 271],
    ]);
    // Of days 0, 1, 3 and 6 the newest of each week and the newest two stay: 3 and 6, which is a
    // Sunday. What day 3 had from those before it is its own now.
    expect(filesIn({ ...dates, keep: { last: 2, weekly: 5 } })).toEqual([
      ['dedup-point', 3, 1000],
      ['dedup-point', 6, 271],
    ]);
    // Of each week the newest: of days 6, 8 and 9 day 8 goes, and day 9 holds what three days add.
    const weeks = { style: 'dedup', incremental: on(6, 8, 9), keep: { weekly: 5 } };
    expect(filesIn(weeks)).toEqual([
      ['dedup-point', 6, 1000],
      ['dedup-point', 9, 271],
    ]);
  });

  it('an increment that is merged from the full that it goes into', () => {
    expect(filesIn({ incremental: on(0, 1, 3, 6), keep: { last: 2 } })).toEqual([
      ['synthetic-full', 3, 1000],
      ['increment', 6, 271],
    ]);
  });

  it('a copy from the point that was copied last, a differential from the last full copied', () => {
    const made = { full: on(0), incremental: on(1, 2, 3, 4, 5), differential: on(6) };
    const copies = [{ to: 'second', on: on(0, 2, 5, 6), keep: { last: 100 } }];
    expect(filesIn({ ...made, copies }, 1)).toEqual([
      ['active-full', 0, 1000],
      ['increment', 2, 190],
      ['increment', 5, 271],
      ['differential', 6, 468.559],
    ]);
  });
});
