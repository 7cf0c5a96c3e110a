import type { Pair } from '../../../src/gate/statistics/alignment.ts';

const BEFORE = [0, 1, 1, 3, 2, 4, 4, 6, 5, 7];
const AFTER = [5, 4, 8, 2, 7, 9, 6, 10, 9, 12];

/** A worked example, in units of 1/64 so that sums are exact. */
export const EXAMPLE: readonly Pair[] = BEFORE.map((before, index) => ({
  before: before / 64,
  after: (AFTER[index] as number) / 64,
}));
