/**
 * The places of a set, from its first to its last cartridge. Places number cartridges in the order
 * of writing.
 */
export interface CartridgeSpan {
  /** a place is counted each time a cartridge is begun; `last` is below `first` for an empty set */
  first: number;
  last: number;
  /** number of new cartridges among them */
  blanks: number;
}

/** The state of the cartridges. Only the functions of `cartridges.ts` change it. */
export interface CartridgePool {
  /** usable bytes of a cartridge */
  readonly capacity: number;
  /** number of slots, which is the highest number of cartridges */
  readonly slots: number;
  /** whether each set begins a new cartridge; otherwise it is appended to the previous set */
  readonly newCartridgeEachSet: boolean;
  /** bytes of sets that are kept, and of sets that have expired */
  kept: number;
  freed: number;
  /** number of cartridges ever written, in use now, and in use at the peak */
  everUsed: number;
  inUse: number;
  mostInUse: number;
  /** by cartridge: number of mounts for writing, and bytes written */
  mounts: Uint32Array;
  written: Float64Array;
  /** by cartridge: when it was first written, as told to `write` */
  firstUsed: Float64Array;
  /** by cartridge: number of kept sets on it */
  sets: Uint32Array;
  /** place at which writing continues, and bytes left there; `open` is below 0 if none is open */
  open: number;
  left: number;
  /** by place: the cartridge; -1 once it is free again */
  cartridgeAt: Int32Array;
  places: number;
  /** free cartridges that were used before, in a ring buffer, first in first out */
  scratch: Int32Array;
  scratchFrom: number;
  scratchCount: number;
  /** the object that `write` returns each time */
  readonly span: CartridgeSpan;
}

/** The properties of a pool. */
export interface PoolOptions {
  readonly capacity: number;
  readonly slots: number;
  readonly newCartridgeEachSet?: boolean;
}

/** Cartridges that a pool has arrays for at first: they grow as cartridges are begun. */
const FIRST_CARTRIDGES = 64;

/**
 * A pool of new cartridges.
 *
 * @param options usable bytes of a cartridge, number of slots, and whether sets share cartridges
 * @example const pool = newPool({ capacity: 18e12, slots: 79 });
 */
export function newPool(options: PoolOptions): CartridgePool {
  const { capacity, slots, newCartridgeEachSet = false } = options;
  const length = Math.min(slots, FIRST_CARTRIDGES);
  return {
    capacity,
    slots,
    newCartridgeEachSet,
    kept: 0,
    freed: 0,
    everUsed: 0,
    inUse: 0,
    mostInUse: 0,
    mounts: new Uint32Array(length),
    written: new Float64Array(length),
    firstUsed: new Float64Array(length),
    sets: new Uint32Array(length),
    open: -1,
    left: 0,
    cartridgeAt: new Int32Array(64),
    places: 0,
    scratch: new Int32Array(length),
    scratchFrom: 0,
    scratchCount: 0,
    span: { first: 0, last: -1, blanks: 0 },
  };
}

/** Doubles the arrays by cartridge. Only where a new cartridge is begun: the ring is empty then. */
export function lengthen(pool: CartridgePool): void {
  const length = Math.min(pool.slots, 2 * pool.mounts.length);
  const { mounts, written, firstUsed, sets } = pool;
  pool.mounts = new Uint32Array(length);
  pool.written = new Float64Array(length);
  pool.firstUsed = new Float64Array(length);
  pool.sets = new Uint32Array(length);
  pool.mounts.set(mounts);
  pool.written.set(written);
  pool.firstUsed.set(firstUsed);
  pool.sets.set(sets);
  pool.scratch = new Int32Array(length);
  pool.scratchFrom = 0;
}
