import { describe, expect, it } from 'vitest';
import { filesOf, oneWorkload } from '../../support/one-workload.ts';
import { type Declared, planOf, runOf } from '../../support/played.ts';

const DAY = 86400;

/** Days and bytes of fulls and differentials of 1 TB; other points are left out. */
function cyclesOf(
  change: unknown,
  strategy: Declared,
): { fulls: number[]; differentials: number[] } {
  const declared = oneWorkload({
    horizon: '300 days',
    workload: { change },
    strategy: { full: 'never', keep: { last: 1000 }, ...strategy },
  });
  const plan = planOf(declared);
  const files = filesOf(runOf(plan));
  return {
    fulls: files
      .filter(({ kind }) => kind === 'active-full')
      .map(({ time }) => (time - plan.start) / DAY),
    differentials: files.filter(({ kind }) => kind === 'differential').map(({ bytes }) => bytes),
  };
}

/** Differentials after which a full comes that write least a step, tried one by one. */
function cheapest(differentials: readonly number[]): number {
  let [best, least, written] = [0, Infinity, 1e12];
  for (const [index, bytes] of differentials.entries()) {
    const perStep = written / (index + 1);
    if (perStep < least) [best, least] = [index + 1, perStep];
    written += bytes;
  }
  return best;
}

const daily = { differential: 'daily at 00:00' };
const weekly = { differential: 'weekly on Monday at 00:00' };
const mixed = { ...weekly, incremental: 'daily at 00:00' };
const auto = { rebase: { differential: 'auto' } };

/** Steps between fulls; all are the same where the change is. */
const stepsOf = (change: unknown, schedule: Declared, days: number): number => {
  const { fulls } = cyclesOf(change, { ...schedule, ...auto });
  const gaps = fulls.slice(1).map((day, index) => (day - (fulls[index] as number)) / days);
  expect(gaps.length).toBeGreaterThan(1);
  expect(new Set(gaps).size).toBe(1);
  return gaps[0] as number;
};

describe('rebase: differential: auto', () => {
  it('makes a full where the mean of what was written a step is least', () => {
    // 20 % a day: differentials of 0.2, 0.36, 0.488 and 0.59 TB. Cycles of 3, 4 and 5 days write
    // 1.56 / 3 = 0.52, 2.048 / 4 = 0.512 and 2.638 / 5 = 0.528 TB a day.
    expect(stepsOf('20 %/day', daily, 1)).toBe(4);
  });

  it.each([1.5, 1.8, 2.2, 2.5, 3, 3.4, 3.5, 4, 4.48, 5, 5.5, 6])(
    'finds it as trying all does, day by day and week by week: T* = %d',
    (interval) => {
      const perStep = (2 / interval ** 2) * 100;
      if (perStep < 100) {
        const change = `${perStep} %/day`;
        const best = cheapest(cyclesOf(change, daily).differentials);
        expect(stepsOf(change, daily, 1)).toBe(best);
      }
      const aDay = `${perStep / 7} %/day`;
      const best = cheapest(cyclesOf(aDay, weekly).differentials);
      expect(stepsOf(aDay, weekly, 7)).toBe(best);
      // Increments in between are written in either case.
      expect(stepsOf(aDay, mixed, 7)).toBe(best);
    },
  );
});

describe('rebase: chain', () => {
  it.each([
    // A full, so many increments, the next full.
    [1, [0, 2, 4, 6, 8]],
    [3, [0, 4, 8]],
    [9, [0]],
  ])('%i: a full comes after as many increments', (chain, fulls) => {
    const declared = oneWorkload({
      horizon: '10 days',
      workload: { change: '1 %/day' },
      strategy: { full: 'never', incremental: 'daily at 00:00', rebase: { chain } },
    });
    const plan = planOf(declared);
    const found = filesOf(runOf(plan)).filter(({ kind }) => kind === 'active-full');
    expect(found.map(({ time }) => (time - plan.start) / DAY)).toEqual(fulls);
  });
});
