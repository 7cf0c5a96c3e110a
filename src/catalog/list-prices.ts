import type { EarlierPrices, StorageClass } from './storage-class.ts';

/** Regions whose prices the catalog has for a class, that of its own prices first. */
export const regionsOf = ({ region, elsewhere }: StorageClass): readonly string[] => [
  region,
  ...Object.keys(elsewhere ?? {}),
];

/**
 * The prices that held on a day and have been changed since; undefined if those of the class did.
 *
 * @param day ISO 8601.
 */
export const changedSince = (
  { earlier = [] }: StorageClass,
  day: string,
): EarlierPrices | undefined => earlier.findLast(({ until }) => day <= until);

/**
 * A class with the list prices of a region on a day. A region of which the catalog has none leaves
 * its own.
 *
 * @param day ISO 8601, such as `2026-01-01`.
 * @example
 * listPrices(wasabi, 'us-east-1', '2026-01-01').storage[0]?.price.value * 1024 // 6.99
 */
export function listPrices(of: StorageClass, region: string, day: string): StorageClass {
  const there = Object.hasOwn(of.elsewhere ?? {}, region) ? of.elsewhere?.[region] : undefined;
  return { ...of, ...changedSince(of, day)?.prices, ...(there && { ...there, region }) };
}
