import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NETS, netNumber } from '../../src/random/net.ts';
import { stream } from '../../src/random/stream.ts';
import { effectiveTrials, shareInterval, wilson } from '../../src/stats/share-interval.ts';

/** What share of many intervals hold the truth. */
function coverage(truth: number, met: (seed: number) => Uint8Array, repeats = 400): number {
  let held = 0;
  for (let seed = 0; seed < repeats; seed++) {
    const { low, high } = shareInterval(met(seed));
    if (low <= truth && truth <= high) held++;
  }
  return held / repeats;
}

describe('the interval of Wilson', () => {
  // scipy.stats.binomtest(k, n).proportion_ci(method='wilson') of SciPy 1.17.1.
  it.each([
    [950, 1000, 0.9346861797557491, 0.9618697376072511],
    [0, 20, 0, 0.16112515805281935],
    [20, 20, 0.8388748419471808, 1],
    [7, 40, 0.08745413746035918, 0.3194999033178771],
  ])('of %d in %d', (kept, trials, low, high) => {
    const interval = wilson(kept / trials, trials);
    expect(interval.low).toBeCloseTo(low, 7);
    expect(interval.high).toBeCloseTo(high, 7);
  });

  it('holds the share, lies in 0 to 1, and narrows with more trials', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(share, fc.integer({ min: 1, max: 1e6 }), (value, count) => {
        const { low, high } = wilson(value, count);
        const more = wilson(value, 4 * count);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(low).toBeLessThanOrEqual(value);
        expect(high).toBeGreaterThanOrEqual(value);
        expect(more.high - more.low).toBeLessThan(high - low);
      }),
    );
  });
});

describe('the interval of a chance', () => {
  it('is that of Wilson where trials are too few for nets', () => {
    expect(shareInterval([1, 1, 1, 0])).toEqual(wilson(0.75, 4));
  });

  it('is that of Wilson where all or none were met', () => {
    expect(shareInterval(new Uint8Array(1000))).toEqual(wilson(0, 1000));
    expect(shareInterval(new Uint8Array(1000).fill(1))).toEqual(wilson(1, 1000));
  });

  it('holds the truth in 95 of 100 cases where trials are independent', () => {
    const met = (seed: number) => {
      const draw = stream(seed, 'independent');
      return Uint8Array.from({ length: 1000 }, () => (draw() < 0.9 ? 1 : 0));
    };
    const share = coverage(0.9, met);
    expect(share).toBeGreaterThan(0.92);
    expect(share).toBeLessThan(0.98);
  });

  it('holds it in as many where points lie in nets, and is narrower by half', () => {
    const where = (name: string, dimension: number) => ({ name, family: 'a', dimension });
    const met = (seed: number) =>
      Uint8Array.from({ length: 1024 }, (_, trial) => {
        const x = netNumber(seed, where('x', 0), trial);
        return x * netNumber(seed, where('y', 1), trial) < 0.5 ? 1 : 0;
      });
    // The product of two uniform numbers is below p with the chance p - p ln p.
    const truth = 0.5 - 0.5 * Math.log(0.5);
    expect(coverage(truth, met, 200)).toBeGreaterThan(0.92);
    const { low, high } = shareInterval(met(1));
    const independent = wilson(truth, 1024);
    expect(high - low).toBeLessThan((independent.high - independent.low) / 2);
  });

  it('never takes nets to know more than the place of one point', () => {
    // Each net has every second point: their shares agree to the last bit.
    const met = Uint8Array.from({ length: 1024 }, (_, trial) => Math.floor(trial / NETS) % 2);
    const worth = effectiveTrials(met);
    expect(worth).toBeGreaterThan(1024);
    expect(worth).toBeLessThan(12 * 1024 * 64);
    const { low, high } = shareInterval(met);
    expect(high - low).toBeGreaterThan(0.25 / 64);
  });
});
