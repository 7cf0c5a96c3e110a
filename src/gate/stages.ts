/**
 * When is looked, and what is decided there. There are two looks and no more, so that looking often
 * cannot raise a false alarm: at the first only pairs that all agree, or agree in nothing, decide;
 * at the second a probability does. Over all that is judged together, the chance of a false alarm is
 * at most 1/256 at the first and 0.006 at the second look: less than 1 % (union bound).
 */

/** Chance of any false alarm at the second look. */
export const LAST_DOUBT = 0.006;
/** Chance of any at the first. */
const FIRST_DOUBT = 1 / 256;
/** A probability above it ends a test early: more pairs would hardly find anything. */
const FUTILE = 0.3;

const FIRST = 8;
const LAST = 15;
const BETWEEN = 4;

/** The looks at a family of tests, each after so many pairs. */
export interface Looks {
  readonly first: number;
  readonly last: number;
}

/**
 * After how many pairs is looked at a family of tests.
 *
 * @param tests how many are judged together.
 * @param most pairs that are asked for; null for as many as are usual.
 * @example
 * looksOf(1, null) // { first: 8, last: 15 }
 * looksOf(12, null) // { first: 12, last: 16 }
 */
export function looksOf(tests: number, most: number | null): Looks {
  const first = FIRST + Math.ceil(Math.log2(Math.max(1, tests)));
  return { first, last: Math.max(first, most ?? Math.max(LAST, first + BETWEEN)) };
}

/**
 * What the first look says: worse, that more pairs are of no use, or that it is open.
 *
 * @param probability that chance alone gives as much.
 * @param tests how many are judged together.
 */
export function atFirstLook(
  probability: number,
  {
    ratio,
    limit,
    tests,
  }: { readonly ratio: number; readonly limit: number; readonly tests: number },
): 'worse' | 'stop' | 'open' {
  if (probability > FUTILE) return 'stop';
  return tests * probability <= FIRST_DOUBT && ratio >= 1 + limit ? 'worse' : 'open';
}
