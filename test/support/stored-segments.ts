import type { StorageClass } from '../../src/catalog/storage-class.ts';
import { storageClass } from '../../src/catalog/storage-classes.ts';
import { accountBills, type StoreBill } from '../../src/model/account-bills.ts';
import type { StoredPieces, StoreUse } from '../../src/model/store-use.ts';

export const DAY = 86_400;
export const GIB = 2 ** 30;

/** A class of the catalog that is there. */
export function classNamed(name: string): StorageClass {
  const found = storageClass(name);
  if (!found) throw new Error(`no class ${name}`);
  return found;
}

/** One segment of a store; days since the start. */
export interface Segment {
  readonly written: number;
  readonly deleted?: number;
  readonly gib: number;
  readonly objects?: number;
}

/** The columns of some segments, in seconds and bytes. */
export const columns = (segments: readonly Segment[]): StoredPieces => ({
  written: Float64Array.from(segments, ({ written }) => written * DAY),
  deleted: Float64Array.from(segments, ({ deleted = Number.POSITIVE_INFINITY }) => deleted * DAY),
  bytes: Float64Array.from(segments, ({ gib }) => gib * GIB),
  objects: Float64Array.from(segments, ({ objects = 1 }) => objects),
});

/** A store over so many months of 30 days from instant 0, objects written at once. */
export const storeOf = (of: StorageClass, segments: readonly Segment[], months = 12): StoreUse => ({
  class: of,
  segments: columns(segments),
  partBytes: Number.POSITIVE_INFINITY,
  boundaries: Float64Array.from({ length: months + 1 }, (_, month) => month * 30 * DAY),
  until: months * 30 * DAY,
});

/** The bill of a store that has an account to itself. */
export const objectBill = (use: StoreUse): StoreBill => accountBills([use])[0] as StoreBill;
