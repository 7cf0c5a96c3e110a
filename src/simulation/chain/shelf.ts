import type { CartridgePool } from '../../model/cartridge-pool.ts';
import { begun, continues, isRoom, release, write } from '../../model/cartridges.ts';
import { type Arena, take, takeInts } from '../arena.ts';

/**
 * The cartridges that hold the points of one chain, by run number. `first` and `last` are those of
 * a `CartridgeSpan`.
 */
export interface Shelf {
  readonly pool: CartridgePool;
  readonly first: Int32Array;
  readonly last: Int32Array;
  /** Bytes stored; 0 for a point without cartridges. */
  readonly bytes: Float64Array;
}

/** A shelf for so many runs, before the first of them. */
export const newShelf = (pool: CartridgePool, runs: number, arena: Arena): Shelf => ({
  pool,
  first: takeInts(arena, runs),
  last: takeInts(arena, runs),
  bytes: take(arena, runs),
});

/**
 * Number of cartridges that a job handles, number of new ones among them, and whether writing
 * continues on the cartridge that is already open.
 */
export function handled(
  { pool }: Shelf,
  bytes: number,
): { readonly cartridges: number; readonly blanks: number; readonly goesOn: boolean } {
  const more = begun(pool, bytes);
  const goesOn = continues(pool);
  return {
    cartridges: more + (goesOn ? 1 : 0),
    blanks: Math.max(0, more - pool.scratchCount),
    goesOn,
  };
}

/** Number of cartridges in use after so many more bytes have been written. */
export const cartridgesWith = ({ pool }: Shelf, bytes: number): number =>
  pool.inUse + begun(pool, bytes);

/**
 * Writes the point of a run to cartridges; returns false, and writes nothing, if space is missing.
 */
export function shelve(
  { pool, first, last, bytes }: Shelf,
  run: number,
  size: number,
  now: number,
): boolean {
  if (!isRoom(pool, size)) return false;
  const span = write(pool, size, now);
  first[run] = span.first;
  last[run] = span.last;
  bytes[run] = size;
  return true;
}

/** Releases the cartridge space of the point of a run, if it has any. */
export function unshelve({ pool, first, last, bytes }: Shelf, run: number): void {
  const size = bytes[run] as number;
  if (size === 0) return;
  release(pool, first[run] as number, last[run] as number, size);
  bytes[run] = 0;
}
