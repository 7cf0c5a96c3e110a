import type { Chain } from '../../chain/chain.ts';
import { type RowPool, type Rows, takeSlots } from '../../chain/rows.ts';
import { WINDOWS, type Windows } from '../../chain/windows.ts';
import { copyFields, defineInts, defineNumbers, type Place } from './place.ts';

// After the last event it is still asked which points are within an age of `now`.
const NUMBERS = [
  'stored',
  'written',
  'deleted',
  'moved',
  'now',
] as const satisfies readonly (keyof Chain)[];
const INTS = ['serial', 'seen', 'fulls'] as const satisfies readonly (keyof Chain)[];
const ROWS = ['first', 'step', 'slots', 'head', 'count'] as const satisfies readonly (keyof Rows)[];

/** The rows of one chain in the pool of all chains' rows. */
class PackedRows {
  readonly pool: RowPool;
  readonly ints: Int32Array;
  intsAt: number;

  constructor(pool: RowPool, { ints, intsAt }: Place) {
    this.pool = pool;
    this.ints = ints;
    this.intsAt = intsAt;
  }

  get data(): Float64Array {
    return this.pool.data;
  }

  get kinds(): Uint8Array {
    return this.pool.kinds;
  }

  get reasons(): Int32Array {
    return this.pool.reasons;
  }
}

/** The windows of a chain whose keep rules slide. */
class PackedWindows implements Windows {
  readonly rules: Uint8Array;
  readonly ends: Int32Array;
  intsAt: number;

  constructor(rules: Uint8Array, { ints, intsAt }: Place) {
    this.rules = rules;
    this.ends = ints;
    this.intsAt = intsAt;
  }

  get at(): number {
    return this.intsAt + 2 * WINDOWS_FROM;
  }
}

/**
 * A chain with its numbers at a location. What is used within one event only stays in the object.
 */
class PackedChain implements Place {
  readonly data: Float64Array;
  readonly ints: Int32Array;
  at: number;
  intsAt: number;
  readonly rows: Rows;
  readonly sizes: Chain['sizes'];
  readonly style: Chain['style'];
  readonly rules: Chain['rules'];
  readonly windows: Windows | null;
  readonly merges: boolean;
  readonly clones: boolean;
  readonly gfs: Chain['gfs'];
  peak = 0;
  removable = 0;
  readonly work: Chain['work'];
  readonly history: Chain['history'];
  readonly shelf: Chain['shelf'];
  readonly segments: Chain['segments'];
  readonly archiveFulls: Rows;

  constructor(like: Chain, place: Place, pool: RowPool) {
    this.data = place.data;
    this.ints = place.ints;
    this.at = place.at;
    this.intsAt = place.intsAt;
    this.rows = new PackedRows(pool, place) as unknown as Rows;
    this.sizes = like.sizes;
    this.style = like.style;
    this.rules = like.rules;
    this.windows = like.windows && new PackedWindows(like.windows.rules, place);
    this.merges = like.merges;
    this.clones = like.clones;
    this.gfs = like.gfs;
    this.work = like.work;
    this.history = like.history;
    this.shelf = like.shelf;
    this.segments = like.segments;
    this.archiveFulls = like.archiveFulls;
  }
}

const ROWS_FROM = defineInts(PackedChain, INTS, defineNumbers(PackedChain, NUMBERS, 0));
const WINDOWS_FROM = defineInts(PackedRows, ROWS, ROWS_FROM);
/** Size of a chain's numbers in floats; they come first in a location. */
export const CHAIN_WIDTH = WINDOWS_FROM + Math.ceil(WINDOWS / 2);

/** A chain at a location, in the state of a chain that has no points yet. */
export function packedChain(like: Chain, place: Place, pool: RowPool): Chain {
  const chain = new PackedChain(like, place, pool) as unknown as Chain;
  copyFields(like, chain, [...NUMBERS, ...INTS]);
  takeSlots(chain.rows, pool);
  return chain;
}

/** A cursor for chains like this one. */
export const chainCursor = (like: Chain): Chain => {
  const chain = like as unknown as PackedChain;
  return new PackedChain(like, chain, chain.rows.pool as RowPool) as unknown as Chain;
};

/** Moves a chain cursor to the location of another chain of its kind. */
export function moveChainCursor(moving: Chain, at: number): void {
  const chain = moving as unknown as PackedChain;
  const intsAt = 2 * at;
  chain.at = at;
  chain.intsAt = intsAt;
  (chain.rows as unknown as PackedRows).intsAt = intsAt;
  if (chain.windows) (chain.windows as PackedWindows).intsAt = intsAt;
}
