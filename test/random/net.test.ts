import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NETS, type NetPlace, netNumber, netOf, wholeNets } from '../../src/random/net.ts';
import { SOBOL_DIMENSIONS } from '../../src/random/sobol.ts';

const place = fc.record({
  name: fc.string(),
  family: fc.string(),
  dimension: fc.nat(SOBOL_DIMENSIONS - 1),
});

/** What one net draws in its first points. */
const drawn = (seed: number, where: NetPlace, net: number, points: number): number[] =>
  Array.from({ length: points }, (_, point) => netNumber(seed, where, net + NETS * point));

const size = { name: 'a.size', family: 'a', dimension: 0 };
const rate = { name: 'a.rate', family: 'a', dimension: 1 };

describe('a draw from nets', () => {
  it('is inside the unit interval, and the same for the same seed, place and trial', () => {
    fc.assert(
      fc.property(fc.nat(), place, fc.nat(999_999), (seed, where, trial) => {
        const number = netNumber(seed, where, trial);
        expect(number).toBeGreaterThan(0);
        expect(number).toBeLessThan(1);
        expect(netNumber(seed, { ...where }, trial)).toBe(number);
      }),
    );
  });

  it('meets every interval of width 2^-k once with the first 2^k points of each net', () => {
    fc.assert(
      fc.property(fc.nat(), place, fc.nat(NETS - 1), fc.nat(8), (seed, where, net, k) => {
        const met = drawn(seed, where, net, 2 ** k)
          .map((number) => Math.floor(number * 2 ** k))
          .sort((a, b) => a - b);
        expect(met).toEqual(met.map((_, interval) => interval));
      }),
    );
  });

  it('meets every box of area 2^-k once, in the first two dimensions of one family', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(NETS - 1), fc.nat(7), fc.nat(7), (seed, net, j, k) => {
        const [xs, ys] = [size, rate].map((where) => drawn(seed, where, net, 2 ** (j + k)));
        const boxes = xs?.map(
          (x, at) => Math.floor(x * 2 ** j) * 2 ** k + Math.floor((ys?.[at] ?? 0) * 2 ** k),
        );
        expect(new Set(boxes).size).toBe(2 ** (j + k));
      }),
      { numRuns: 50 },
    );
  });

  // The first Sobol point is the origin; shifted, it lies anywhere. Were it left out, the first
  // 2^k points would be no net.
  it('keeps the first point, which lies anywhere', () => {
    const firsts = Array.from({ length: 4000 }, (_, seed) => netNumber(seed, size, seed % NETS));
    const mean = firsts.reduce((sum, one) => sum + one, 0) / firsts.length;
    expect(Math.abs(mean - 0.5)).toBeLessThan(4 / Math.sqrt(12 * firsts.length));
  });

  it('deals trials to the nets in turn', () => {
    expect([0, 1, 15, 16, 33].map(netOf)).toEqual([0, 1, 15, 0, 1]);
  });

  it('fills whole nets with 16 · 2^k trials', () => {
    expect([1, 16, 17, 1000, 1024, 1025].map(wholeNets)).toEqual([16, 16, 32, 1024, 1024, 2048]);
  });

  it.each([
    ['two nets', size, size, 3],
    ['two quantities of one family', size, rate, 0],
    ['two families', size, { name: 'b.size', family: 'b', dimension: 0 }, 0],
  ])('has nothing to do with another: %s', (_, one, other, turn) => {
    const count = 4096;
    let sum = 0;
    for (let trial = 0; trial < count; trial++) {
      const moved = trial - (trial % NETS) + ((trial + turn) % NETS);
      sum += (netNumber(5, one, trial) - 0.5) * (netNumber(5, other, moved) - 0.5);
    }
    // Four standard deviations of the mean of as many products of independent numbers.
    expect(Math.abs(sum / count)).toBeLessThan(4 / 12 / Math.sqrt(count));
  });

  // Not known from elsewhere: they hold results of one seed the same from release to release.
  it('gives the numbers that it has always given', () => {
    expect([0, 1, 16, 999].map((trial) => netNumber(7, size, trial))).toEqual([
      0.3272461072774604, 0.4525534474523738, 0.6714568958850577, 0.8695709916064516,
    ]);
  });
});
