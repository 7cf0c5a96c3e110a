import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { thinned } from '../../../src/report/charts/thin.ts';

describe('thinned', () => {
  it('keeps the ends, the peak and the lowest point, and no more than asked', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 500 }),
        fc.integer({ min: 10, max: 100 }),
        (curve, most) => {
          const kept = thinned(curve, most);
          expect(kept).toEqual([...new Set(kept)].sort((a, b) => a - b));
          expect(kept.length).toBeLessThanOrEqual(Math.max(most, 2));
          expect([kept[0], kept.at(-1)]).toEqual([0, curve.length - 1]);
          const values = kept.map((index) => curve[index] ?? -1);
          expect(Math.max(...values)).toBe(Math.max(...curve));
          expect(Math.min(...values)).toBe(Math.min(...curve));
        },
      ),
    );
  });
});
