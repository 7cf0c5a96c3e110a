import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkTime, sampleFinds } from './verification.ts';

describe('checkTime, laws', () => {
  const bytes = fc.double({ min: 0, max: 1e18, noNaN: true }).map(Math.floor);
  const rate = fc.double({ min: 1, max: 1e12, noNaN: true });
  const fixed = fc.double({ min: 0, max: 1e4, noNaN: true });
  const cores = fc.integer({ min: 1, max: 256 });

  it('cores share the bytes and never the fixed cost', () => {
    fc.assert(
      fc.property(bytes, rate, cores, fixed, (size, pace, many, constant) => {
        const one = checkTime(size, pace, 1, constant) - constant;
        const shared = checkTime(size, pace, many, constant) - constant;
        expect(Math.abs(shared * many - one)).toBeLessThanOrEqual(1e-9 * (one + many * constant));
      }),
    );
  });

  it('nothing to check takes the fixed cost alone, even at a standstill', () => {
    expect(checkTime(0, 0, 1, 3)).toBe(3);
    fc.assert(
      fc.property(rate, cores, fixed, (pace, many, constant) => {
        expect(checkTime(0, pace, many, constant)).toBe(constant);
      }),
    );
  });
});

describe('sampleFinds', () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true });

  it('is a chance that more samples and more damage never lower', () => {
    fc.assert(
      fc.property(share, share, fc.nat(1000), fc.nat(1000), (a, b, n, more) => {
        const [few, many] = [Math.min(a, b), Math.max(a, b)];
        expect(sampleFinds(few, n)).toBeGreaterThanOrEqual(0);
        expect(sampleFinds(many, n + more)).toBeLessThanOrEqual(1);
        expect(sampleFinds(many, n)).toBeGreaterThanOrEqual(sampleFinds(few, n));
        expect(sampleFinds(few, n + more)).toBeGreaterThanOrEqual(sampleFinds(few, n));
      }),
    );
  });

  it('one look finds what share is bad, none finds nothing', () => {
    fc.assert(
      fc.property(share, (bad) => {
        expect(sampleFinds(bad, 1)).toBeCloseTo(bad, 12);
        expect(sampleFinds(bad, 0)).toBe(0);
      }),
    );
  });

  // derived from 1 - (1 - b)^n
  it.each([
    [0.005, 384, 0.85],
    [0.01, 384, 0.98],
    [0.001, 384, 0.32],
    [0.01, 365, 0.974],
  ])('a bad share of %d is found by %d samples with chance %d', (bad, n, chance) => {
    expect(sampleFinds(bad, n)).toBeCloseTo(chance, 2);
  });
});
