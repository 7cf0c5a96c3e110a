import { lineThrough, type Point } from './lines.ts';

const [KIB, MIB] = [2 ** 10, 2 ** 20];

/** Sizes of the objects, from a tool's smallest to larger than its packs; bytes. */
export const SIZES = [4 * KIB, 256 * KIB, 8 * MIB, 64 * MIB] as const;

/** How many operations go on at once. */
export const AT_ONCE = [1, 4, 16] as const;

/** Bytes of a part of an object that is written in parts, and how many of them: S3 wants 5 MiB. */
export const PARTS = { size: 8 * MIB, count: 4 } as const;

/** Most objects of a size; a listing of S3 has a thousand, so these are one request. */
export const MOST = 256;

/** Objects of one size, written, read and deleted so many at once. */
export interface Cell {
  readonly size: number;
  readonly atOnce: number;
}

/** What is probed, in that order: what tells most of a target in the least time comes first. */
export const CELLS: readonly Cell[] = AT_ONCE.flatMap((atOnce) =>
  SIZES.map((size) => ({ size, atOnce })),
);

/**
 * Seconds that a round of a cell takes at most, as if its operations came one after the other: by
 * the line through the sizes that are known. While only one is, as long as that; 0 before.
 *
 * @param known seconds of one object, one at once, from its write to its deletion.
 *
 * @example
 * foretold({ size: 300, atOnce: 4 }, [{ size: 100, seconds: 2 }, { size: 200, seconds: 3 }]) // 4 × 4
 */
export function foretold({ size, atOnce }: Cell, known: readonly Point[]): number {
  const line = lineThrough(known);
  if (!line) return atOnce * (known[0]?.seconds ?? 0);
  return atOnce * (line.perObject + size / (line.rate ?? Number.POSITIVE_INFINITY));
}
