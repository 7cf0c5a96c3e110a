/**
 * Hashes whole numbers to 32 evenly distributed bits, always with the same result. Applies the
 * finaliser of MurmurHash3 (Appleby, public domain) after each half of a number, so that all bits
 * of numbers up to 2^53 count.
 */
export function mix(seed: number, ...numbers: readonly number[]): number {
  let hash = take(0, seed);
  for (const number of numbers) hash = take(hash, number);
  return hash >>> 0;
}

const take = (hash: number, number: number): number =>
  final(final(hash ^ (number >>> 0)) ^ Math.floor(number / 2 ** 32));

function final(value: number): number {
  let hash = (value + 0x9e3779b9) | 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
