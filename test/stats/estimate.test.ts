import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateEstimate, estimate } from '../../src/stats/estimate.ts';

const number = fc.double({ min: -1e9, max: 1e9, noNaN: true });
const samples = fc.array(number, { minLength: 1, maxLength: 50 });
const close = (a: number, b: number): boolean =>
  Math.abs(a - b) <= 1e-9 * (1 + Math.abs(a) + Math.abs(b));

describe('estimate', () => {
  it('lies within the samples, in order', () => {
    fc.assert(
      fc.property(samples, (values) => {
        const { mean, p05, p50, p95 } = estimate(values);
        const [low, high] = [Math.min(...values), Math.max(...values)];
        expect(low <= p05 && p05 <= p50 && p50 <= p95 && p95 <= high).toBe(true);
        expect(mean).toBeGreaterThanOrEqual(low - 1e-6);
        expect(mean).toBeLessThanOrEqual(high + 1e-6);
      }),
    );
  });

  it('does not depend on the order of the samples, and leaves them alone', () => {
    fc.assert(
      fc.property(samples, (values) => {
        const before = [...values];
        expect(estimate([...values].reverse())).toEqual(estimate(values));
        expect(values).toEqual(before);
      }),
    );
  });

  it('moves and stretches with the samples', () => {
    const factor = fc.double({ min: 0.1, max: 10, noNaN: true });
    fc.assert(
      fc.property(samples, factor, number, (values, scale, shift) => {
        const plain = estimate(values);
        const moved = estimate(values.map((value) => value * scale + shift));
        for (const key of ['mean', 'p05', 'p50', 'p95'] as const) {
          expect(Math.abs(moved[key] - (plain[key] * scale + shift))).toBeLessThan(1e-3);
        }
      }),
    );
  });

  it('of one trial, or of equal ones, is that number four times, to the last bit', () => {
    fc.assert(
      fc.property(number, fc.integer({ min: 1, max: 9 }), (value, count) => {
        const all = { mean: value, p05: value, p50: value, p95: value };
        expect(estimate(Array<number>(count).fill(value))).toEqual(all);
      }),
    );
  });

  it('of none is a bug', () => {
    expect(() => estimate([])).toThrow(RangeError);
  });

  // The 5 % and the 95 % point of 1..10 are 1.45 and 9.55 in R: quantile(1:10, c(.05, .95)), type 7.
  it('takes quantiles of type 7', () => {
    const { mean, p05, p50, p95 } = estimate([10, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
    expect(mean).toBeCloseTo(5.5, 12);
    expect(p05).toBeCloseTo(1.45, 12);
    expect(p50).toBeCloseTo(5.5, 12);
    expect(p95).toBeCloseTo(9.55, 12);
  });
});

describe('dateEstimate', () => {
  const time = fc.oneof(fc.nat(), fc.constant(Number.NaN));
  const times = fc.array(time, { minLength: 1, maxLength: 60 });

  it('gives dates that were seen, in order, and null where it never came', () => {
    fc.assert(
      fc.property(times, (all) => {
        const { p05, p50, p95, never } = dateEstimate(all);
        const dates = [p05, p50, p95].map((date) => date ?? Number.POSITIVE_INFINITY);
        expect(dates).toEqual([...dates].sort((a, b) => a - b));
        for (const date of [p05, p50, p95]) if (date !== null) expect(all).toContain(date);
        expect(close(never, all.filter(Number.isNaN).length / all.length)).toBe(true);
        if (never === 0) expect(p95).not.toBeNull();
        if (never > 0.95) expect(p05).toBeNull();
      }),
    );
  });

  it('never comes earlier where a trial turns from a date to never', () => {
    fc.assert(
      fc.property(times, (all) => {
        const worse = dateEstimate(all.map((one, index) => (index === 0 ? Number.NaN : one)));
        const plain = dateEstimate(all);
        for (const key of ['p05', 'p50', 'p95'] as const) {
          expect(worse[key] ?? Infinity).toBeGreaterThanOrEqual(plain[key] ?? Infinity);
        }
      }),
    );
  });

  it('of 1 to 20 is the first, the tenth and the nineteenth', () => {
    const all = Array.from({ length: 20 }, (_, index) => index + 1);
    expect(dateEstimate(all)).toEqual({ p05: 1, p50: 10, p95: 19, never: 0 });
    expect(dateEstimate([100, Number.NaN])).toEqual({ p05: 100, p50: 100, p95: null, never: 0.5 });
    expect(dateEstimate([Number.NaN])).toEqual({ p05: null, p50: null, p95: null, never: 1 });
  });
});
