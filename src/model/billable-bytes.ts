/**
 * Bytes that are billed in addition to those stored. See docs/model.md, sections "Object stores" and
 * "Bills".
 */
import type { StorageClass } from '../catalog/storage-class.ts';
import { unitPrice } from '../catalog/unit-price.ts';
import type { OpenLines } from './bill.ts';

/** Bytes billed in addition to those stored. */
export interface BillableExtra {
  /** bytes at the price of the class: padding to the smallest billed object, and its overhead */
  readonly own: number;
  /** bytes of overhead at the price of the standard class */
  readonly standard: number;
}

/** What a class without a smallest object and without overhead bills in addition. */
export const NO_EXTRA: BillableExtra = { own: 0, standard: 0 };

/**
 * Additional billed bytes of objects that are all of one size: padding of `max(0, objects * minimum
 * - bytes)`, and the overhead of each object.
 *
 * @param bytes bytes of all objects together
 * @example billableExtra(88e9, 4451, deepArchive) // { own: 4451 * 32 KiB, standard: 4451 * 8 KiB }
 */
export function billableExtra(
  bytes: number,
  objects: number,
  { minimumObject, overhead }: Pick<StorageClass, 'minimumObject' | 'overhead'>,
): BillableExtra {
  const padding = Math.max(0, objects * (minimumObject?.value ?? 0) - bytes);
  return {
    own: padding + objects * (overhead?.own.value ?? 0),
    standard: objects * (overhead?.standard.value ?? 0),
  };
}

/** The time that is billed. */
export interface BilledTime {
  /** instants at which months begin, and the end of the last */
  readonly boundaries: Float64Array;
  /** the instant from which there is an account; the first month if omitted */
  readonly from?: number;
  readonly until: number;
}

/**
 * Adds to the overhead of each month what lacks of the least amount that a class is billed for: the
 * least bytes at the first price for the part of the month that is billed, less what is stored.
 * What was deleted early is billed beside it. Source: Wasabi, how the monthly minimum storage charge
 * works.
 *
 * @param months with all lines of stored bytes
 * @example
 * // A month of 30 days in which 750 of 1024 GiB are stored, at 5.99 / 1024 a GiB: 1.60 more.
 * addLeastBill(months, wasabi, { boundaries, until })
 */
export function addLeastBill(
  months: readonly OpenLines[],
  { leastStored, storage, month: own }: StorageClass,
  { boundaries, from = 0, until }: BilledTime,
): void {
  if (!leastStored) return;
  const price = leastStored.value * unitPrice(storage[0]?.price);
  for (const [index, lines] of months.entries()) {
    const [first = 0, next = 0] = [boundaries[index], boundaries[index + 1]];
    const seconds = Math.max(0, Math.min(until, next) - Math.max(from, first));
    const least = (price * seconds) / (own?.value ?? next - first);
    lines.overhead += Math.max(0, least - lines.storage - lines.overhead);
  }
}
