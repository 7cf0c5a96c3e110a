import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hotShare, uniformShare } from '../../../src/model/change.ts';
import { cheapestFullInterval } from './full-interval.ts';
import {
  bestChainLength,
  bestDifferentialInterval,
  differentialCycle,
  incrementalCycle,
  unusedOverhead,
} from './rebase.ts';

describe('28 days, 2 % a day: bytes written, the data being 1', () => {
  const uniform = (days: number) => uniformShare(0.02, days);
  const hot = (days: number) => hotShare(0.02, 0.05, 0.9, days);
  it.each([
    ['a full each day', 28 * incrementalCycle(1, 0.02), 28.0],
    ['a full each week, increments', 4 * incrementalCycle(7, 0.02), 4.48],
    ['a full each week, differentials', 4 * differentialCycle(7, uniform), 5.63],
    ['the same where 5 % take 90 % of it', 4 * differentialCycle(7, hot), 5.04],
    ['one full, increments', incrementalCycle(28, 0.02), 1.54],
    ['one full, differentials', differentialCycle(28, uniform), 7.4],
    ['forever', incrementalCycle(28, 0.02), 1.54],
  ])('%s: %d', (_, written, printed) => {
    expect(Math.abs(written - printed)).toBeLessThanOrEqual(0.0051);
  });

  it('a tool that leaves 5 % unused holds 5.3 % more than is in use', () => {
    expect(unusedOverhead(0.05)).toBeCloseTo(0.0526, 4);
    expect(unusedOverhead(0)).toBe(0);
  });
});

describe('bestDifferentialInterval', () => {
  it.each([
    [0.01, 14.1],
    [0.04, 7.1],
    [0.1, 4.5],
  ])('%d a day in a straight line: the whole day next to %d', (perDay, days) => {
    expect(cheapestFullInterval(perDay, 1)).toBeCloseTo(days, 1);
    const best = bestDifferentialInterval((k) => Math.min(1, perDay * k)).days;
    expect(Math.abs(best - days)).toBeLessThan(1);
  });

  const shares = fc.oneof(
    fc
      .tuple(
        fc.double({ min: 0.005, max: 0.5, noNaN: true }),
        fc.double({ min: 0.2, max: 1, noNaN: true }),
      )
      .map(
        ([first, power]) =>
          (days: number) =>
            Math.min(1, first * days ** power),
      ),
    fc
      .double({ min: 0.005, max: 0.5, noNaN: true })
      .map((perDay) => (days: number) => uniformShare(perDay, days)),
    fc
      .double({ min: 0.005, max: 0.05, noNaN: true })
      .map((perDay) => (days: number) => hotShare(perDay, 0.05, 0.9, days)),
  );

  it('no other number of days writes less a day, whatever way the change takes', () => {
    fc.assert(
      fc.property(shares, (share) => {
        const { days, perDay } = bestDifferentialInterval(share);
        if (Number.isFinite(days)) {
          expect(differentialCycle(days, share) / days).toBeCloseTo(perDay, 12);
        }
        for (let other = 1; other < 400; other++) {
          expect(differentialCycle(other, share) / other).toBeGreaterThanOrEqual(perDay - 1e-12);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('change that saturates moves it later, and data that never change need no second full', () => {
    const straight = bestDifferentialInterval((days) => 0.02 * days).days;
    expect(straight).toBe(10);
    expect(bestDifferentialInterval((days) => uniformShare(0.02, days)).days).toBeGreaterThan(
      straight,
    );
    expect(bestDifferentialInterval(() => 0)).toMatchObject({ days: Infinity });
  });

  it('a dearer full comes less often', () => {
    const line = (days: number) => 0.02 * days;
    expect(bestDifferentialInterval(line, 4).days).toBe(20);
  });
});

describe('bestChainLength', () => {
  it('no other length costs less: fulls, and restores from the middle of the chain', () => {
    const cost = (length: number) => 1 / length + ((1 / 30) * 0.02 * length) / 2;
    const best = bestChainLength(1, 1 / 30, 0.02);
    expect(best).toBeCloseTo(54.8, 1);
    expect(cost(best)).toBeLessThan(cost(best * 1.1));
    expect(cost(best)).toBeLessThan(cost(best / 1.1));
  });
});
