import { draw, mean } from '../../random/distribution.ts';
import { type NetPlace, netNumber } from '../../random/net.ts';
import { SOBOL_DIMENSIONS } from '../../random/sobol.ts';
import type { Plan } from '../plan/plan.ts';

/** Which future is played: the one in which every input stands at its mean, or the n-th drawn one. */
export type Replication =
  | { readonly kind: 'expected' }
  | { readonly kind: 'trial'; readonly number: number };

/**
 * The values of all quantities in one future. Each is drawn once, and its luck hangs on its name
 * alone, so that all strategies meet the same and nothing that is added moves it.
 */
export function drawValues(plan: Plan, seed: number, replication: Replication): Float64Array {
  return Float64Array.from(plan.parameters, ({ name, distribution }) => {
    if (replication.kind === 'expected' || distribution.kind === 'fixed') return mean(distribution);
    return draw(distribution, () => netNumber(seed, placeOf(name), replication.number));
  });
}

/**
 * What can be uncertain of one workload, link, store, tool or disaster, each with a dimension for
 * good: those that usually decide come first, where Sobol points are spread best. What is added goes
 * to the end.
 */
const FIELDS = [
  'size',
  'change.per-day',
  'growth',
  'compressibility',
  'change.per-run',
  'write',
  'read',
  'rate',
  'scan',
  'files',
  'duplicates',
  'loss',
  'dwell',
  'noticed-after',
  'decide',
  'provision',
  'latent',
] as const;

/** The dimension of what is no field of a thing; no field may have it, so that no two places meet. */
const OWN_DIMENSION = SOBOL_DIMENSIONS - 1;

/**
 * The quantities of one thing are a family, and spread evenly over all that they can be together.
 * A quantity that is no such field is a family of its own.
 *
 * @example
 * placeOf('workloads.ledger.growth') // { family: 'workloads.ledger', dimension: 2, … }
 */
export function placeOf(name: string): NetPlace {
  const dimension = FIELDS.findIndex((field) => name.endsWith(`.${field}`));
  return dimension < 0
    ? { name, family: name, dimension: OWN_DIMENSION }
    : { name, family: name.slice(0, -`.${FIELDS[dimension]}`.length), dimension };
}
