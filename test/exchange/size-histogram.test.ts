import fc from 'fast-check';
import { expect, it } from 'vitest';
import { SizeHistogram } from '../../src/exchange/size-histogram.ts';

it('gives quantiles within 1.1 % and half a byte of the sorted list, and exact sums', () => {
  const sizes = fc.array(fc.oneof(fc.nat({ max: 100 }), fc.nat({ max: 1e12 })), { minLength: 1 });
  fc.assert(
    fc.property(sizes, fc.double({ min: 0.01, max: 1, noNaN: true }), (all, p) => {
      const histogram = new SizeHistogram();
      for (const size of all) histogram.add(size);
      const exact = [...all].sort((a, b) => a - b)[Math.ceil(p * all.length) - 1] ?? 0;
      const error = Math.abs(histogram.quantile(p) - exact);
      expect(error).toBeLessThanOrEqual(0.51 + exact * 0.011);
      expect(histogram.sum).toBe(all.reduce((sum, size) => sum + size, 0));
      expect(histogram.largest).toBe(Math.max(...all));
    }),
  );
});

it('of nothing is nothing', () => {
  const { mean, sum, count } = new SizeHistogram();
  expect([mean, sum, count, new SizeHistogram().quantile(0.5)]).toEqual([0, 0, 0, 0]);
});
