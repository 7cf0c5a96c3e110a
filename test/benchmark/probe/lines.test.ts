import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineThrough, occupied } from '../../../src/benchmark/probe/lines.ts';

describe('a line through sizes', () => {
  it('has what every object takes, and the rate of its bytes', () => {
    const line = lineThrough([
      { size: 0, seconds: 0.1 },
      { size: 1e6, seconds: 0.2 },
      { size: 5e6, seconds: 0.6 },
    ]);
    expect(line?.perObject).toBeCloseTo(0.1, 12);
    expect(line?.rate).toBeCloseTo(1e7, 2);
  });

  it('minds relative errors: 1 s and 2 s of one size meet at 1.2 s', () => {
    // (a − 1)² + (a/2 − 1)² is least at a = (1 + 1/2) ÷ (1 + 1/4).
    const line = lineThrough([
      { size: 0, seconds: 1 },
      { size: 0, seconds: 2 },
      { size: 10, seconds: 1.2 },
    ]);
    expect(line?.perObject).toBeCloseTo(1.2, 12);
    expect(line?.rate).toBeNull();
  });

  it('has no rate where larger objects take no longer', () => {
    const points = [
      { size: 10, seconds: 2 },
      { size: 1000, seconds: 1 },
    ];
    expect(lineThrough(points)).toEqual({ perObject: expect.closeTo(1.2, 12), rate: null });
  });

  it('never takes time back: twice the size in three times the time is rate alone', () => {
    // s ÷ r to 1 and 3 s: v = 1 and 2/3, so r = Σv² ÷ Σv = (13/9) ÷ (5/3).
    const points = [
      { size: 1, seconds: 1 },
      { size: 2, seconds: 3 },
    ];
    expect(lineThrough(points)).toEqual({ perObject: 0, rate: expect.closeTo(13 / 15, 12) });
  });

  it('needs two sizes', () => {
    expect(lineThrough([])).toBeNull();
    expect(
      lineThrough([
        { size: 1, seconds: 1 },
        { size: 1, seconds: 2 },
      ]),
    ).toBeNull();
  });

  it('finds whatever it was made of', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1e-5, max: 10, noNaN: true }),
        fc.double({ min: 1e4, max: 1e10, noNaN: true }),
        (perObject, rate) => {
          const sizes = [4096, 262_144, 8_388_608, 67_108_864];
          const line = lineThrough(
            sizes.map((size) => ({ size, seconds: perObject + size / rate })),
          );
          const slowest = perObject + 67_108_864 / rate;
          const said =
            (line?.perObject ?? 0) + 67_108_864 / (line?.rate ?? Number.POSITIVE_INFINITY);
          expect(Math.abs(said - slowest) / slowest).toBeLessThan(1e-6);
        },
      ),
    );
  });
});

describe('how long an operation holds a target up', () => {
  it('is a share of its time where several go on at once', () => {
    expect(occupied(2, { operation: 'read', atOnce: 4 })).toBe(0.5);
  });

  it('is all of it for the parts of one object', () => {
    expect(occupied(2, { operation: 'write in parts', atOnce: 4 })).toBe(2);
  });
});
