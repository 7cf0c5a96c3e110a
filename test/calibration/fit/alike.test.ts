import { describe, expect, it } from 'vitest';
import { distinct } from '../../../src/calibration/fit/alike.ts';
import { drawn } from './truth.ts';

describe('terms that runs can tell apart', () => {
  it('are all, where recipes differ in each', () => {
    expect(distinct(drawn(1, { noise: 0.1 }))).toEqual({
      kept: [0, 1, 2, 3],
      merged: [],
      idle: [],
    });
  });

  it('leave out the later of two that go together, and say from which it cannot be told', () => {
    const samples = drawn(1, { noise: 0.1 }).map(({ x, ...rest }) => ({
      ...rest,
      x: [...x, 7 * (x[1] ?? 0)],
    }));
    expect(distinct(samples)).toEqual({
      kept: [0, 1, 2, 3],
      merged: [{ term: 4, into: 1 }],
      idle: [],
    });
  });

  it('leave out what no run had anything of', () => {
    const samples = drawn(1, { noise: 0.1 }).map(({ x, ...rest }) => ({ ...rest, x: [...x, 0] }));
    expect(distinct(samples).idle).toEqual([4]);
  });
});
