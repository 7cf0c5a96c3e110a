/** Retrieval of data from a storage class. See docs/model.md, section "Object stores". */
import type { Retrieval, StorageClass } from '../catalog/storage-class.ts';
import { unitPrice } from '../catalog/unit-price.ts';

/**
 * The retrieval tier of a class with a given name, or its usual one; undefined if reads are free
 * and immediate.
 *
 * @throws RangeError if the class has no tier of that name, which is a bug, since inputs were
 *   checked.
 * @example retrievalOf(deepArchive, 'bulk').most.value // 172_800
 */
export function retrievalOf(from: StorageClass, name?: string): Retrieval | undefined {
  if (name === undefined) return from.retrieval[0];
  const found = from.retrieval.find((tier) => tier.name === name);
  if (!found) throw new RangeError(`${from.name} has no retrieval ${name}`);
  return found;
}

/** Seconds until data can be read, as a range. */
export interface Thaw {
  readonly least: number;
  readonly most: number;
}

/**
 * Seconds until data of a class can be read; 0 if no thaw is needed.
 *
 * @example thawOf(glacierFlexible) // { least: 10_800, most: 18_000 }
 */
export function thawOf(from: StorageClass, name?: string): Thaw {
  const tier = retrievalOf(from, name);
  return { least: tier?.least.value ?? 0, most: tier?.most.value ?? 0 };
}

/** Data retrieved from a class. */
export interface Retrieved {
  readonly bytes: number;
  readonly objects: number;
  /** name of the retrieval tier; the usual one if omitted */
  readonly tier?: string | undefined;
}

/**
 * Retrieval charges of a class: bytes and requests. Read requests (`get`), thawed copies and egress
 * are billed separately.
 *
 * @example retrievalCost(deepArchive, { bytes: 88 * 2 ** 30, objects: 4451, tier: 'bulk' }) // 0.331
 */
export function retrievalCost(from: StorageClass, { bytes, objects, tier: name }: Retrieved) {
  const tier = retrievalOf(from, name);
  return bytes * unitPrice(tier?.data) + objects * unitPrice(tier?.requests);
}

/** Days of the month that the price of a thawed copy is for. */
const MONTH = 30 * 86_400;

/**
 * Cost of the copies of archived objects that are kept for so many seconds to be read; 0 for
 * classes that need none.
 *
 * @example thawedCost(deepArchive, 2 ** 40, 7 * 86_400) // 1024 * 0.023 * 7 / 30 = 5.50
 */
export const thawedCost = (from: StorageClass, bytes: number, seconds: number): number =>
  (bytes * unitPrice(from.thawedCopy) * seconds) / MONTH;
