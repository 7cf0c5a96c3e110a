import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Distribution, draw, fromPercentiles, mean } from '../../src/random/distribution.ts';
import { stream } from '../../src/random/stream.ts';

const positive = fc.double({ min: 0.01, max: 1e6, noNaN: true });
const anyDistribution: fc.Arbitrary<Distribution> = fc.oneof(
  positive.map((value) => ({ kind: 'fixed', value }) as const),
  fc
    .tuple(positive, positive)
    .map(([low, more]) => ({ kind: 'uniform' as const, low, high: low + more })),
  fc.record({ kind: fc.constant('normal' as const), mean: positive, deviation: positive }),
  fc.record({
    kind: fc.constant('lognormal' as const),
    median: positive,
    sigma: fc.double({ min: 0.01, max: 2, noNaN: true }),
  }),
  fc
    .tuple(positive, fc.double({ min: 0, max: 1, noNaN: true }), positive)
    .map(([low, at, wide]) => ({
      kind: 'triangular' as const,
      low,
      mode: low + at * wide,
      high: low + wide,
    })),
  fc.array(positive, { minLength: 1 }).map((values) => ({ kind: 'sample' as const, values })),
);

/** The value below which a share of the draws lie. */
const quantile = (distribution: Distribution, share: number): number =>
  draw(distribution, () => share);

describe('draw', () => {
  it('uses exactly one number of the stream', () => {
    fc.assert(
      fc.property(anyDistribution, fc.integer(), (distribution, seed) => {
        const source = stream(seed, 'x');
        let used = 0;
        draw(distribution, () => {
          used++;
          return source();
        });
        expect(used).toBe(1);
      }),
    );
  });

  it('is finite and rises with the number drawn', () => {
    const number = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
    fc.assert(
      fc.property(anyDistribution, number, number, (distribution, a, b) => {
        fc.pre(distribution.kind !== 'sample' && a < b);
        expect(Number.isFinite(quantile(distribution, 0))).toBe(true);
        expect(quantile(distribution, a)).toBeLessThanOrEqual(quantile(distribution, b));
      }),
    );
  });

  it('has the mean that is stated', () => {
    fc.assert(
      fc.property(anyDistribution, (distribution) => {
        // The midpoint rule over the quantiles; tails of a wide log-normal need many points.
        const points = 20_000;
        let sum = 0;
        for (let k = 0; k < points; k++) sum += quantile(distribution, (k + 0.5) / points);
        expect(Math.abs(sum / points / mean(distribution) - 1)).toBeLessThan(0.02);
      }),
      { numRuns: 50 },
    );
  });

  it('has the quantiles that follow from its definition', () => {
    const uniform = { kind: 'uniform', low: 10, high: 30 } as const;
    expect(quantile(uniform, 0.25)).toBe(15);
    // Half of a symmetric triangle lies below its mode; an eighth below half the way there.
    const triangular = { kind: 'triangular', low: 0, mode: 1, high: 2 } as const;
    expect(quantile(triangular, 0.5)).toBeCloseTo(1, 12);
    expect(quantile(triangular, 0.125)).toBeCloseTo(0.5, 12);
    expect(quantile({ kind: 'triangular', low: 3, mode: 3, high: 3 }, 0.7)).toBe(3);
    expect(quantile({ kind: 'lognormal', median: 5, sigma: 1 }, 0.5)).toBeCloseTo(5, 12);
    expect(quantile({ kind: 'normal', mean: 5, deviation: 2 }, 0.5)).toBeCloseTo(5, 12);
    // One standard deviation above the mean: 84.134 % (Abramowitz and Stegun, table 26.1).
    expect(quantile({ kind: 'normal', mean: 5, deviation: 2 }, 0.8413447)).toBeCloseTo(7, 5);
    const sample = { kind: 'sample', values: [1, 2, 3, 4] } as const;
    expect([0, 0.25, 0.74, 0.999].map((u) => quantile(sample, u))).toEqual([1, 2, 3, 4]);
  });
});

describe('fromPercentiles', () => {
  it('stays finite where the two are worlds apart', () => {
    const distribution = fromPercentiles(1e-300, 1e300);
    expect(quantile(distribution, 0.1)).toBeGreaterThan(0);
    expect(quantile(distribution, 0.5)).toBeCloseTo(1, 6);
  });

  it('gives back the 10 % and the 90 % point', () => {
    const points = fc.tuple(
      fc.oneof(
        fc.double({ min: -1e3, max: 0, noNaN: true }),
        fc.double({ min: 1e-3, max: 1e3, noNaN: true }),
      ),
      fc.double({ min: 0.1, max: 1e3, noNaN: true }),
    );
    fc.assert(
      fc.property(points, ([p10, more]) => {
        const distribution = fromPercentiles(p10, p10 + more);
        expect(distribution.kind).toBe(p10 > 0 ? 'lognormal' : 'normal');
        const scale = Math.abs(p10) + more;
        expect(Math.abs(quantile(distribution, 0.1) - p10) / scale).toBeLessThan(1e-6);
        expect(Math.abs(quantile(distribution, 0.9) - p10 - more) / scale).toBeLessThan(1e-6);
      }),
    );
  });
});

describe('the mean of what is cut', () => {
  const cut = fc.record({
    kind: fc.constantFrom('normal' as const, 'lognormal' as const),
    middle: fc.double({ min: 0.01, max: 0.99, noNaN: true }),
    spread: fc.double({ min: 0.01, max: 4, noNaN: true }),
    most: fc.constantFrom(1, Infinity),
  });

  it('lies within the ends, and is that of the draws', () => {
    fc.assert(
      fc.property(cut, ({ kind, middle, spread, most }) => {
        const bounds = { least: 0, most };
        const one: Distribution =
          kind === 'normal'
            ? { kind, mean: middle, deviation: spread, ...bounds }
            : { kind, median: middle, sigma: Math.min(spread, most === 1 ? 4 : 1), ...bounds };
        const wanted = mean(one);
        expect(wanted).toBeGreaterThanOrEqual(0);
        expect(wanted).toBeLessThanOrEqual(most);
        // Draws at even steps of chance: no luck in the comparison.
        const points = 20_000;
        let sum = 0;
        for (let i = 0; i < points; i++) sum += draw(one, () => (i + 0.5) / points);
        expect(Math.abs(sum / points - wanted)).toBeLessThan(0.005 * (wanted + spread));
      }),
      { numRuns: 60 },
    );
  });

  it('of a share that may be nearly anything is no share above 1', () => {
    const { median, sigma } = fromPercentiles(1e-4, 0.9) as { median: number; sigma: number };
    expect(mean({ kind: 'lognormal', median, sigma, least: 0, most: 1 })).toBeLessThan(0.5);
  });
});
