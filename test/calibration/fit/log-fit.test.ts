import { median } from 'simple-statistics';
import { describe, expect, it } from 'vitest';
import { foretold, logFit, packed, weightedFit } from '../../../src/calibration/fit/log-fit.ts';
import { drawn, TRUTH } from './truth.ts';

const SEEDS = Array.from({ length: 60 }, (_, seed) => seed);

describe('a fit on the logarithmic scale', () => {
  it('finds the terms that made the runs, where there is no noise', () => {
    const { terms, residuals } = logFit(drawn(1, { noise: 0 }));
    for (const [j, term] of terms.entries()) expect(term).toBeCloseTo(TRUTH[j] ?? 0, 9);
    expect(Math.max(...residuals.map(Math.abs))).toBeLessThan(1e-6);
  });

  it('is off by no more than 1 % in the middle of many, with noise of 30 %', () => {
    const x = [1, 2000, 1e8, 500];
    const ratios = SEEDS.map(
      (seed) => foretold(logFit(drawn(seed, { noise: 0.3 })).terms, x) / foretold(TRUTH, x),
    );
    expect(Math.abs(Math.log(median(ratios)))).toBeLessThan(0.025);
  });

  it('is hardly moved by one run in twenty that took three times as long', () => {
    const x = [1, 2000, 1e8, 500];
    const ratios = SEEDS.map((seed) => {
      const samples = drawn(seed, { noise: 0.1, outliers: 0.05 });
      return foretold(logFit(samples).terms, x) / foretold(TRUTH, x);
    });
    // The mean of such runs lies 10 % higher.
    expect(Math.abs(Math.log(median(ratios)))).toBeLessThan(0.03);
  });

  it('foretells the same in other units', () => {
    const samples = drawn(3, { noise: 0.2 });
    const inGibibytes = samples.map(({ x, ...rest }) => ({
      ...rest,
      x: x.map((value, j) => (j === 2 ? value / 2 ** 30 : value)),
    }));
    const [plain, other] = [logFit(samples), logFit(inGibibytes)];
    expect((other.terms[2] ?? 0) / 2 ** 30).toBeCloseTo(plain.terms[2] ?? 0, 12);
  });

  it('counts a run of weight 2 as if it stood there twice, and leaves out one of weight 0', () => {
    const samples = drawn(4, { noise: 0.2 });
    const [first, second] = [samples.slice(0, 20), samples.slice(20, 40)];
    const weight = Float64Array.from(samples, (_, i) => (i < 20 ? 2 : i < 40 ? 1 : 0));
    const { cut } = logFit(samples);
    const weighted = weightedFit({ ...packed(samples), weight }, { cut });
    const written = logFit([...first, ...first, ...second], { cut });
    for (const [j, term] of weighted.terms.entries())
      expect(term).toBeCloseTo(written.terms[j] ?? 0, 8);
  });

  it('needs runs, and runs that took something', () => {
    expect(() => logFit([])).toThrow(RangeError);
    expect(() => logFit([{ x: [1], y: 0, group: 'a' }])).toThrow(RangeError);
  });
});
