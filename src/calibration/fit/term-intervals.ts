import { inverse, Matrix } from 'ml-matrix';
import { studentQuantile } from '../../stats/student-quantile.ts';
import { foretold, type LogFit, type Sample } from './log-fit.ts';

/** The 90 % interval of a term; infinite where there are too few runs to know one. */
export interface TermInterval {
  readonly low: number;
  readonly high: number;
}

/** Fewest runs beyond the number of terms for which an interval is given. */
const LEAST_BEYOND = 4;

/**
 * The 90 % interval of each term that is above 0: the sandwich of Huber's M-estimator on the
 * logarithmic scale, with Student's quantile (Huber, Robust Statistics, 1981, section 7.6). A term at 0
 * has the upper end that is given for it, such as the 95 % point of its bootstrap.
 *
 * @param atZero upper ends of the terms that are 0.
 * @example
 * termIntervals(samples, logFit(samples), [0, 0]) // [{ low: 0.9, high: 1.2 }, …]
 */
export function termIntervals(
  samples: readonly Sample[],
  { terms, residuals, cut }: LogFit,
  atZero: readonly number[],
): TermInterval[] {
  const active = terms.flatMap((term, j) => (term > 0 ? [j] : []));
  const [n, k] = [samples.length, active.length];
  if (n < k + LEAST_BEYOND) return terms.map(() => ({ low: 0, high: Infinity }));
  const variance = varianceOf(residuals, cut, k);
  const rows = samples.map(({ x }) => {
    const of = foretold(terms, x);
    return active.map((j) => (x[j] as number) / of);
  });
  // Columns of unit length: a term a byte beside one a run would drown in rounding.
  const lengths = active.map((_, j) => Math.hypot(...rows.map((row) => row[j] as number)));
  const z = new Matrix(
    k > 0 ? rows.map((row) => row.map((value, j) => value / (lengths[j] as number))) : [[1]],
  );
  const spread = inverse(z.transpose().mmul(z), true);
  const quantile = studentQuantile(0.95, n - k);
  return terms.map((term, j) => {
    const place = active.indexOf(j);
    if (place < 0) return { low: 0, high: atZero[j] ?? Infinity };
    const half =
      (quantile * Math.sqrt(variance * Math.max(0, spread.get(place, place)))) /
      (lengths[place] as number);
    return { low: Math.max(0, term - half), high: term + half };
  });
}

/** Variance of one residual, corrected for those that are cut. */
function varianceOf(residuals: Float64Array, cut: number, k: number): number {
  const n = residuals.length;
  const inside = residuals.filter((residual) => Math.abs(residual) <= cut).length / n;
  const efficiency = Math.max(inside, 0.5);
  const squares = residuals.reduce((sum, residual) => {
    const limited = Math.min(Math.abs(residual), cut);
    return sum + limited * limited;
  }, 0);
  const correction = 1 + ((k / n) * (1 - inside)) / efficiency;
  return (squares / (n - k) / efficiency ** 2) * correction ** 2;
}
