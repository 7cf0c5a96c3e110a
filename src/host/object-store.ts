import type { Outcome } from './outcome.ts';

/** Location of a bucket and the credentials; both keys are secret. */
export interface ObjectAccess {
  /** With its scheme, e.g. `https://s3.example.com`; requests use path-style addresses. */
  readonly endpoint: string;
  readonly region: string;
  readonly bucket: string;
  readonly accessKey: string;
  readonly secretKey: string;
}

/** An object in a listing; size in bytes. */
export interface StoredObject {
  readonly key: string;
  readonly bytes: number;
}

/**
 * A bucket of an S3-compatible service; the caller that opened it closes it. Faults carry the
 * service's error code (`NoSuchBucket`) or the system's (`ECONNREFUSED`).
 */
export interface ObjectStore {
  /** All objects whose key begins with `prefix`. */
  list(prefix: string): Promise<Outcome<readonly StoredObject[]>>;
  put(key: string, content: Uint8Array): Promise<Outcome<void>>;
  /** Puts an object by a multipart upload of parts of `part` bytes, all at once. */
  putInParts(key: string, content: Uint8Array, part: number): Promise<Outcome<void>>;
  /** Reads an object to its end and keeps nothing of it; returns its bytes. */
  readThrough(key: string): Promise<Outcome<number>>;
  /** Removes one object by one request; in a bucket with versions it stays as an old one. */
  removeOne(key: string): Promise<Outcome<void>>;
  /**
   * Removes all versions of all objects whose key begins with `prefix`, and aborts unfinished
   * multipart uploads to such keys.
   */
  remove(prefix: string): Promise<Outcome<void>>;
  close(): void;
}
