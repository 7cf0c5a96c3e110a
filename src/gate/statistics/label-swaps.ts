import type { Aligned } from './alignment.ts';

/**
 * How seldom chance alone would give what was seen.
 *
 * @property greater probability of a difference at least so large upwards, if the sides are alike.
 * @property less the same downwards.
 */
export interface Chance {
  readonly greater: number;
  readonly less: number;
}

/**
 * The exact test of aligned ranks within pairs. If it makes no difference which side is which, and
 * a fair coin gave each pair its order, all ways to exchange the sides of pairs are equally likely;
 * the probability is the share of them whose sum of differences of ranks is at least that which was
 * seen. It holds for any distribution, ties included; nothing is drawn.
 *
 * @example
 * labelSwaps({ before: [-1, -1], after: [1, 1] }) // { greater: 0.25, less: 1 }
 */
export const labelSwaps = (sides: Aligned): Chance => ({
  greater: chanceUpwards(sides),
  less: chanceUpwards({ before: sides.after, after: sides.before }),
});

/** One side of `labelSwaps`: the probability of a difference at least so large upwards. */
export function chanceUpwards({ before, after }: Aligned): number {
  const ranks = doubledRanks([...before, ...after]);
  const { length } = before;
  return shareAtLeast(
    before.map((_, index) => (ranks[length + index] as number) - (ranks[index] as number)),
  );
}

/** Twice the mid-rank of each value, a whole number also where values are equal. */
function doubledRanks(values: readonly number[]): readonly number[] {
  const order = values.map((_, index) => index);
  order.sort((a, b) => (values[a] as number) - (values[b] as number));
  const ranks = values.map(() => 0);
  for (let first = 0; first < order.length; ) {
    const value = values[order[first] as number];
    let end = first;
    while (end < order.length && values[order[end] as number] === value) end++;
    for (const index of order.slice(first, end)) ranks[index] = first + 1 + end;
    first = end;
  }
  return ranks;
}

/**
 * The share of all ways to give differences a sign whose sum of positive ones is at least that of
 * these. Shares are halved at each step, so up to 52 pairs they are exact.
 */
function shareAtLeast(differences: readonly number[]): number {
  const seen = differences.reduce((sum, one) => sum + Math.max(0, one), 0);
  const most = differences.reduce((sum, one) => sum + Math.abs(one), 0);
  const shares = new Float64Array(most + 1);
  shares[0] = 1;
  let total = 0;
  for (const difference of differences) {
    const weight = Math.abs(difference);
    if (weight === 0) continue;
    total += weight;
    for (let sum = total; sum >= 0; sum--) {
      const without = shares[sum] as number;
      shares[sum] = (without + (sum >= weight ? (shares[sum - weight] as number) : 0)) / 2;
    }
  }
  let share = 0;
  for (let sum = total; sum >= seen; sum--) share += shares[sum] as number;
  return share;
}
