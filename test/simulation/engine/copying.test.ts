import { describe, expect, it } from 'vitest';
import { PLAIN } from '../../support/one-workload.ts';
import { type Declared, resultOf, strategyOf } from '../../support/played.ts';

/** Two workloads of 3600 GB, which take an hour together at 2 GB/s, on a disk with copies beside it. */
const copied = (disk: Declared, strategy: Declared, copies: readonly Declared[]): Declared => ({
  start: '2026-01-05',
  horizon: '4 weeks',
  workloads: {
    ants: { ...PLAIN, size: '3600 GB', change: '1 %/day' },
    bees: { ...PLAIN, size: '3600 GB', change: '1 %/day' },
  },
  stores: { disk, second: {}, third: {} },
  strategies: {
    plan: {
      to: 'disk',
      full: 'weekly on Sunday at 01:00',
      keep: { last: 10 },
      copies: copies.map((copy) => ({ keep: { last: 10 }, ...copy })),
      ...strategy,
    },
  },
});

const SUNDAYS = ['2026-01-11', '2026-01-18', '2026-01-25', '2026-02-01'];
const HOUR_LONG = { write: '2 GB/s' };

/** Days of the points of each workload in a store, and how many copies there were due too early. */
async function copiesIn(declared: Declared, store = 'second') {
  const result = await resultOf(declared);
  const { points, copies } = strategyOf(result, 'plan');
  const daysOf = (workload: string) =>
    (points.list ?? [])
      .filter((point) => point.store === store && point.workload === workload)
      .map(({ time }) => time.slice(0, 10));
  const [ants, bees] = [daysOf('ants'), daysOf('bees')];
  expect(bees).toEqual(ants);
  const early = copies.find((copy) => copy.store === store)?.early.mean;
  const warned = result.warnings.some((warning) => warning.includes('took the one before'));
  return { days: ants, early, warned };
}

const NONE_EARLY = { early: 0, warned: false };

describe('a copy on dates takes the newest point that there is', () => {
  it('that of the job that ends at that instant', async () => {
    const declared = copied(HOUR_LONG, {}, [{ to: 'second', on: 'weekly on Sunday at 02:00' }]);
    expect(await copiesIn(declared)).toEqual({ days: SUNDAYS, ...NONE_EARLY });
  });

  it('that of the job that takes no time and begins at that instant', async () => {
    const declared = copied({}, {}, [{ to: 'second', on: 'weekly on Sunday at 01:00' }]);
    expect(await copiesIn(declared)).toEqual({ days: SUNDAYS, ...NONE_EARLY });
  });

  it('also where it is made from a copy of that instant', async () => {
    const on = 'weekly on Sunday at 01:00';
    const copies = [
      { to: 'second', on },
      { to: 'third', from: 'second', on },
    ];
    expect(await copiesIn(copied({}, {}, copies), 'third')).toEqual({
      days: SUNDAYS,
      ...NONE_EARLY,
    });
  });

  it('when its delay is over', async () => {
    const on = 'weekly on Sunday at 01:00';
    for (const delay of ['1 h', '5 h']) {
      const declared = copied(HOUR_LONG, {}, [{ to: 'second', on, delay }]);
      expect(await copiesIn(declared)).toEqual({ days: SUNDAYS, ...NONE_EARLY });
    }
  });

  it('the one before where the newest is still being made, which is told', async () => {
    // The first Sunday is seeding, and there is nothing to copy yet.
    const declared = copied(HOUR_LONG, {}, [{ to: 'second', on: 'weekly on Sunday at 01:59' }]);
    const days = SUNDAYS.slice(0, 3);
    expect(await copiesIn(declared)).toEqual({ days, early: 6, warned: true });
  });

  it('or none, which is told as well', async () => {
    const twice = ['2026-01-11T12:00', '2026-01-18T01:30'];
    const declared = copied(HOUR_LONG, {}, [{ to: 'second', on: twice }]);
    expect(await copiesIn(declared)).toEqual({ days: ['2026-01-11'], early: 2, warned: true });
  });

  it('and does not wait for what its source itself gets on other dates', async () => {
    const copies = [
      { to: 'second', on: 'weekly on Saturday at 01:00' },
      { to: 'third', from: 'second', on: 'weekly on Sunday at 01:30' },
    ];
    // Saturdays: those of the Sundays before.
    expect(await copiesIn(copied(HOUR_LONG, {}, copies), 'third')).toEqual({
      days: SUNDAYS.slice(0, 3),
      ...NONE_EARLY,
    });
  });

  it('and waits for no increment where its source gets fulls alone', async () => {
    const daily = { incremental: 'daily at 01:00' };
    const through = (on: string) =>
      copied(HOUR_LONG, daily, [
        { to: 'second', after: 'full' },
        { to: 'third', from: 'second', on },
      ]);
    // Of each workload 36 GB change a day: at 01:00:10 their increments are under way.
    const wednesdays = await copiesIn(through('10 0 1 * * WED'), 'third');
    expect(wednesdays).toEqual({ days: ['2026-01-05', ...SUNDAYS.slice(0, 3)], ...NONE_EARLY });
    // The first Sunday finds the first full of all, of Monday, and the full that is under way.
    const sundays = await copiesIn(through('weekly on Sunday at 01:30'), 'third');
    expect(sundays).toEqual({
      days: ['2026-01-05', ...SUNDAYS.slice(0, 3)],
      early: 8,
      warned: true,
    });
  });
});

describe('a copy after fulls', () => {
  it('follows each full and each synthetic full, and no increment', async () => {
    const dates = { synthetic: 'weekly on Wednesday at 01:00', incremental: 'daily at 01:00' };
    const declared = copied({}, dates, [{ to: 'second', after: 'full' }]);
    const { days } = await copiesIn(declared);
    const seed = '2026-01-05';
    const wednesdays = ['2026-01-07', '2026-01-14', '2026-01-21', '2026-01-28'];
    expect(days).toEqual([seed, ...[...SUNDAYS, ...wednesdays].sort()]);
  });
});

describe('a copy that waits for as long as there is between some backups', () => {
  it('takes the point of the job that ends as it is due, every day', async () => {
    // 1 TB at 110 MB/s: 9090.91 s, which are rounded in another way each day.
    const kept = { keep: { last: 100 } };
    const half = { ...PLAIN, size: '500 GB' };
    const declared = {
      ...copied({ write: '110 MB/s' }, { full: 'daily at 20:00', ...kept }, [
        { to: 'second', delay: '3 d', ...kept },
      ]),
      workloads: { ants: half, bees: half },
    };
    // The first is due on the 8th, after three days; that of 30 January only after the end.
    const first = Date.UTC(2026, 0, 8);
    const days = Array.from({ length: 25 }, (_, day) =>
      new Date(first + day * 86_400_000).toISOString().slice(0, 10),
    );
    expect((await copiesIn(declared)).days).toEqual(days);
    const { rpo } = strategyOf(await resultOf(declared), 'plan');
    expect(rpo.gap?.mean).toBe(86_400);
  });
});
