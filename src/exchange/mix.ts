/**
 * Mixes whole numbers into one of 32 bits, evenly and always alike: the finaliser of MurmurHash3
 * (Appleby, public domain) after each half of a number. Numbers up to 2^53 count in full.
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
