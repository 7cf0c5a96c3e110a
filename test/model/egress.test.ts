import { describe, expect, it } from 'vitest';
import { egressCost, extraEgressCost } from '../../src/model/egress.ts';
import { classNamed, GIB } from '../support/stored-segments.ts';

const b2 = classNamed('cloud/b2');
const s3 = classNamed('cloud/aws-s3-standard');

describe('egress', () => {
  it('is free up to a multiple of what is stored', () => {
    // 3 * 1000 GB are free: 1000 GB at 0.01.
    expect(egressCost(b2, 4000e9, 1000e9)).toBeCloseTo(10, 9);
    expect(egressCost(b2, 3000e9, 1000e9)).toBe(0);
  });

  it('of a restore comes on top of what leaves in its month', () => {
    const all = (bytes: number, leaving: number) =>
      extraEgressCost(s3, bytes * GIB, {
        leaving: Float64Array.of(leaving * GIB),
        stored: Float64Array.of(0),
      });
    // 10 240 * 0.09 + 40 960 * 0.085 + 51 200 * 0.07.
    expect(all(102_400, 0)).toBeCloseTo(921.6 + 3481.6 + 3584, 6);
    // The first tier is used up: 40 960 * 0.085 + 61 440 * 0.07.
    expect(all(102_400, 10_240)).toBeCloseTo(3481.6 + 4300.8, 6);
  });

  it('of a restore is the mean over the months in which it may come', () => {
    const months = { leaving: Float64Array.of(0, 3000e9), stored: Float64Array.of(1000e9, 1000e9) };
    // In the first month 2000 GB are free; in the second the free part is used up: 20 USD.
    expect(extraEgressCost(b2, 2000e9, months)).toBeCloseTo((0 + 20) / 2, 9);
  });
});
