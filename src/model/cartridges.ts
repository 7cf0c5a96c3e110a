/**
 * Cartridges of a library over time. Sets are written one behind the other and span cartridges; a
 * cartridge comes free only when all sets on it have expired. See docs/model.md, "Cartridges".
 */
import { cartridgesFor } from './cartridge-count.ts';

/** Places that a set has: from its first to its last cartridge in the order of writing. */
export interface CartridgeSpan {
  /** counts every time that a cartridge was begun; the last is below the first where nothing is */
  first: number;
  last: number;
  /** cartridges among them that were new */
  blanks: number;
}

/** The state of the cartridges; change it with the functions of this file alone. */
export interface CartridgePool {
  /** usable bytes of a cartridge */
  readonly capacity: number;
  /** cartridges that there is room for */
  readonly slots: number;
  /** whether a set begins a cartridge of its own, or is appended to the one before */
  readonly newCartridgeEachSet: boolean;
  /** bytes of sets that have not expired, and of those that have */
  kept: number;
  freed: number;
  /** cartridges that were ever written, and that hold a set now; the most that ever did */
  everUsed: number;
  inUse: number;
  mostInUse: number;
  /** how often each cartridge was mounted to be written, and the bytes that were */
  readonly mounts: Uint32Array;
  readonly written: Float64Array;
  /** kept sets on each cartridge */
  readonly sets: Uint32Array;
  /** place that writing goes on at, and the bytes left there; below 0 where none is begun */
  open: number;
  left: number;
  /** cartridge of each place in the order of writing */
  cartridgeAt: Int32Array;
  places: number;
  /** free cartridges that were used before, in a ring: who came free first goes first */
  readonly scratch: Int32Array;
  scratchFrom: number;
  scratchCount: number;
  /** what `write` gives back, again and again */
  readonly span: CartridgeSpan;
}

/** What a pool is made of. */
export interface PoolOptions {
  readonly capacity: number;
  readonly slots: number;
  readonly newCartridgeEachSet?: boolean;
}

const NONE = -1;

/**
 * A pool of new cartridges.
 *
 * @param options usable bytes of a cartridge, and the cartridges there is room for
 * @example const pool = newPool({ capacity: 18e12, slots: 79 });
 */
export function newPool(options: PoolOptions): CartridgePool {
  const { capacity, slots, newCartridgeEachSet = false } = options;
  return {
    capacity,
    slots,
    newCartridgeEachSet,
    kept: 0,
    freed: 0,
    everUsed: 0,
    inUse: 0,
    mostInUse: 0,
    mounts: new Uint32Array(slots),
    written: new Float64Array(slots),
    sets: new Uint32Array(slots),
    open: NONE,
    left: 0,
    cartridgeAt: new Int32Array(64),
    places: 0,
    scratch: new Int32Array(slots),
    scratchFrom: 0,
    scratchCount: 0,
    span: { first: 0, last: NONE, blanks: 0 },
  };
}

/**
 * Whether a set goes on where the one before it ended.
 *
 * @example continues(newPool({ capacity: 18e12, slots: 2 })) // false: none is open
 */
export const continues = (pool: CartridgePool): boolean =>
  !pool.newCartridgeEachSet && pool.left > 0;

/**
 * Cartridges that have to be begun for a set of so many bytes.
 *
 * @example begun(newPool({ capacity: 18e12, slots: 3 }), 40e12) // 3
 */
export function begun(pool: CartridgePool, bytes: number): number {
  if (bytes <= 0) return 0;
  if (continues(pool)) return cartridgesFor(bytes - pool.left, pool.capacity);
  return Math.max(1, cartridgesFor(bytes, pool.capacity));
}

/**
 * Whether a set of so many bytes can be written.
 *
 * @example isRoom(newPool({ capacity: 18e12, slots: 2 }), 40e12) // false
 */
export function isRoom(pool: CartridgePool, bytes: number): boolean {
  return begun(pool, bytes) <= pool.slots - pool.inUse;
}

