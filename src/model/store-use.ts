/** What one object store is billed for. See docs/model.md, section "Bills". */
import type { StorageClass } from '../catalog/storage-class.ts';
import type { BilledTime } from './billable-bytes.ts';
import type { Transition } from './class-stays.ts';

/**
 * The segments that a store held: one entry per segment in each column; all columns have the same
 * length.
 */
export interface StoredPieces {
  /** seconds since 1970 at which its first object arrived; with its last if omitted */
  readonly began?: Float64Array;
  /** seconds since 1970 at which its last object had arrived */
  readonly written: Float64Array;
  /** seconds since 1970 at which it was deleted; infinite if it was not */
  readonly deleted: Float64Array;
  readonly bytes: Float64Array;
  /** number of its objects, all of one size */
  readonly objects: Float64Array;
}

/** Data read from the store. */
export interface StoreRead {
  /** instant of the read, seconds since 1970 */
  readonly at: number;
  /** the class it was read from */
  readonly from: StorageClass;
  readonly bytes: number;
  readonly objects: number;
  /** number of read requests: one an object, or one a byte range */
  readonly gets: number;
  /** number of requests that list objects */
  readonly lists?: number;
  /** name of the retrieval tier; the usual one of the class if omitted */
  readonly tier?: string | undefined;
  /** seconds for which a thawed copy is kept */
  readonly thawedFor?: number;
  /** bytes that go to the internet, and to another region */
  readonly toInternet?: number;
  readonly toRegion?: number;
}

/** The input of a bill. Segments that exist at its end are not deleted early. */
export interface StoreUse extends BilledTime {
  /** the class that segments are written to */
  readonly class: StorageClass;
  readonly transitions?: readonly Transition[];
  readonly segments: StoredPieces;
  /** by month: bytes of the first class that are stored for nothing */
  readonly free?: Float64Array | null;
  /** bytes of the parts in which larger objects are written */
  readonly partBytes: number;
  /** `region` if data arrive from another region of the provider, at a price by the byte */
  readonly arrival?: 'outside' | 'region';
  readonly reads?: readonly StoreRead[];
}
