import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** A source of chance: each call gives the next number in [0, 1). */
export type Stream = () => number;

/**
 * Opens the stream of that name under a seed. Every consumer of chance has its own name, so adding
 * one leaves the draws of all others as they were, and strategies that ask for the same name meet
 * the same luck. Seed 0 is a seed like any other.
 *
 * @example
 * const draw = stream(7, 'workloads.ledger.size');
 * draw(); // always the same first number for this seed and name
 */
export function stream(seed: number, name: string): Stream {
  const generator = xoroshiro128plus(hash32(`${seed}\u0000${name}`));
  return () => uniformFloat64(generator);
}

/** FNV-1a over UTF-16 units, then the finaliser of MurmurHash3 so that close names part widely. */
function hash32(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) | 0;
}
