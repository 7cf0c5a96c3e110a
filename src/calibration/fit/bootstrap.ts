import { stream } from '../../random/stream.ts';
import { logFit, type Sample } from './log-fit.ts';

/** From the fit of all runs to that of other groups it is not far. */
const STEPS = 8;

/**
 * Terms that the same model could have had: fits of groups drawn with replacement. All terms of a row
 * belong together, as a fixed part that is too large makes a part per file that is too small.
 *
 * @param start terms of the fit of all runs.
 * @param rows how many.
 * @example
 * bootstrap(samples, fit.terms, { rows: 200, seed: 1 }) // 200 rows of terms
 */
export function bootstrap(
  samples: readonly Sample[],
  start: readonly number[],
  { rows, seed }: { readonly rows: number; readonly seed: number },
): number[][] {
  const groups = [...new Set(samples.map(({ group }) => group))].map((name) =>
    samples.filter(({ group }) => group === name),
  );
  const draw = stream(seed, 'calibration.bootstrap');
  return Array.from({ length: rows }, () => {
    const chosen = groups.flatMap(() => groups[Math.floor(draw() * groups.length)] ?? []);
    return [...logFit(chosen, start, STEPS).terms];
  });
}
