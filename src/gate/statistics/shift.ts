import { median } from 'simple-statistics';
import type { Aligned } from './alignment.ts';
import { chanceUpwards } from './label-swaps.ts';

/**
 * By how much the second side lies above the first, on the scale of the values: the median of all
 * differences between a value of one and a value of the other (Hodges and Lehmann 1963, Ann. Math.
 * Stat. 34, 598-611).
 *
 * @example
 * shiftOf({ before: [0, 0], after: [1, 3] }) // 2
 */
export const shiftOf = (sides: Aligned): number => median(differencesOf(sides));

/**
 * The least shift that the test does not reject: the lower end of a one-sided interval. With too few
 * pairs to reject any, it is -Infinity.
 *
 * The probability does not rise steadily with the shift, so each candidate is tried in turn; halving
 * would miss some.
 *
 * @param doubt probability with which the truth may lie below: 0.025 for the lower end of 95 %.
 */
export function shiftAtLeast(sides: Aligned, doubt: number): number {
  if (2 ** -sides.before.length > doubt) return -Infinity;
  const all = [...differencesOf(sides)].sort((a, b) => a - b);
  for (let index = 0; index + 1 < all.length; index++) {
    const [one, next] = [all[index] as number, all[index + 1] as number];
    if (one === next) continue;
    if (chanceUpwards(shifted(sides, (one + next) / 2)) > doubt) return one;
  }
  return all.at(-1) as number;
}

/** The largest shift that the test does not reject; Infinity with too few pairs. */
export const shiftAtMost = ({ before, after }: Aligned, doubt: number): number =>
  -shiftAtLeast({ before: after, after: before }, doubt);

const differencesOf = ({ before, after }: Aligned): number[] =>
  after.flatMap((later) => before.map((earlier) => later - earlier));

/** The sides as they would lie had the second one not been shifted; alignment follows shifts. */
const shifted = ({ before, after }: Aligned, by: number): Aligned => ({
  before: before.map((value) => value + by / 2),
  after: after.map((value) => value - by / 2),
});
