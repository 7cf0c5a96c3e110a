/** Length in bytes of a unit: some fresh (incompressible) bytes, then filler. */
export const FRESH_UNIT = 64;

/** The largest supported compression ratio. */
export const MOST_COMPRESSIBLE = 20;

/**
 * Calibration table: mean number of fresh bytes in a unit, and bytes left of the unit by zlib level
 * 6 in blocks of 64 KiB. Measured over 12 MiB each (zlib of Node 20.20); verified by
 * test/benchmark/datasets/content.test.ts. A unit costs its fresh bytes, about two bytes for the
 * reference to the filler, and up to one bit for which of two numbers of fresh bytes it has.
 */
const LEFT: readonly (readonly [fresh: number, left: number])[] = [
  [1, 2.529],
  [1.25, 2.913],
  [1.5, 3.27],
  [1.75, 3.576],
  [1.9, 3.711],
  [2, 3.752],
  [2.25, 4.074],
  [2.5, 4.357],
  [2.75, 4.62],
  [2.9, 4.748],
  [3, 4.815],
  [3.25, 5.129],
  [3.5, 5.431],
  [3.75, 5.708],
  [4, 5.867],
  [4.5, 6.484],
  [5, 6.911],
  [5.5, 7.606],
  [5.75, 7.894],
  [6, 8.059],
  [6.5, 8.643],
  [7, 8.968],
  [7.5, 9.563],
  [8, 9.987],
  [8.5, 10.587],
  [9, 11.012],
  [10.5, 12.62],
  [12.5, 14.644],
  [14.5, 16.778],
  [16.5, 18.759],
  [20.5, 22.768],
  [24.5, 26.777],
  [30.5, 32.816],
  [40.5, 42.757],
  [50.5, 52.799],
  [56.5, 58.749],
  [59.5, 61.747],
  [60.5, 62.913],
  [61, 63.333],
  [61.5, 63.842],
  [64, 64],
];

/**
 * The mean number of fresh bytes in a unit that gives data a compression ratio. Interpolates the
 * table linearly.
 *
 * @param ratio 1 … `MOST_COMPRESSIBLE`.
 *
 * @example
 * freshBytes(1) // 64: all bytes
 */
export function freshBytes(ratio: number): number {
  const left = FRESH_UNIT / ratio;
  const above = LEFT.findIndex(([, most]) => most >= left);
  const [fresh0, left0] = LEFT[above - 1] as (typeof LEFT)[number];
  const [fresh1, left1] = LEFT[above] as (typeof LEFT)[number];
  return fresh0 + ((left - left0) / (left1 - left0)) * (fresh1 - fresh0);
}
