import {
  begun,
  type CartridgePool,
  continues,
  isRoom,
  release,
  write,
} from '../../model/cartridges.ts';
import { type Arena, take, takeInts } from '../arena.ts';

/** On which cartridges the points of one chain lie, by the number of their run. */
export interface Shelf {
  readonly pool: CartridgePool;
  readonly first: Int32Array;
  readonly last: Int32Array;
  /** Bytes that lie there; 0: nothing does. */
  readonly bytes: Float64Array;
}

/** An empty shelf for the points of so many runs. */
export const newShelf = (pool: CartridgePool, runs: number, arena: Arena): Shelf => ({
  pool,
  first: takeInts(arena, runs),
  last: takeInts(arena, runs),
  bytes: take(arena, runs),
});

/** Cartridges that a job of so many bytes handles, and new ones among them. */
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

/** Cartridges in use once so many bytes more have been written. */
export const cartridgesWith = ({ pool }: Shelf, bytes: number): number =>
  pool.inUse + begun(pool, bytes);

/** Sets room on cartridges aside for the point of a run; false where there is none. */
export function shelve({ pool, first, last, bytes }: Shelf, run: number, size: number): boolean {
  if (!isRoom(pool, size)) return false;
  const span = write(pool, size);
  first[run] = span.first;
  last[run] = span.last;
  bytes[run] = size;
  return true;
}

/** Gives back what the point of a run takes, if it takes anything. */
export function unshelve({ pool, first, last, bytes }: Shelf, run: number): void {
  const size = bytes[run] as number;
  if (size === 0) return;
  release(pool, first[run] as number, last[run] as number, size);
  bytes[run] = 0;
}
