import { describe, expect, it } from 'vitest';
import { forecast, groupedCv, partsOf } from '../../../src/calibration/fit/grouped-cv.ts';
import { foretold, logFit } from '../../../src/calibration/fit/log-fit.ts';
import { drawn, TRUTH } from './truth.ts';

describe('a forecast by cross-validation over recipes', () => {
  it.each([{ noise: 0.1 }, { noise: 0.3 }, { noise: 0.2, outliers: 0.05 }])(
    'holds 90 %% of runs that it has not seen, with %o',
    (noise) => {
      let [held, runs] = [0, 0];
      for (let seed = 0; seed < 60; seed++) {
        const samples = drawn(seed, noise);
        const cv = groupedCv(samples, logFit(samples).terms);
        for (const { x, y } of drawn(seed + 1000, noise, 4)) {
          const { low, high } = cv ? forecast(cv, x, 0.9) : { low: 0, high: 0 };
          runs++;
          if (low <= y && y <= high) held++;
        }
      }
      // 1440 runs in 60 fits, alike within a fit: the share itself is known to some 3 points.
      expect(held / runs).toBeGreaterThan(0.86);
      expect(held / runs).toBeLessThan(0.95);
    },
  );

  it('is not bounded with fewer than nine runs, and there is none of one recipe alone', () => {
    const samples = drawn(1, { noise: 0.1 }, 2).filter((_, i) => i % 6 < 4);
    expect(samples).toHaveLength(8);
    const cv = groupedCv(samples, logFit(samples).terms);
    expect(cv && forecast(cv, [1, 100, 1e7, 10], 0.9)).toEqual({ low: 0, high: Infinity });
    expect(groupedCv(drawn(1, { noise: 0.1 }, 1), [1, 0, 0, 0])).toBeNull();
  });

  it('leaves out each group by itself up to twelve, and some at a time beyond', () => {
    const many = drawn(1, { noise: 0.1 }, 30);
    expect(partsOf(drawn(1, { noise: 0.1 }, 12)).parts).toHaveLength(12);
    const { parts, of } = partsOf(many);
    expect(parts).toHaveLength(12);
    expect(parts[5]).toBe('recipe 5, recipe 17, recipe 29');
    // All runs of a group are in one part.
    expect(new Set(many.map(({ group }, i) => `${group} ${of[i]}`)).size).toBe(30);
  });

  it('without noise is no wider than a thousandth', () => {
    const samples = drawn(1, { noise: 0 });
    const cv = groupedCv(samples, logFit(samples).terms);
    const x = [1, 100, 1e7, 10];
    const { low, high } = cv ? forecast(cv, x, 0.9) : { low: 0, high: 0 };
    expect(low).toBeCloseTo(0.999 * foretold(TRUTH, x), 5);
    expect(high).toBeCloseTo(1.001 * foretold(TRUTH, x), 5);
  });
});
