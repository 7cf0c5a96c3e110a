import { createHash } from 'node:crypto';
import type { HashName } from '../../catalog/hashes.ts';

/**
 * How contents are told apart. `xxhash` is XXH3 with 128 bits, `crc32c` the Castagnoli polynomial.
 * Measured on one core of a Xeon with SHA instructions (blocks of 1 MiB, Node 20, MB/s): xxhash
 * 8200, crc32c 2500, sha-256 1900, blake3 870, md5 830. BLAKE3 in native code is some nine times
 * faster than the portable one that is used here: its time says little of BLAKE3 itself.
 */
export const DIGEST_METHODS = [
  'md5',
  'sha-256',
  'xxhash',
  'crc32c',
  'blake3',
] as const satisfies readonly HashName[];

/** A way to tell contents apart by a digest. */
export type DigestMethod = (typeof DIGEST_METHODS)[number];

/** Takes bytes, piece by piece; `hex` gives their digest and begins anew. */
export interface Digest {
  update(bytes: Uint8Array): void;
  hex(): string;
}

/**
 * Makes a digest that serves for any number of contents, one after the other.
 *
 * @example
 * const digest = await newDigest('crc32c');
 * digest.update(Buffer.from('123456789'));
 * digest.hex(); // 'e3069283'
 */
export async function newDigest(method: DigestMethod): Promise<Digest> {
  if (method === 'md5') return built('md5');
  if (method === 'sha-256') return built('sha256');
  // Takes a tenth of a second to load, so only whoever asks for it pays for it.
  const { createBLAKE3, createCRC32, createXXHash128 } = await import('hash-wasm');
  const hasher = await {
    xxhash: () => createXXHash128(),
    crc32c: () => createCRC32(0x82f63b78),
    blake3: () => createBLAKE3(),
  }[method]();
  hasher.init();
  return {
    update: (bytes) => {
      hasher.update(bytes);
    },
    hex: () => {
      const hex = hasher.digest();
      hasher.init();
      return hex;
    },
  };
}

/** A digest that Node itself has; made at once. */
export function built(algorithm: 'md5' | 'sha256'): Digest {
  let hash = createHash(algorithm);
  return {
    update: (bytes) => {
      hash.update(bytes);
    },
    hex: () => {
      const hex = hash.digest('hex');
      hash = createHash(algorithm);
      return hex;
    },
  };
}
