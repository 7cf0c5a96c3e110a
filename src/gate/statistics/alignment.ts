import { median } from 'simple-statistics';

/** A figure of both sides of one pair, in base units or as logarithms. */
export interface Pair {
  readonly before: number;
  readonly after: number;
}

/** Both sides of all pairs, less what drifted: each value less the running median of its pairs. */
export interface Aligned {
  readonly before: readonly number[];
  readonly after: readonly number[];
}

/** Pairs on either side of one whose medians are taken together. */
const REACH = 2;

/**
 * Takes drift out of pairs: from both sides of each, the median of the means of up to five pairs
 * around it (aligned ranks: Hodges and Lehmann 1962, Ann. Math. Stat. 33, 482-497). The exchange of
 * the sides of a pair exchanges its two values and leaves all others as they are.
 *
 * @param pairs logarithms, in the order of time.
 * @example
 * aligned([{ before: 1, after: 3 }]) // { before: [-1], after: [1] }
 */
export function aligned(pairs: readonly Pair[]): Aligned {
  const middles = pairs.map(({ before, after }) => (before + after) / 2);
  const centres = middles.map((_, index) =>
    median(middles.slice(Math.max(0, index - REACH), index + REACH + 1)),
  );
  return {
    before: pairs.map(({ before }, index) => before - (centres[index] as number)),
    after: pairs.map(({ after }, index) => after - (centres[index] as number)),
  };
}
