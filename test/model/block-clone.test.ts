import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newShare } from '../../src/model/block-clone.ts';

const days = fc.nat(2000);
const change = fc.double({ min: 0, max: 1, noNaN: true });

describe('newShare, laws', () => {
  it('is never below a run of change, never above all, never above a run for each day', () => {
    fc.assert(
      fc.property(days, change, (age, perRun) => {
        const share = newShare(age, perRun);
        expect(share).toBeGreaterThanOrEqual(perRun);
        expect(share).toBeLessThanOrEqual(1);
        expect(share).toBeLessThanOrEqual(Math.max(1, age) * perRun);
      }),
    );
  });

  it('never shrinks with age or with change', () => {
    fc.assert(
      fc.property(days, days, change, change, (a, b, c, d) => {
        const low = newShare(Math.min(a, b), Math.min(c, d));
        expect(newShare(Math.max(a, b), Math.min(c, d))).toBeGreaterThanOrEqual(low);
        expect(newShare(Math.min(a, b), Math.max(c, d))).toBeGreaterThanOrEqual(low);
      }),
    );
  });
});

describe('newShare, the age table of the Restore Point Simulator (tdewin/rps, commit 4e26f73)', () => {
  // 1 % a run, where no limit but the table's own applies from the third day on
  it.each([
    [0, 1],
    [1, 1],
    [2, 2],
    [3, 3],
    [13, 3],
    [14, 5],
    [37, 5],
    [38, 9],
    [99, 9],
    [100, 12],
    [192, 12],
    [193, 15],
    [285, 15],
    [286, 18],
    [378, 18],
    [379, 100],
  ])('%d days apart: %d runs of change are new', (age, runs) => {
    expect(newShare(age, 0.01)).toBeCloseTo(runs / 100, 12);
  });

  it('a table entry above 100 % is 100 %', () => {
    expect(newShare(300, 0.1)).toBe(1);
  });
});
