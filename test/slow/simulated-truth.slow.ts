import { describe, expect, it } from 'vitest';
import { fitModel } from '../../src/calibration/fit/fit-model.ts';
import { forecast } from '../../src/calibration/fit/grouped-cv.ts';
import { drawn, type Noise, TRUTH } from '../calibration/fit/truth.ts';
import { type Figures, printFigures } from './figures.ts';

/** Fits of each kind of noise; fewer tell less: with 1000 a share is known to a point or two. */
const SEEDS = Number(process.env.BACKCAST_TRUTH_SEEDS ?? 1000);

/** What the fits of many made-up tools have found, as shares. */
function found(noise: Noise) {
  let [held, runs, nil] = [0, 0, 0];
  const terms = TRUTH.map(() => 0);
  for (let seed = 0; seed < SEEDS; seed++) {
    const fitted = fitModel(drawn(seed, noise), seed);
    for (const [j, { low, high }] of fitted.intervals.entries()) {
      const truth = TRUTH[j] ?? 0;
      if (low <= truth && truth <= high) terms[j] = (terms[j] ?? 0) + 1;
    }
    if (fitted.intervals[3]?.low === 0) nil++;
    for (const { x, y } of drawn(seed + 1e6, noise, 4)) {
      const { low, high } = fitted.cv ? forecast(fitted.cv, x, 0.9) : { low: 0, high: 0 };
      runs++;
      if (low <= y && y <= high) held++;
    }
  }
  return { held: held / runs, terms: terms.map((count) => count / SEEDS), nil: nil / SEEDS };
}

const WAYS: readonly Noise[] = [0.1, 0.2, 0.3].flatMap((noise) => [
  { noise },
  { noise, outliers: 0.05 },
  { noise, queueing: 0.5 },
]);

describe('fits of tools that are made up, so that the truth is known', () => {
  it.each(WAYS)('hold it as often as they say, with %o', (noise) => {
    const { held, terms, nil } = found(noise);
    const figures: Figures = new Map([
      ['runs that were not seen, in their 90 % interval', held],
      ...terms.map((share, j) => [`term ${j} in its 90 % interval`, share] as const),
      ['a nil term that may be nil', nil],
    ]);
    printFigures(JSON.stringify(noise), figures);
    expect(held).toBeGreaterThanOrEqual(0.87);
    expect(held).toBeLessThanOrEqual(0.93);
    for (const share of terms.slice(0, 3)) {
      expect(share).toBeGreaterThanOrEqual(0.8);
      expect(share).toBeLessThanOrEqual(0.95);
    }
    expect(nil).toBeGreaterThanOrEqual(0.9);
  });

  it('name the terms that the runs cannot tell apart, whatever the noise', () => {
    for (let seed = 0; seed < Math.min(SEEDS, 100); seed++) {
      // As many files changed as there are: a cost for each is one for the other.
      const samples = drawn(seed, { noise: 0.2 }).map((sample) => ({
        ...sample,
        x: [1, sample.x[1] as number, sample.x[2] as number, sample.x[1] as number],
      }));
      expect(fitModel(samples, seed).merged).toEqual([{ term: 3, into: 1 }]);
    }
  });
});
