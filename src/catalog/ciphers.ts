import { assumed, type Sourced } from './sourced.ts';

/**
 * A cipher.
 *
 * @property rate bytes/s on one core, to encrypt or decrypt; absent if it costs no time (`none`).
 */
export interface Cipher {
  readonly name: 'none' | 'aes-256-gcm' | 'chacha20-poly1305';
  readonly title: string;
  readonly rate?: Sourced;
}

const OPENSSL =
  'what openssl speed of OpenSSL 3.0.19 gave in blocks of 16 KiB on one core of an AMD EPYC ' +
  'whose model was not noted; on AMD Zen 4 the README of libaegis (jedisct1/libaegis 0ff5ff4) prints';

/** Every cipher, in display order. */
export const CIPHERS: readonly Cipher[] = [
  { name: 'none', title: 'No encryption' },
  {
    name: 'aes-256-gcm',
    title: 'AES-256-GCM',
    rate: assumed(2934.6e6, 'B/s', `${OPENSSL} 1.86 and 5.14 GB/s for two libraries`),
  },
  {
    name: 'chacha20-poly1305',
    title: 'ChaCha20-Poly1305',
    rate: assumed(1836.8e6, 'B/s', `${OPENSSL} 2.47 GB/s`),
  },
];

/** The cipher of that name, if there is one. */
export const cipher = (name: string): Cipher | undefined =>
  CIPHERS.find((each) => each.name === name);
