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
  readonly tier?: string;
  /** months for which a thawed copy is kept; default 0 */
  readonly copyMonths?: number;
}

/**
 * Retrieval charges of a class: bytes, requests, and storage of the thawed copy. Read requests
 * (`get`) and egress are billed separately.
 *
 * @example retrievalCost(deepArchive, { bytes: 88 * 2 ** 30, objects: 4451, tier: 'bulk' }) // 0.331
 */
export function retrievalCost(from: StorageClass, retrieved: Retrieved): number {
  const { bytes, objects, tier: name, copyMonths = 0 } = retrieved;
  const tier = retrievalOf(from, name);
  return (
    bytes * unitPrice(tier?.data) +
    objects * unitPrice(tier?.requests) +
    bytes * unitPrice(from.thawedCopy) * copyMonths
  );
}
