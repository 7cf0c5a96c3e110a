import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** A random stream: each call returns the next number in [0, 1). */
export type Stream = () => number;

/**
 * Opens the random stream with a name under a seed. Each consumer of random numbers has its own
 * name: adding one leaves the draws of all others unchanged, and strategies that use the same name
 * get the same draws. Seed 0 is valid.
 *
 * @example
 * const draw = stream(7, 'workloads.ledger.size');
 * draw(); // always the same first number for this seed and name
 */
export function stream(seed: number, name: string): Stream {
  const generator = xoroshiro128plus(hash32(`${seed}\u0000${name}`));
  return () => uniformFloat64(generator);
}

/**
 * FNV-1a over UTF-16 units, then the finaliser of MurmurHash3, so that similar names get unrelated
 * hashes.
 */
function hash32(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) | 0;
}
