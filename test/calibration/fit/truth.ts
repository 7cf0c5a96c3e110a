import { foretold, type Sample } from '../../../src/calibration/fit/log-fit.ts';
import { normalQuantile } from '../../../src/random/normal-quantile.ts';
import { stream } from '../../../src/random/stream.ts';

/** Terms of a tool that is made up: fixed seconds, seconds a file, seconds a byte, and one that is nil. */
export const TRUTH = [0.2, 1e-4, 5e-9, 0] as const;

/**
 * How runs are drawn: log-normal noise; a share of them that takes three times as long; and a share of
 * the time that passes in which they wait for a core, of which what is measured misses a tenth either way.
 */
export interface Noise {
  readonly noise: number;
  readonly outliers?: number;
  readonly queueing?: number;
}

/** Runs of so many recipes, with all, few and some of their files changed, twice each. */
export function drawn(
  seed: number,
  { noise, outliers = 0, queueing = 0 }: Noise,
  recipes = 10,
): Sample[] {
  const draw = stream(seed, 'truth');
  const scattered = (y: number): number => {
    const taken = y * Math.exp(noise * normalQuantile(draw())) * (draw() < outliers ? 3 : 1);
    if (queueing === 0) return taken;
    const waited = (queueing / (1 - queueing)) * taken * -Math.log(draw());
    const told = waited * Math.exp(0.1 * normalQuantile(draw()));
    return Math.max(taken / 20, taken + waited - told);
  };
  return Array.from({ length: recipes }, (_, recipe) => {
    const files = 10 * 1000 ** draw();
    const bytes = 1e6 * 1000 ** draw();
    return [1, 0.02, 0.3].flatMap((share) =>
      [1, 2].map((): Sample => {
        const x = [1, files, bytes * share, files * share];
        return { x, y: scattered(foretold(TRUTH, x)), group: `recipe ${recipe}` };
      }),
    );
  }).flat();
}
