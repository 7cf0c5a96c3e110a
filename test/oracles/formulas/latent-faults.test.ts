import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cyclicCoverage,
  lossWithin,
  meanTimeToDataLoss,
  randomCoverage,
  readErrorProbability,
  runsToCover,
} from './latent-faults.ts';

const YEAR = 8760;
const cheetah = { latent: 2.8e5, detection: 1460, correlation: 1 };
const years = (faults: Parameters<typeof meanTimeToDataLoss>[0]): number =>
  meanTimeToDataLoss(faults) / YEAR;

describe('two copies with latent faults, after Baker et al.', () => {
  it('three scrubs a year: 6130 years, 0.8 % lost in 50', () => {
    expect(Math.round(years(cheetah))).toBe(6130);
    expect(Math.round(years({ ...cheetah, latentRepair: 1 / 3 }))).toBe(6129);
    expect(lossWithin(50, years(cheetah))).toBeCloseTo(0.008, 3);
  });

  it('no scrub: 32 years, 79 % lost in 50', () => {
    const never = years({ ...cheetah, detection: Number.POSITIVE_INFINITY });
    expect(never).toBeCloseTo(32, 1);
    expect(lossWithin(50, never)).toBeCloseTo(0.79, 2);
  });

  it('faults ten times as likely once there is one: 613 years, 8 %', () => {
    const together = years({ ...cheetah, correlation: 0.1 });
    expect(Math.round(together)).toBe(613);
    expect(lossWithin(50, together)).toBeCloseTo(0.08, 2);
  });
});

describe('meanTimeToDataLoss, laws', () => {
  const time = fc.double({ min: 1, max: 1e7, noNaN: true });
  const faults = fc.record({
    latent: time,
    visible: time,
    detection: time,
    latentRepair: time,
    visibleRepair: time,
    correlation: fc.double({ min: 0.01, max: 1, noNaN: true }),
  });

  it('looking more often, repairing faster and failing less together never make it shorter', () => {
    fc.assert(
      fc.property(faults, (one) => {
        const now = meanTimeToDataLoss(one) * (1 - 1e-12);
        const better = [
          { detection: one.detection / 2 },
          { latentRepair: one.latentRepair / 2 },
          { visibleRepair: one.visibleRepair / 2 },
          { correlation: Math.min(1, 2 * one.correlation) },
          { latent: 2 * one.latent },
          { visible: 2 * one.visible },
        ];
        for (const change of better) {
          expect(meanTimeToDataLoss({ ...one, ...change })).toBeGreaterThanOrEqual(now);
        }
      }),
    );
  });

  it('is never shorter than the time to the first fault, and nobody waits in vain for visible ones', () => {
    fc.assert(
      fc.property(faults, (one) => {
        const first = 1 / (1 / one.latent + 1 / one.visible);
        expect(meanTimeToDataLoss(one)).toBeGreaterThanOrEqual(first * (1 - 1e-12));
        const never = { ...one, visible: Number.POSITIVE_INFINITY };
        const { visible: _, ...unsaid } = one;
        expect(meanTimeToDataLoss(never)).toBe(meanTimeToDataLoss(unsaid));
      }),
    );
  });
});

describe('coverage', () => {
  it('1 % a day covers 97.4 % of everything in a year, and 99 % within 459 days', () => {
    expect(randomCoverage(0.01, 365)).toBeCloseTo(0.974, 3);
    expect(runsToCover(0.99, 0.01)).toBe(459);
    expect(cyclicCoverage(0.01, 99)).toBeCloseTo(0.99, 12);
    expect(cyclicCoverage(0.01, 365)).toBe(1);
  });

  it('in turn covers at least as much as at random, and the runs to cover do', () => {
    const part = fc.double({ min: 0.001, max: 0.999, noNaN: true });
    fc.assert(
      fc.property(part, fc.nat(2000), part, (one, runs, share) => {
        expect(cyclicCoverage(one, runs)).toBeGreaterThanOrEqual(
          randomCoverage(one, runs) * (1 - 1e-12),
        );
        const needed = runsToCover(share, one);
        expect(randomCoverage(one, needed)).toBeGreaterThanOrEqual(share * (1 - 1e-9));
        expect(randomCoverage(one, needed - 1)).toBeLessThan(share * (1 + 1e-9));
      }),
    );
    expect(runsToCover(1, 0.01)).toBe(Number.POSITIVE_INFINITY);
  });
});

describe('readErrorProbability', () => {
  it('of a restore of 10 TB: 55 % at 1e-14 a bit, 8 % at 1e-15, and next to nothing from LTO-9', () => {
    expect(readErrorProbability(10e12, 1e-14)).toBeCloseTo(0.55, 2);
    expect(readErrorProbability(10e12, 1e-15)).toBeCloseTo(0.077, 3);
    expect(readErrorProbability(10e12, 1e-20) / 8e-7).toBeCloseTo(1, 5);
  });

  it('two reads are as good as one of both', () => {
    const bytes = fc.double({ min: 0, max: 1e15, noNaN: true });
    fc.assert(
      fc.property(bytes, bytes, (a, b) => {
        const good = (size: number): number => 1 - readErrorProbability(size, 1e-15);
        expect(good(a) * good(b)).toBeCloseTo(good(a + b), 9);
      }),
    );
  });
});
