import { describe, expect, it } from 'vitest';
import type { Figures } from '../../src/study/figures.ts';
import { oneWorkload } from '../support/one-workload.ts';
import { type Declared, planOf, studiesOf } from '../support/played.ts';

const TRIALS = 1024;
const SEEDS = Array.from({ length: 12 }, (_, seed) => seed);

/** The root of the mean squared error, over some seeds, of the mean of a figure whose closed form is known. */
async function errorOf(declared: Declared, pick: (figures: Figures) => number, truth: number) {
  const plan = planOf(declared);
  const errors: number[] = [];
  for (const seed of SEEDS) {
    const [study] = await studiesOf(plan, { seed, trials: TRIALS });
    const values = study?.figures.map(pick) ?? [];
    errors.push(values.reduce((sum, value) => sum + value, 0) / TRIALS / truth - 1);
  }
  return Math.sqrt(errors.reduce((sum, error) => sum + error ** 2, 0) / errors.length);
}

/** The relative standard error of a mean over independent trials. */
const plainError = (deviation: number): number => deviation / Math.sqrt(TRIALS);

describe('means over trials come to their closed form, much closer than by chance', () => {
  it('of one input: a uniform size, kept once', async () => {
    const root = await errorOf(
      oneWorkload({
        horizon: '1 day',
        workload: { size: '1 TB ± 50 %' },
        strategy: { keep: { last: 1 } },
      }),
      ({ stored }) => stored.end,
      1e12,
    );
    expect(root).toBeLessThan(plainError(0.5 / Math.sqrt(3)) / 20);
  });

  it('of two inputs of one workload: what is stored is size ÷ compressibility', async () => {
    // The mean of 1 / x is ln(3) / 2 for x uniform from 1 to 3.
    const root = await errorOf(
      oneWorkload({
        horizon: '1 day',
        workload: { size: '1 TB ± 50 %', compressibility: '2 ± 50 %' },
        strategy: { keep: { last: 1 } },
      }),
      ({ stored }) => stored.end,
      (1e12 * Math.log(3)) / 2,
    );
    expect(root).toBeLessThan(plainError(Math.hypot(0.289, 0.321)) / 5);
  });

  it('of inputs of two things: a job takes size ÷ rate', async () => {
    const root = await errorOf(
      oneWorkload({
        horizon: '1 day',
        workload: { size: '1 TB ± 50 %' },
        store: { write: '1 GB/s ± 50 %' },
        strategy: { keep: { last: 1 } },
      }),
      ({ jobs }) => jobs[0]?.seconds ?? 0,
      1000 * Math.log(3),
    );
    // Deviations of 0.289 and 0.321, of which only what both do together is left to chance.
    expect(root).toBeLessThan(plainError(Math.hypot(0.289, 0.321)) / 3);
  });
});
