/** How a restored tree is read again: by the digest of each file, or byte by byte beside the source. */
export const VERIFY_METHODS = ['md5', 'sha-256', 'xxhash', 'crc32c', 'blake3', 'bytes'] as const;

/** One of `VERIFY_METHODS`. */
export type VerifyMethod = (typeof VERIFY_METHODS)[number];
