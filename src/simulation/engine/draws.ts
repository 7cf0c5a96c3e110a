import { draw, mean } from '../../random/distribution.ts';
import { type NetPlace, netNumber } from '../../random/net.ts';
import { SOBOL_DIMENSIONS } from '../../random/sobol.ts';
import type { Plan } from '../plan/plan.ts';

/** The future to simulate: every input at its mean, or the n-th drawn one (a trial). */
export type Replication =
  | { readonly kind: 'expected' }
  | { readonly kind: 'trial'; readonly number: number };

/**
 * The value of each quantity of the plan in one future. A draw depends on seed, trial and the name
 * of the quantity alone: all strategies get the same values, and added quantities change no others.
 */
export function drawValues(plan: Plan, seed: number, replication: Replication): Float64Array {
  return Float64Array.from(plan.parameters, ({ name, distribution }) => {
    if (replication.kind === 'expected' || distribution.kind === 'fixed') return mean(distribution);
    return draw(distribution, () => netNumber(seed, placeOf(name), replication.number));
  });
}

/**
 * What can be uncertain of a workload, link, store, tool or disaster. The position is the dimension
 * in the Sobol net and must never change. The first dimensions are spread best, so the fields that
 * usually matter most come first; new fields go to the end.
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

/** The dimension of quantities that are not in FIELDS; no field may reach it. */
const OWN_DIMENSION = SOBOL_DIMENSIONS - 1;

/**
 * The family and dimension that a quantity is drawn from. The quantities of one thing form a
 * family, which is spread evenly over their joint space; a quantity that is not in FIELDS is its
 * own family.
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
