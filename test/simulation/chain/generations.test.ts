import { describe, expect, it } from 'vitest';
import { oneWorkload } from '../../support/one-workload.ts';
import { resultOf, strategyOf } from '../../support/played.ts';

/** A full on days 0 and 7, an increment on all other days; one generation is kept. */
const kept = async (days: number, lock?: string) => {
  const declared = oneWorkload({
    horizon: `${days} days`,
    strategy: {
      full: ['2026-01-05', '2026-01-12'],
      incremental: 'daily at 00:00',
      keep: { dialect: 'generations', last: 1 },
      lock,
    },
  });
  const { points } = strategyOf(await resultOf(declared), 'plan');
  return (points.list ?? []).map(({ time, reasons }) => ({
    day: (Date.parse(time) - Date.parse('2026-01-05T00:00Z')) / 86_400_000,
    isLocked: reasons.includes('locked'),
  }));
};

describe('a locked generation', () => {
  it('stays while one of its points is locked, and those alone are told to be', async () => {
    // On day 15 points younger than ten days are locked: days 6 to 15. Day 6 holds its generation.
    const points = await kept(16, '10 d');
    expect(points.map(({ day }) => day)).toEqual(Array.from({ length: 16 }, (_, day) => day));
    expect(points.filter(({ isLocked }) => isLocked).map(({ day }) => day)).toEqual(
      Array.from({ length: 10 }, (_, index) => index + 6),
    );
  });

  it('goes when none is any more, however near its full lies to the newest one', async () => {
    // On day 16 the lock reaches back to day 7; the fulls of days 0 and 7 are less than ten apart.
    expect((await kept(17, '10 d')).map(({ day }) => day)).toEqual(
      Array.from({ length: 10 }, (_, index) => index + 7),
    );
    expect((await kept(45, '10 d'))[0]?.day).toBe(7);
  });

  it('is kept as without a lock where that reaches no further than the newest', async () => {
    expect((await kept(45, '1 d')).map(({ day }) => day)).toEqual(
      (await kept(45)).map(({ day }) => day),
    );
  });
});
