import { draw, mean } from '../random/distribution.ts';
import { stream } from '../random/stream.ts';
import type { Plan } from './plan.ts';

/** Which future is played: the one in which every input stands at its mean, or the n-th drawn one. */
export type Future =
  | { readonly kind: 'expected' }
  | { readonly kind: 'trial'; readonly number: number };

/**
 * The values of all quantities in one future. Each is drawn once, from a stream named after its
 * field, so that all strategies meet the same luck.
 */
export function valuesOf(plan: Plan, seed: number, future: Future): Float64Array {
  return Float64Array.from(plan.parameters, ({ name, distribution }) => {
    if (future.kind === 'expected' || distribution.kind === 'fixed') return mean(distribution);
    return draw(distribution, stream(seed, `trial ${future.number} ${name}`));
  });
}
