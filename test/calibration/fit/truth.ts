import { foretold, type Sample } from '../../../src/calibration/fit/log-fit.ts';
import { normalQuantile } from '../../../src/random/normal-quantile.ts';
import { stream } from '../../../src/random/stream.ts';

/** Terms of a tool that is made up: fixed seconds, seconds a file, seconds a byte, and one that is nil. */
export const TRUTH = [0.2, 1e-4, 5e-9, 0] as const;

/** How runs are drawn: log-normal noise, and a share of them that takes three times as long. */
export interface Noise {
  readonly noise: number;
  readonly outliers?: number;
}

/** Runs of so many recipes, with all, few and some of their files changed, twice each. */
export function drawn(seed: number, { noise, outliers = 0 }: Noise, recipes = 10): Sample[] {
  const draw = stream(seed, 'truth');
  const scattered = (y: number): number =>
    y * Math.exp(noise * normalQuantile(draw())) * (draw() < outliers ? 3 : 1);
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
