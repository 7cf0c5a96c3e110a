import { describe, expect, it } from 'vitest';
import { fitModel } from '../../../src/calibration/fit/fit-model.ts';
import { drawn, TRUTH } from './truth.ts';

describe('a fitted model', () => {
  it('holds each true term in its 90 % interval, about as often as it says; one that is nil is found so', () => {
    const held = [0, 0, 0, 0];
    let nil = 0;
    const seeds = 40;
    for (let seed = 0; seed < seeds; seed++) {
      const { terms, intervals } = fitModel(drawn(seed, { noise: 0.2 }), seed);
      for (const [j, { low, high }] of intervals.entries()) {
        if (low <= (TRUTH[j] ?? 0) && (TRUTH[j] ?? 0) <= high) held[j] = (held[j] ?? 0) + 1;
      }
      // A tenth of the fixed part and of the cost a file.
      if ((terms[3] ?? 0) < 2e-5) nil++;
    }
    for (const count of held.slice(0, 3)) expect(count / seeds).toBeGreaterThanOrEqual(0.75);
    expect(nil / seeds).toBeGreaterThan(0.8);
  });

  it('draws rows of all terms together, the same for a seed', () => {
    const samples = drawn(5, { noise: 0.2 });
    const [once, again, other] = [1, 1, 2].map((seed) => fitModel(samples, seed).rows);
    expect(once).toHaveLength(200);
    expect(again).toEqual(once);
    expect(other).not.toEqual(once);
  });

  it('knows its miss of recipes that it has not seen: about the noise of the runs', () => {
    const { validation } = fitModel(drawn(7, { noise: 0.2 }), 1);
    // The median of |normal| is 0.67 of its deviation.
    expect(validation.error).toBeGreaterThan(0.08);
    expect(validation.error).toBeLessThan(0.22);
    expect(validation.holds).toBeGreaterThan(0.8);
  });

  it('of one recipe alone knows no miss, and of few runs no bounds', () => {
    const { validation, intervals } = fitModel(drawn(1, { noise: 0.1 }, 1).slice(0, 4), 1);
    expect(validation).toEqual({ error: null, holds: null });
    expect(Math.max(...intervals.map(({ high }) => high))).toBe(Infinity);
  });
});
