import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { failureProbability, mirrorLoss } from './drive-failure.ts';

const fit = fc.double({ min: 0, max: 1e6, noNaN: true });
const seconds = fc.double({ min: 0, max: 1e9, noNaN: true });
const drives = fc.integer({ min: 1, max: 12 });

describe('failureProbability, laws', () => {
  it('is a chance that grows with the rate, the time and the drives', () => {
    fc.assert(
      fc.property(fit, seconds, drives, (rate, time, n) => {
        const chance = failureProbability(rate, time, n);
        expect(chance).toBeGreaterThanOrEqual(0);
        expect(chance).toBeLessThanOrEqual(1);
        expect(failureProbability(2 * rate, time, n)).toBeGreaterThanOrEqual(chance);
        expect(failureProbability(rate, 2 * time, n)).toBeGreaterThanOrEqual(chance);
        expect(failureProbability(rate, time, n + 1)).toBeGreaterThanOrEqual(chance);
      }),
    );
  });

  it('no drive of several fails where none of each does', () => {
    fc.assert(
      fc.property(fit, fc.double({ min: 0, max: 1e6, noNaN: true }), drives, (rate, time, n) => {
        const noneFails = (1 - failureProbability(rate, time)) ** n;
        expect(failureProbability(rate, time, n)).toBeCloseTo(1 - noneFails, 9);
      }),
    );
  });

  it('keeps its digits where it is tiny', () => {
    expect(failureProbability(1e-9, 3600) / 1e-18).toBeCloseTo(1, 12);
  });
});

describe('mirrorLoss, laws', () => {
  it('a slower rebuild never makes it less likely', () => {
    fc.assert(
      fc.property(fit, seconds, seconds, drives, (rate, mission, rebuild, n) => {
        const one = { fit: rate, mission, rebuild, drives: n };
        expect(mirrorLoss({ ...one, rebuild: 2 * rebuild })).toBeGreaterThanOrEqual(
          mirrorLoss(one),
        );
      }),
    );
  });

  it('a copy more never makes it likelier, where drives are rebuilt before the next is sure to fail', () => {
    const days = fc.double({ min: 0, max: 90 * 86_400, noNaN: true });
    const real = fc.double({ min: 0, max: 20_000, noNaN: true });
    fc.assert(
      fc.property(real, seconds, days, drives, (rate, mission, rebuild, n) => {
        const one = { fit: rate, mission, rebuild, drives: n };
        const more = mirrorLoss({ ...one, drives: n + 1 });
        expect(more).toBeLessThanOrEqual(mirrorLoss(one));
      }),
    );
  });

  it('one drive is no mirror; three are lost one after the other', () => {
    const one = { fit: 826, mission: 8766 * 3600, rebuild: 61_600 };
    expect(mirrorLoss({ ...one, drives: 1 })).toBe(failureProbability(826, one.mission));
    expect(mirrorLoss({ ...one, drives: 3 })).toBe(
      failureProbability(826, one.mission, 3) *
        failureProbability(826, one.rebuild, 2) *
        failureProbability(826, one.rebuild),
    );
  });
});
