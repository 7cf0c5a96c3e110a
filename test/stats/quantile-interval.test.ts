import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stream } from '../../src/random/stream.ts';
import { quantileInterval } from '../../src/stats/quantile-interval.ts';

describe('the interval of a quantile', () => {
  it('holds the quantile, between the least and the most', () => {
    const values = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1 });
    fc.assert(
      fc.property(values, fc.double({ min: 0, max: 1, noNaN: true }), (all, share) => {
        const { value, low, high } = quantileInterval(all, share);
        expect(low).toBeLessThanOrEqual(value);
        expect(high).toBeGreaterThanOrEqual(value);
        expect(low).toBeGreaterThanOrEqual(Math.min(...all));
        expect(high).toBeLessThanOrEqual(Math.max(...all));
      }),
    );
  });

  it('has no width where all trials agree', () => {
    expect(quantileInterval(new Float64Array(100).fill(7), 0.95)).toEqual({
      value: 7,
      low: 7,
      high: 7,
    });
  });

  it('holds the truth in 95 of 100 cases, whatever is a monotone function of it', () => {
    let held = 0;
    for (let seed = 0; seed < 500; seed++) {
      const draw = stream(seed, 'quantile');
      const values = Array.from({ length: 400 }, () => Math.exp(8 * draw()));
      const { low, high } = quantileInterval(values, 0.95);
      if (low <= Math.exp(7.6) && Math.exp(7.6) <= high) held++;
    }
    expect(held / 500).toBeGreaterThan(0.91);
    expect(held / 500).toBeLessThan(0.985);
  });
});
