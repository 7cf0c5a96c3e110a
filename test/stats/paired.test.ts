import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparePaired, signTest } from '../../src/stats/paired.ts';

const values = fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 2 });

describe('two strategies in the same futures', () => {
  it('are less, equal or more: the chances add up', () => {
    fc.assert(
      fc.property(values, fc.infiniteStream(fc.nat(3)), (first, more) => {
        const second = first.map((one) => one + (more.next().value ?? 0) - 1);
        const { less, equal, more: greater } = comparePaired(first, second);
        expect(less.value + equal.value + greater.value).toBeCloseTo(1, 12);
        const turned = comparePaired(second, first);
        expect(turned.less).toEqual(greater);
        expect(turned.difference.value).toBeCloseTo(
          -comparePaired(first, second).difference.value,
          6,
        );
      }),
    );
  });

  it('that are one and the same differ in nothing, exactly', () => {
    fc.assert(
      fc.property(values, (all) => {
        const { equal, difference, coin } = comparePaired(all, all);
        expect(equal.value).toBe(1);
        expect(difference).toEqual({ value: 0, low: 0, high: 0 });
        expect(coin).toBe(1);
      }),
    );
  });

  it('differ by no rounding', () => {
    expect(comparePaired([0.1 + 0.2], [0.3]).equal.value).toBe(1);
  });

  it('are told apart far below the spread of either', () => {
    const first = Array.from({ length: 100 }, (_, trial) => 1000 * (trial % 37));
    const { difference, less } = comparePaired(
      first,
      first.map((one) => one + 1),
    );
    expect(difference.value).toBeCloseTo(-1, 9);
    expect(difference.high).toBeLessThan(0);
    expect(less.low).toBeGreaterThan(0.95);
  });

  it('cannot be paired where one has more trials', () => {
    expect(() => comparePaired([1], [1, 2])).toThrow(RangeError);
  });
});

describe('the sign test', () => {
  // scipy.stats.binomtest(k, n).pvalue of SciPy 1.17.1.
  it.each([
    [9, 3, 0.14599609375],
    [60, 40, 0.05688793364098089],
    [500600, 499400, 0.23052792860371188],
    [5, 5, 1],
    [0, 7, 0.015625],
    [0, 0, 1],
  ])('of %d against %d', (less, more, p) => {
    expect(signTest(less, more)).toBeCloseTo(p, 6);
    expect(signTest(more, less)).toBe(signTest(less, more));
  });
});
