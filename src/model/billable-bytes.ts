/**
 * Bytes that are billed in addition to those stored. See docs/model.md, sections "Object stores" and
 * "Bills".
 */
import type { StorageClass } from '../catalog/storage-class.ts';

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
