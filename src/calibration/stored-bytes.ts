import { type FittedModel, fitModel } from './fit/fit-model.ts';
import { logFit, type Sample } from './fit/log-fit.ts';
import type { MeasuredRun } from './measured-run.ts';
import type { Quantities } from './quantities.ts';
import { STORED } from './terms.ts';

/**
 * Bytes that a backup adds to its repository: a few for the point and its files, and a share of the
 * new bytes, shrunk as `ratio^-exponent`, since another codec than the one that `ratio` was measured
 * with shrinks more or less.
 */
export interface StoredModel {
  readonly model: FittedModel;
  readonly exponent: number;
}

/** Exponents that are tried: 1 is a codec that shrinks as much as the one that ratios are told by. */
const EXPONENTS = Array.from({ length: 15 }, (_, step) => 0.6 + step * 0.05);
/** Cells of fewer bytes are mostly rounding to blocks. */
const LEAST_BYTES = 1000;

/** What a run has to do, in the order of `STORED`, then its new bytes as shrunk. */
export const storedRow = (quantities: Quantities, exponent: number): number[] => [
  ...STORED.map(({ of }) => of(quantities, 0)),
  quantities.fresh * quantities.ratio ** -exponent,
];

/**
 * Fits what backups added; null where no run added a kilobyte. The exponent is the one that leaves the
 * smallest residuals; without data that shrink it is 1 and of no account.
 *
 * @param seed of the rows of joint doubt.
 */
export function fitStored(runs: readonly MeasuredRun[], seed: number): StoredModel | null {
  const used = runs.filter(({ quantities }) => quantities.stored >= LEAST_BYTES);
  if (used.length === 0) return null;
  const samplesWith = (exponent: number): Sample[] =>
    used.map(({ quantities, group }) => ({
      x: storedRow(quantities, exponent),
      y: quantities.stored,
      group,
    }));
  const shrinks = used.some(({ quantities }) => quantities.ratio > 1);
  const exponent = shrinks ? bestOf(EXPONENTS, (one) => misfit(samplesWith(one))) : 1;
  return { model: fitModel(samplesWith(exponent), seed), exponent };
}

/** Mean size of the residuals; large ones count no more than in proportion. */
function misfit(samples: readonly Sample[]): number {
  const { residuals } = logFit(samples);
  return residuals.reduce((sum, residual) => sum + Math.abs(residual), 0) / residuals.length;
}

function bestOf(values: readonly number[], loss: (value: number) => number): number {
  const losses = values.map(loss);
  return values[losses.indexOf(Math.min(...losses))] as number;
}
