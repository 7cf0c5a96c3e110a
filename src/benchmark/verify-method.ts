/**
 * How to read a restored tree again: by a digest of each file, or byte by byte against the source.
 */
export const VERIFY_METHODS = ['md5', 'sha-256', 'xxhash', 'crc32c', 'blake3', 'bytes'] as const;

/** One of `VERIFY_METHODS`. */
export type VerifyMethod = (typeof VERIFY_METHODS)[number];
