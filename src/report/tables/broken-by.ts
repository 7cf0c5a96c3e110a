import { inWords } from '../answer/in-words.ts';
import type { ObjectiveResult } from '../result/result.ts';

/** What each promise says of the store it breaks in. */
const STORES: Readonly<Partial<Record<ObjectiveResult['name'], string>>> = {
  rpo: 'points in',
  rto: 'restored from',
  fill: '',
  'protected-by': 'last in',
};

/** And of the day. */
const SINCE: Readonly<Partial<Record<ObjectiveResult['name'], string>>> = {
  rpo: 'from',
  rto: 'on',
  'protected-by': 'on',
};

/**
 * What broke a promise, in a few words each: which copy, how old its point, since when and why.
 *
 * @example causeOf(objective) // ['points in far', 'from 2027-01-04']
 */
export function causeOf({ name, at }: ObjectiveResult): string[] {
  const { store, since, pointAge, why } = at;
  const where = STORES[name];
  return [
    ...(store !== null && where !== undefined ? [`${where} ${store}`.trim()] : []),
    ...(pointAge !== null ? [`its point ${inWords('seconds', pointAge)} old`] : []),
    ...(since !== null ? [`${SINCE[name] ?? 'since'} ${since.slice(0, 10)}`] : []),
    ...(why !== null ? [why] : []),
  ];
}
