/** Bytes after which fresh ones begin again. */
export const FRESH_UNIT = 64;

/** The most that can be asked for. */
export const MOST_COMPRESSIBLE = 20;

/**
 * Fresh bytes of a unit, and what zlib at level 6 leaves of the unit in blocks of 64 KiB: measured
 * over 12 MiB each (zlib of Node 20.20; see test/benchmark/datasets/compressibility.test.ts). A
 * unit costs its fresh bytes and some two more that tell of the filler; where units are of two
 * kinds, up to a bit of each goes into telling which, hence the steps of a quarter.
 */
const LEFT: readonly (readonly [fresh: number, left: number])[] = [
  [1, 2.453],
  [1.25, 2.786],
  [1.5, 3.123],
  [1.75, 3.429],
  [2, 3.626],
  [2.25, 3.947],
  [2.5, 4.245],
  [2.75, 4.512],
  [3, 4.704],
  [3.25, 5.001],
  [3.5, 5.296],
  [3.75, 5.565],
  [4, 5.756],
  [4.5, 6.349],
  [4.75, 6.618],
  [5, 6.81],
  [5.5, 7.458],
  [5.75, 7.729],
  [6, 7.92],
  [6.5, 8.534],
  [7, 8.871],
  [7.5, 9.439],
  [8, 9.886],
  [8.5, 10.461],
  [9.5, 11.489],
  [10.25, 12.218],
  [12.25, 14.244],
  [16.25, 18.339],
  [20.25, 22.381],
  [24.25, 26.396],
  [30.25, 32.497],
  [40.25, 42.396],
  [50.25, 52.472],
  [56.25, 58.388],
  [60.25, 62.427],
  [61, 63.096],
  [61.5, 63.679],
  [62, 63.841],
  [62.5, 63.95],
  [64, 64],
];

/**
 * How many bytes of a unit must be fresh, on average, for data to compress by a ratio; a multiple
 * of 2^-16, so that products with numbers of units are exact.
 *
 * @param ratio 1 … `MOST_COMPRESSIBLE`.
 * @example
 * freshBytes(1) // 64: all of them
 */
export function freshBytes(ratio: number): number {
  const left = FRESH_UNIT / ratio;
  const above = Math.max(
    1,
    LEFT.findIndex(([, most]) => most >= left),
  );
  const [fresh0, left0] = LEFT[above - 1] as (typeof LEFT)[number];
  const [fresh1, left1] = LEFT[above] as (typeof LEFT)[number];
  const fresh = fresh0 + ((left - left0) / (left1 - left0)) * (fresh1 - fresh0);
  return Math.round(fresh * 2 ** 16) / 2 ** 16;
}
