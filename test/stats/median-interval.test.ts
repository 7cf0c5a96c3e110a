import { describe, expect, it } from 'vitest';
import { stream } from '../../src/random/stream.ts';
import { medianInterval } from '../../src/stats/median-interval.ts';

describe('the interval of a median', () => {
  it('has no ends with fewer than six samples', () => {
    expect(medianInterval([1, 2, 3, 4, 5])).toEqual({ value: 3, low: -Infinity, high: Infinity });
    expect(medianInterval([3, 1, 2, 5, 4, 6])).toEqual({ value: 3.5, low: 1, high: 6 });
  });

  // Ranks of the 95 % interval in Conover 1999, table A3 (binomial with a half): n = 9 → 2 and 8,
  // n = 15 → 4 and 12, n = 20 → 6 and 15, n = 30 → 10 and 21.
  it.each([
    [9, 2, 8],
    [15, 4, 12],
    [20, 6, 15],
    [30, 10, 21],
  ])('of %i samples lies between those of rank %i and %i', (count, low, high) => {
    const ranks = Array.from({ length: count }, (_, index) => index + 1);
    expect(medianInterval(ranks)).toMatchObject({ low, high });
  });

  it('holds the truth in at least 95 of 100 cases, of a skewed quantity', () => {
    let held = 0;
    for (let seed = 0; seed < 1000; seed++) {
      const draw = stream(seed, 'median');
      const { low, high } = medianInterval(Array.from({ length: 12 }, () => -Math.log(1 - draw())));
      if (low <= Math.LN2 && Math.LN2 <= high) held++;
    }
    // Four standard deviations of a share of 1000 below what ranks 3 and 10 hold: 96.1 %.
    expect(held / 1000).toBeGreaterThan(0.936);
  });
});