/**
 * Writes a set: on the cartridge that is open, and then on free ones, those used before first. The
 * span that is given back is the pool's own and good until the next call, so that nothing is
 * allocated for it. A set without bytes has an empty span.
 *
 * @throws RangeError where there is no room: ask `isRoom` before.
 * @example
 * const pool = newPool({ capacity: 18e12, slots: 79 });
 * write(pool, 40e12) // { first: 0, last: 2, blanks: 3 }
 */
export function write(pool: CartridgePool, bytes: number): Readonly<CartridgeSpan> {
  const { span } = pool;
  span.blanks = 0;
  span.first = pool.places;
  span.last = pool.places - 1;
  if (bytes <= 0) return span;
  if (!isRoom(pool, bytes)) throw new RangeError(`no room for ${bytes} bytes`);
  let toBegin = begun(pool, bytes);
  if (!continues(pool)) {
    begin(pool);
    toBegin -= 1;
  }
  span.first = pool.open;
  let rest = bytes;
  for (; toBegin > 0; toBegin -= 1) {
    rest -= pool.left;
    put(pool, pool.left);
    begin(pool);
  }
  put(pool, rest);
  span.last = pool.open;
  pool.kept += bytes;
  return span;
}

/** Opens a free cartridge: one that was used before, or else a new one. */
function begin(pool: CartridgePool): void {
  let cartridge = pool.everUsed;
  if (pool.scratchCount > 0) {
    cartridge = pool.scratch[pool.scratchFrom] ?? NONE;
    pool.scratchFrom = (pool.scratchFrom + 1) % pool.slots;
    pool.scratchCount -= 1;
  } else {
    pool.everUsed += 1;
    pool.span.blanks += 1;
  }
  if (pool.places === pool.cartridgeAt.length) {
    const longer = new Int32Array(2 * pool.places);
    longer.set(pool.cartridgeAt);
    pool.cartridgeAt = longer;
  }
  pool.open = pool.places;
  pool.cartridgeAt[pool.open] = cartridge;
  pool.places += 1;
  pool.left = pool.capacity;
  pool.inUse += 1;
  pool.mostInUse = Math.max(pool.mostInUse, pool.inUse);
}

/** Bytes of one set on the open cartridge; a rest above what is left there is rounding. */
function put(pool: CartridgePool, bytes: number): void {
  const cartridge = cartridgeOf(pool, pool.open);
  pool.written[cartridge] = (pool.written[cartridge] ?? 0) + bytes;
  pool.mounts[cartridge] = (pool.mounts[cartridge] ?? 0) + 1;
  pool.sets[cartridge] = (pool.sets[cartridge] ?? 0) + 1;
  pool.left = Math.max(0, pool.left - bytes);
}

/**
 * The cartridge at a place of a span, from 0; to look up its `mounts` and `written`.
 *
 * @throws RangeError where nothing is kept at that place.
 * @example pool.mounts[cartridgeOf(pool, span.first)]
 */
export function cartridgeOf(pool: CartridgePool, place: number): number {
  const cartridge = pool.cartridgeAt[place] ?? NONE;
  if (cartridge === NONE || place >= pool.places) throw new RangeError(`nothing at place ${place}`);
  return cartridge;
}

/**
 * A set has expired. Every cartridge on which it was the last one comes free, also the one that is
 * open: it will be written anew from its beginning.
 *
 * @param first, last its span, as `write` gave it
 * @param bytes its bytes
 * @throws RangeError where the set had been released before.
 * @example release(pool, 0, 2, 40e12)
 */
export function release(pool: CartridgePool, first: number, last: number, bytes: number): void {
  for (let place = first; place <= last; place += 1) {
    const cartridge = cartridgeOf(pool, place);
    const others = (pool.sets[cartridge] ?? 0) - 1;
    pool.sets[cartridge] = others;
    if (others === 0) free(pool, place, cartridge);
  }
  pool.kept -= bytes;
  pool.freed += bytes;
}

function free(pool: CartridgePool, place: number, cartridge: number): void {
  pool.cartridgeAt[place] = NONE;
  pool.scratch[(pool.scratchFrom + pool.scratchCount) % pool.slots] = cartridge;
  pool.scratchCount += 1;
  pool.inUse -= 1;
  if (place === pool.open) {
    pool.open = NONE;
    pool.left = 0;
  }
}
