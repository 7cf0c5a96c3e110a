import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  DIGEST_METHODS,
  type DigestMethod,
  newDigest,
} from '../../../src/benchmark/manifest/digest.ts';

const text = (given: string): Uint8Array => Buffer.from(given, 'latin1');

/** The input of BLAKE3's test vectors: 0, 1, …, 250, 0, 1, … */
const counting = (length: number): Uint8Array =>
  Uint8Array.from({ length }, (_, index) => index % 251);

/** The input of xxHash's sanity check: the top bytes of powers of a prime. */
function powers(length: number): Uint8Array {
  let state = 2_654_435_761n;
  return Uint8Array.from({ length }, () => {
    const byte = Number(state >> 56n);
    state = BigInt.asUintN(64, state * 11_400_714_785_074_694_797n);
    return byte;
  });
}

const RFC_1321 = 'RFC 1321, A.5';
const FIPS_180 = 'NIST, examples for FIPS 180-4';
const XXHASH = 'Cyan4973/xxHash v0.8, cli/xsum_sanity_check.c, XSUM_XXH128_testdata';
const RFC_3720 = 'RFC 3720, B.4 (its bytes stand in the order of the wire)';
const BLAKE3 = 'BLAKE3-team/BLAKE3, test_vectors/test_vectors.json';

const VECTORS: readonly (readonly [DigestMethod, Uint8Array, string, string])[] = [
  ['md5', text(''), 'd41d8cd98f00b204e9800998ecf8427e', RFC_1321],
  ['md5', text('message digest'), 'f96b697d7cb7938d525a2f31aaf161d0', RFC_1321],
  [
    'sha-256',
    text('abc'),
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    FIPS_180,
  ],
  ['xxhash', powers(0), '99aa06d3014798d86001c324468d497f', XXHASH],
  ['xxhash', powers(1), 'a6cd5e9392000f6ac44bdff4074eecdb', XXHASH],
  ['xxhash', powers(12), '6e3efd8fc7802b18061a192713f69ad9', XXHASH],
  ['xxhash', powers(222), '337e09641b948717f1aebd597cec6b3a', XXHASH],
  ['xxhash', powers(2367), 'e89c0f6ff369b427cb37aeb9e5d361ed', XXHASH],
  [
    'crc32c',
    text('123456789'),
    'e3069283',
    'Catalogue of parametrised CRC algorithms, CRC-32/ISCSI',
  ],
  ['crc32c', new Uint8Array(32), '8a9136aa', RFC_3720],
  ['crc32c', new Uint8Array(32).fill(255), '62a8ab43', RFC_3720],
  ['crc32c', Uint8Array.from({ length: 32 }, (_, index) => index), '46dd794e', RFC_3720],
  [
    'blake3',
    counting(0),
    'af1349b9f5f9a1a6a0404dea36dcc9499bcb25c9adc112b7cc9a93cae41f3262',
    BLAKE3,
  ],
  [
    'blake3',
    counting(1025),
    'd00278ae47eb27b34faecf67b4fe263f82d5412916c1ffd97c8cb7fb814b8444',
    BLAKE3,
  ],
  [
    'blake3',
    counting(7169),
    'a003fc7a51754a9b3c7fae0367ab3d782dccf28855a03d435f8cfe74605e7817',
    BLAKE3,
  ],
];

describe('newDigest', () => {
  it.each(VECTORS)('%s of a known content (%#)', async (method, content, expected) => {
    const digest = await newDigest(method);
    digest.update(content);
    expect(digest.hex()).toBe(expected);
  });

  it.each(DIGEST_METHODS)(
    '%s: how the bytes are cut changes nothing, nor what came before',
    async (method) => {
      const digest = await newDigest(method);
      fc.assert(
        fc.property(fc.uint8Array({ maxLength: 3000 }), fc.nat(3000), (bytes, cut) => {
          digest.update(bytes);
          const whole = digest.hex();
          digest.update(bytes.subarray(0, cut));
          digest.update(bytes.subarray(cut));
          expect(digest.hex()).toBe(whole);
        }),
        { numRuns: 50 },
      );
    },
  );
});
