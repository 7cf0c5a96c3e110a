import type { Outcome } from './outcome.ts';

/** Where a bucket is, and who asks; the keys are secrets. */
export interface ObjectAccess {
  /** With its scheme, e.g. `https://s3.example.com`; the bucket follows in the path of each address. */
  readonly endpoint: string;
  readonly region: string;
  readonly bucket: string;
  readonly accessKey: string;
  readonly secretKey: string;
}

/** An object as a listing has it; its size in bytes. */
export interface StoredObject {
  readonly key: string;
  readonly bytes: number;
}

/**
 * A bucket of an S3-compatible service, to be closed by whoever opened it. Faults carry the
 * service's own name for what is wrong (`NoSuchBucket`), or the system's (`ECONNREFUSED`).
 */
export interface ObjectStore {
  /** Every object whose key begins with `prefix`, however many there are. */
  list(prefix: string): Promise<Outcome<readonly StoredObject[]>>;
  put(key: string, content: Uint8Array): Promise<Outcome<void>>;
  /**
   * Removes every object whose key begins with `prefix`, in all its versions, and gives up uploads
   * to such keys that never came to an end.
   */
  remove(prefix: string): Promise<Outcome<void>>;
  close(): void;
}
