import { stream } from '../../random/stream.ts';
import { type LogFit, packed, type Sample, weightedFit } from './log-fit.ts';

/** From the fit of all runs to that of other groups it is not far. */
const STEPS = 5;

/**
 * Terms that the same model could have had: fits of groups drawn with replacement. All terms of a row
 * belong together, as a fixed part that is too large makes a part per file that is too small.
 *
 * @param fit that of all runs; what counts as an outlier is taken from it.
 * @param rows how many.
 * @example
 * bootstrap(samples, fit, { rows: 200, seed: 1 }) // 200 rows of terms
 */
export function bootstrap(
  samples: readonly Sample[],
  { terms: start, cut }: LogFit,
  { rows, seed }: { readonly rows: number; readonly seed: number },
): number[][] {
  const names = [...new Set(samples.map(({ group }) => group))];
  const of = samples.map(({ group }) => names.indexOf(group));
  const draw = stream(seed, 'calibration.bootstrap');
  const all = packed(samples);
  return Array.from({ length: rows }, () => {
    const times = new Float64Array(names.length);
    for (let i = 0; i < names.length; i++) {
      const chosen = Math.floor(draw() * names.length);
      times[chosen] = (times[chosen] as number) + 1;
    }
    const weight = all.weight.map((_, i) => times[of[i] as number] as number);
    return [...weightedFit({ ...all, weight }, { start, cut, steps: STEPS }).terms];
  });
}
