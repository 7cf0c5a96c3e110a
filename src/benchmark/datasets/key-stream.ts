import { createCipheriv, createHash } from 'node:crypto';

/** The most bytes that are asked for at once. */
export const PIECE = 2 ** 20;

/** Where a key stream may be entered: at multiples of so many bytes. */
const CIPHER_BLOCK = 16;

/**
 * Bytes that look like chance and are always the same for the same item, version and place.
 *
 * @param item, version whole numbers below 2^32: each pair has a stream of its own.
 * @param from a multiple of 16, the block of the cipher.
 * @param length at most `PIECE`.
 */
export type KeyStream = (
  item: number,
  version: number,
  from: number,
  length: number,
) => Uint8Array<ArrayBuffer>;

const NOTHING = new Uint8Array(PIECE);

/**
 * Opens the key stream of that name under a seed: AES-128 in counter mode over zeros, which
 * processors do at gigabytes a second, at any place of it. The key is made of seed and name; item,
 * version and place make the counter (NIST SP 800-38A, 6.5).
 *
 * @example
 * keyStream(7, 'plain')(12, 0, 4096, 16) // always the same 16 bytes
 */
export function keyStream(seed: number, name: string): KeyStream {
  const key = createHash('sha256').update(`${seed}\u0000${name}`).digest().subarray(0, 16);
  const counter = new DataView(new ArrayBuffer(CIPHER_BLOCK));
  return (item, version, from, length) => {
    counter.setUint32(0, item);
    counter.setUint32(4, version);
    counter.setBigUint64(8, BigInt(from / CIPHER_BLOCK));
    const cipher = createCipheriv('aes-128-ctr', key, counter);
    return cipher.update(NOTHING.subarray(0, length)) as Uint8Array<ArrayBuffer>;
  };
}
