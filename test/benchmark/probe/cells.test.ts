import { describe, expect, it } from 'vitest';
import { CELLS, foretold } from '../../../src/benchmark/probe/cells.ts';

describe('the cells of a probe', () => {
  it('come one at once first, and from small to large', () => {
    expect(CELLS).toHaveLength(12);
    expect(CELLS.slice(0, 5)).toEqual([
      { size: 4096, atOnce: 1 },
      { size: 262_144, atOnce: 1 },
      { size: 8_388_608, atOnce: 1 },
      { size: 67_108_864, atOnce: 1 },
      { size: 4096, atOnce: 4 },
    ]);
  });
});

describe('the time of a cell', () => {
  it('is nothing while nothing is known, so that it is tried', () => {
    expect(foretold({ size: 100, atOnce: 4 }, [])).toBe(0);
  });

  it('is that of the one size that is known, one operation after the other', () => {
    expect(foretold({ size: 100, atOnce: 4 }, [{ size: 10, seconds: 0.5 }])).toBe(2);
  });

  it('lies on the line through those that are known', () => {
    const known = [
      { size: 100, seconds: 2 },
      { size: 200, seconds: 3 },
    ];
    // 1 s an object and 100 bytes a second.
    expect(foretold({ size: 300, atOnce: 4 }, known)).toBeCloseTo(4 * (1 + 3), 12);
  });

  it('does not grow where larger objects took no longer', () => {
    const known = [
      { size: 1, seconds: 1 },
      { size: 2, seconds: 1 },
    ];
    expect(foretold({ size: 1000, atOnce: 1 }, known)).toBeCloseTo(1, 12);
  });
});
