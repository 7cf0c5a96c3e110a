import { type Origin, type Sourced, sourced } from './sourced.ts';

/** Values of `verify.method`, in display order. */
export const HASH_NAMES = [
  'none',
  'md5',
  'sha-1',
  'sha-256',
  'crc32c',
  'xxhash',
  'blake3',
  'byte-compare',
] as const;
/** A value of `verify.method`. */
export type HashName = (typeof HASH_NAMES)[number];

/**
 * A method of verifying that two copies are equal.
 *
 * @property rate bytes/s on one core; absent if it costs no time (`none`).
 */
export interface Hash {
  readonly name: HashName;
  readonly title: string;
  readonly rate?: Sourced;
}

const MIB = 2 ** 20;

const XXHASH: Origin = {
  source: 'xxHash README (Cyan4973/xxHash b2e9dbb)',
  date: '2024-10-15',
  grade: 'published',
};

const SMHASHER: Origin = {
  source: 'smhasher (rurban/smhasher 1edbcfa)',
  date: '2025-12-02',
  grade: 'published',
};

const BLAKE3_CHART: Origin = {
  source: 'BLAKE3-specs bar_chart.py (BLAKE3-team/BLAKE3-specs ea51a3a)',
  date: '2020-02-20',
  grade: 'published',
};

const I7 = 'Core i7-9700K, one core';
const RYZEN = 'Ryzen 5 PRO 3350G, one core, 256 KiB keys';

/** Every method, in display order. */
export const HASHES: readonly Hash[] = [
  { name: 'none', title: 'No check' },
  { name: 'md5', title: 'MD5', rate: sourced(0.6e9, 'B/s', XXHASH, I7) },
  {
    name: 'sha-1',
    title: 'SHA-1',
    rate: sourced(0.8e9, 'B/s', XXHASH, `${I7}; about twice that with SHA instructions`),
  },
  {
    name: 'sha-256',
    title: 'SHA-256',
    rate: sourced(
      1556.66 * MIB,
      'B/s',
      SMHASHER,
      `${RYZEN}, with SHA instructions; without them 484 MiB/s (Xeon 8275CL) or less`,
    ),
  },
  {
    name: 'crc32c',
    title: 'CRC-32C',
    rate: sourced(5537.79 * MIB, 'B/s', SMHASHER, `${RYZEN}, with the CPU's CRC instruction`),
  },
  {
    name: 'xxhash',
    title: 'xxHash (XXH3, 64 bit)',
    rate: sourced(31.5e9, 'B/s', XXHASH, `${I7}; reading memory in order gives 28.0 GB/s there`),
  },
  {
    name: 'blake3',
    title: 'BLAKE3',
    rate: sourced(6866 * MIB, 'B/s', BLAKE3_CHART, 'Xeon Platinum 8275CL, one core, 16 KiB input'),
  },
  {
    name: 'byte-compare',
    title: 'Byte comparison of both copies',
    rate: sourced(
      28.0e9 / 2,
      'B/s',
      { ...XXHASH, grade: 'derived' },
      `${I7}: half of what memory reads, since two copies are read`,
    ),
  },
];

/** The hash of that name, if there is one. */
export const hash = (name: string): Hash | undefined => HASHES.find((each) => each.name === name);
