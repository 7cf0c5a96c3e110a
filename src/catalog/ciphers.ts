import { type Origin, type Sourced, sourced } from './sourced.ts';

/**
 * A way to encrypt.
 *
 * @property rate bytes per second on one core, either way; absent where it costs no time (`none`).
 */
export interface Cipher {
  readonly name: 'none' | 'aes-256-gcm' | 'chacha20-poly1305';
  readonly title: string;
  readonly rate?: Sourced;
}

const OPENSSL: Origin = {
  source: 'openssl speed of OpenSSL 3.0.19, run for this catalog',
  date: '2026',
  grade: 'measured',
};

const CPU = 'AMD EPYC with AES and SHA instructions, one core, 16 KiB blocks';

/** Every cipher, in the order people are shown. */
export const CIPHERS: readonly Cipher[] = [
  { name: 'none', title: 'No encryption' },
  { name: 'aes-256-gcm', title: 'AES-256-GCM', rate: sourced(2934.6e6, 'B/s', OPENSSL, CPU) },
  {
    name: 'chacha20-poly1305',
    title: 'ChaCha20-Poly1305',
    rate: sourced(1836.8e6, 'B/s', OPENSSL, CPU),
  },
];

/** The cipher of that name, if there is one. */
export const cipher = (name: string): Cipher | undefined =>
  CIPHERS.find((each) => each.name === name);
