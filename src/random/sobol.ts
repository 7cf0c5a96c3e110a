/**
 * Direction numbers of Joe and Kuo (new-joe-kuo-6.21201; SIAM J. Sci. Comput. 30, 2635-2654, 2008)
 * for dimensions 2 to 21: degree s, coefficients a, and the first m of each.
 * https://web.maths.unsw.edu.au/~fkuo/sobol/
 */
const JOE_KUO: readonly (readonly [s: number, a: number, ...m: readonly number[]])[] = [
  [1, 0, 1],
  [2, 1, 1, 3],
  [3, 1, 1, 3, 1],
  [3, 2, 1, 1, 1],
  [4, 1, 1, 1, 3, 3],
  [4, 4, 1, 3, 5, 13],
  [5, 2, 1, 1, 5, 5, 17],
  [5, 4, 1, 1, 5, 5, 5],
  [5, 7, 1, 1, 7, 11, 19],
  [5, 11, 1, 1, 5, 1, 1],
  [5, 13, 1, 1, 1, 3, 11],
  [5, 14, 1, 3, 5, 5, 31],
  [6, 1, 1, 3, 3, 9, 7, 49],
  [6, 13, 1, 1, 1, 15, 21, 21],
  [6, 16, 1, 3, 1, 13, 27, 49],
  [6, 19, 1, 1, 1, 15, 7, 5],
  [6, 22, 1, 3, 1, 15, 13, 25],
  [6, 25, 1, 1, 5, 5, 19, 61],
  [7, 1, 1, 3, 7, 11, 23, 15, 103],
  [7, 4, 1, 3, 7, 13, 13, 15, 69],
];

const BITS = 32;

/** Number of dimensions with direction numbers. */
export const SOBOL_DIMENSIONS = JOE_KUO.length + 1;

/**
 * The direction numbers v_1 … v_32 of each dimension; the first dimension is the van der Corput
 * sequence.
 */
const DIRECTIONS: readonly Uint32Array[] = [
  Uint32Array.from({ length: BITS }, (_, k) => 2 ** (BITS - 1 - k)),
  ...JOE_KUO.map(([s, a, ...m]) => directions(s, a, m)),
];

function directions(s: number, a: number, m: readonly number[]): Uint32Array {
  const v = Uint32Array.from({ length: BITS }, (_, k) => (m[k] ?? 0) * 2 ** (BITS - 1 - k));
  for (let k = s; k < BITS; k++) {
    const back = v[k - s] as number;
    let word = back ^ (back >>> s);
    for (let i = 1; i < s; i++) if ((a >>> (s - 1 - i)) & 1) word ^= v[k - i] as number;
    v[k] = word;
  }
  return v;
}

/**
 * One coordinate of one point of the Sobol sequence, as a word of 32 bits: the number in the unit
 * interval is this word · 2^-32. Points come in the order of the Gray code (Antonov and Saleev
 * 1979); each is computed directly from its index.
 *
 * @param dimension 0 to `SOBOL_DIMENSIONS` - 1.
 * @param index of the point, from 0 (which is the origin) to 2^32 - 1.
 * @throws RangeError if there is no such dimension.
 * @example
 * [0, 1, 2, 3].map((index) => sobol(0, index) / 2 ** 32) // [0, 0.5, 0.75, 0.25]
 */
export function sobol(dimension: number, index: number): number {
  const v = DIRECTIONS[dimension];
  if (!v) throw new RangeError(`there is no Sobol dimension ${dimension}`);
  let word = 0;
  for (let gray = index ^ (index >>> 1), k = 0; gray !== 0; gray >>>= 1, k++) {
    if (gray & 1) word ^= v[k] as number;
  }
  return word >>> 0;
}
