import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leastThatHelps } from '../../../src/report/sweep/bisection.ts';

describe('the least value that helps', () => {
  it('is found to the whole number', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 2, max: 1000 }), async (needed) => {
        const ends = { from: 1, to: 1000, whole: true };
        expect(await leastThatHelps(ends, async (n) => n >= needed)).toEqual({
          least: needed,
          short: needed - 1,
        });
      }),
    );
  });

  it('is found to a hundredth, in values of three digits, one side of it each', async () => {
    await fc.assert(
      fc.asyncProperty(fc.double({ min: 0.11, max: 99, noNaN: true }), async (needed) => {
        const ends = { from: 0.1, to: 100, whole: false };
        const { least, short } = await leastThatHelps(ends, async (n) => n >= needed);
        expect(least).toBeGreaterThanOrEqual(needed);
        expect(short).toBeLessThan(needed);
        expect((least ?? 0) / (short ?? 1)).toBeLessThan(1.021);
        expect(Number(least?.toPrecision(3))).toBe(least);
      }),
    );
  });

  it('is the first where that helps, and none where the last does not', async () => {
    const ends = { from: 1, to: 8, whole: false };
    expect(await leastThatHelps(ends, async () => true)).toEqual({ least: 1, short: null });
    expect(await leastThatHelps(ends, async () => false)).toEqual({ least: null, short: 8 });
  });
});
