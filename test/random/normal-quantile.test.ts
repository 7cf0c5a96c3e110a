import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalQuantile } from '../../src/random/normal-quantile.ts';

describe('normalQuantile', () => {
  // Wichura, Algorithm AS 241, Applied Statistics 37 (1988), test values of the paper.
  it.each([
    [0.25, -0.67448975],
    [0.001, -3.0902323],
    [1e-20, -9.2623401],
  ])('of %d is %d, to about seven digits', (p, expected) => {
    expect(Math.abs(normalQuantile(p) / expected - 1)).toBeLessThan(2e-7);
  });

  // Abramowitz and Stegun, Handbook of Mathematical Functions (1964), table 26.5.
  it.each([
    [0.5, 0],
    [0.9, 1.28155],
    [0.95, 1.64485],
    [0.975, 1.95996],
    [0.99, 2.32635],
    [0.995, 2.57583],
    [0.999, 3.09023],
  ])('of %d is %d, to the digits of the table', (p, expected) => {
    expect(Math.abs(normalQuantile(p) - expected)).toBeLessThan(6e-6);
  });

  it('rises, is odd about a half, and is finite at both ends', () => {
    const p = fc.double({ min: 1e-12, max: 1 - 1e-12, noNaN: true });
    fc.assert(
      fc.property(p, p, (a, b) => {
        fc.pre(b - a > 1e-9);
        expect(normalQuantile(a)).toBeLessThan(normalQuantile(b));
      }),
    );
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 30 }), (part) => {
        const share = part / 2 ** 31;
        expect(normalQuantile(1 - share)).toBeCloseTo(-normalQuantile(share), 6);
      }),
    );
    expect(Number.isFinite(normalQuantile(0))).toBe(true);
    expect(Number.isFinite(normalQuantile(1 - 2 ** -53))).toBe(true);
  });
});
