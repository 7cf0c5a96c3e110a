/** Getting data out of a class again. See docs/model.md, section "Object stores". */
import type { Retrieval, StorageClass } from '../catalog/storage-class.ts';
import { unitPrice } from '../catalog/unit-price.ts';

/**
 * The way out of a class that has this name, or its usual one; undefined where reading is free and
 * at once.
 *
 * @throws RangeError where the class has no way of that name: that is a bug, since inputs were checked.
 * @example retrievalOf(deepArchive, 'bulk').most.value // 172_800
 */
export function retrievalOf(from: StorageClass, name?: string): Retrieval | undefined {
  if (name === undefined) return from.retrieval[0];
  const found = from.retrieval.find((tier) => tier.name === name);
  if (!found) throw new RangeError(`${from.name} has no retrieval ${name}`);
  return found;
}

/** Seconds until data can be read: at least, and at most. */
export interface Thaw {
  readonly least: number;
  readonly most: number;
}

/**
 * How long data of a class take until they can be read; nothing where they need no thaw.
 *
 * @example thawOf(glacierFlexible) // { least: 10_800, most: 18_000 }
 */
export function thawOf(from: StorageClass, name?: string): Thaw {
  const tier = retrievalOf(from, name);
  return { least: tier?.least.value ?? 0, most: tier?.most.value ?? 0 };
}

/** What is got out of a class. */
export interface Retrieved {
  readonly bytes: number;
  readonly objects: number;
  /** the way, by name; the usual one where left out */
  readonly tier?: string;
  /** months for which a thawed copy is kept; none where left out */
  readonly copyMonths?: number;
}

/**
 * What the class charges for it: bytes, requests, and the thawed copy while it is kept. Reads
 * (`get`) and the way out of the provider's network come besides.
 *
 * @example retrievalCost(deepArchive, { bytes: 88 * 2 ** 30, objects: 4451, way: 'bulk' }) // 0.331
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
