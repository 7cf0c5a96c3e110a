import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { intactProbability, silentlyBad } from '../../src/model/chain-integrity.ts';
import {
  cheapestFullInterval,
  expectedPointsLost,
  expectedPointsLostIfBroken,
} from '../oracles/formulas/full-interval.ts';

const chance = fc.double({ min: 0, max: 1, noNaN: true });
const increments = fc.nat(400);

describe('chains, laws', () => {
  it('a longer chain is never more likely to be intact, and never loses fewer points', () => {
    fc.assert(
      fc.property(chance, increments, (p, n) => {
        expect(intactProbability(p, n + 1)).toBeLessThanOrEqual(intactProbability(p, n));
        expect(expectedPointsLost(p, n + 1)).toBeGreaterThanOrEqual(expectedPointsLost(p, n));
      }),
    );
  });

  it('the points lost are all points less those before the first bad piece', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-3, max: 1, noNaN: true }), increments, (p, n) => {
        const good = ((1 - p) * (1 - intactProbability(p, n + 1))) / p;
        expect(expectedPointsLost(p, n)).toBeCloseTo(n + 1 - good, 6);
      }),
    );
  });

  it('a broken chain loses at least one point, at most all; half of them where damage is rare', () => {
    fc.assert(
      fc.property(chance, increments, (p, n) => {
        expect(expectedPointsLostIfBroken(p, n)).toBeGreaterThanOrEqual(1 - 1e-9);
        expect(expectedPointsLostIfBroken(p, n)).toBeLessThanOrEqual(n + 1 + 1e-9);
        expect(expectedPointsLostIfBroken(1e-12, n)).toBeCloseTo(
          expectedPointsLostIfBroken(0, n),
          6,
        );
      }),
    );
  });

  it('with certain damage nothing is left, with none everything', () => {
    expect(intactProbability(1, 3)).toBe(0);
    expect(intactProbability(0, 1000)).toBe(1);
    expect([intactProbability(1, 0), intactProbability(0.5, 0)]).toEqual([1, 1]);
    // 0.9^365 and 0.5^90, which a difference from 1 would lose.
    expect(intactProbability(0.1, 365) / 1.98836e-17).toBeCloseTo(1, 4);
    expect(intactProbability(0.5, 90) / 2 ** -90).toBeCloseTo(1, 12);
    expect(expectedPointsLost(1, 6)).toBe(7);
    expect(expectedPointsLost(0, 6)).toBe(0);
  });
});

describe('silentlyBad, laws', () => {
  it('is about half of errors x interval where that is small, and never more', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-12, max: 1e-3, noNaN: true }), (x) => {
        expect(silentlyBad(x, 1)).toBeLessThanOrEqual(x / 2);
        expect(silentlyBad(x, 1) / (x / 2)).toBeCloseTo(1, 3);
      }),
    );
  });

  it('the series and the plain form meet', () => {
    const below = silentlyBad(0.01 * (1 - 1e-12), 1);
    expect(silentlyBad(0.01, 1) / below).toBeCloseTo(1, 11);
  });

  it('checking more often never makes it worse, and copies never do', () => {
    const years = fc.double({ min: 0, max: 100, noNaN: true });
    fc.assert(
      fc.property(fc.double({ min: 0, max: 10, noNaN: true }), years, years, (rate, a, b) => {
        const often = silentlyBad(rate, Math.min(a, b));
        expect(often).toBeLessThanOrEqual(silentlyBad(rate, Math.max(a, b)) + 1e-12);
        expect(silentlyBad(rate, a, 3)).toBeLessThanOrEqual(silentlyBad(rate, a, 2));
      }),
    );
  });
});

describe('cheapestFullInterval, laws', () => {
  it('the whole number of days that writes least a day lies next to it', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 1.9, noNaN: true }), (c) => {
        const perDay = (days: number) => 1 / days + (c * (days - 1)) / 2;
        const interval = cheapestFullInterval(c, 1);
        const next = [Math.floor(interval), Math.ceil(interval)].map(perDay);
        const best = Math.min(...Array.from({ length: 60 }, (_, index) => perDay(index + 1)));
        expect(Math.min(...next)).toBeCloseTo(best, 12);
      }),
    );
  });

  it('data that never changes needs no second full', () => {
    expect(cheapestFullInterval(0, 1)).toBe(Number.POSITIVE_INFINITY);
  });
});
