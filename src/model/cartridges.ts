/**
 * The cartridges of a tape library over time. Backup sets are written one behind the other and may
 * span cartridges. A cartridge becomes free only when all sets on it have expired. See
 * docs/model.md, section "Cartridges".
 */
import { cartridgesFor } from './cartridge-count.ts';
import { type CartridgePool, type CartridgeSpan, lengthen } from './cartridge-pool.ts';

const NONE = -1;

/**
 * Whether the next set is appended to the open cartridge.
 *
 * @example continues(newPool({ capacity: 18e12, slots: 2 })) // false: none is open
 */
export const continues = (pool: CartridgePool): boolean =>
  !pool.newCartridgeEachSet && pool.left > 0;

/**
 * Number of further cartridges that a set of so many bytes begins.
 *
 * @example begun(newPool({ capacity: 18e12, slots: 3 }), 40e12) // 3
 */
export function begun(pool: CartridgePool, bytes: number): number {
  if (bytes <= 0) return 0;
  if (continues(pool)) return cartridgesFor(bytes - pool.left, pool.capacity);
  return Math.max(1, cartridgesFor(bytes, pool.capacity));
}

/**
 * Whether there is space for a set of so many bytes.
 *
 * @example isRoom(newPool({ capacity: 18e12, slots: 2 }), 40e12) // false
 */
export function isRoom(pool: CartridgePool, bytes: number): boolean {
  return begun(pool, bytes) <= pool.slots - pool.inUse;
}

/**
 * Writes a set to the open cartridge, then to free ones; used cartridges are taken before new ones.
 * The span returned belongs to the pool and is valid until the next call, so that nothing is
 * allocated. The span of a set without bytes is empty.
 *
 * @param now when that is, in whatever the caller counts
 * @throws RangeError if there is no space; check with `isRoom` first.
 * @example
 * const pool = newPool({ capacity: 18e12, slots: 79 });
 * write(pool, 40e12) // { first: 0, last: 2, blanks: 3 }
 */
export function write(
  pool: CartridgePool,
  bytes: number,
  now = Number.NaN,
): Readonly<CartridgeSpan> {
  const { span } = pool;
  span.blanks = 0;
  span.first = pool.places;
  span.last = pool.places - 1;
  if (bytes <= 0) return span;
  if (!isRoom(pool, bytes)) throw new RangeError(`no room for ${bytes} bytes`);
  let toBegin = begun(pool, bytes);
  if (!continues(pool)) {
    begin(pool, now);
    toBegin -= 1;
  }
  span.first = pool.open;
  let rest = bytes;
  for (; toBegin > 0; toBegin -= 1) {
    rest -= pool.left;
    put(pool, pool.left);
    begin(pool, now);
  }
  put(pool, rest);
  span.last = pool.open;
  pool.kept += bytes;
  return span;
}

/** Opens a free cartridge: a used one if there is any, otherwise a new one. */
function begin(pool: CartridgePool, now: number): void {
  let cartridge = pool.everUsed;
  if (pool.scratchCount > 0) {
    cartridge = pool.scratch[pool.scratchFrom] ?? NONE;
    pool.scratchFrom = (pool.scratchFrom + 1) % pool.scratch.length;
    pool.scratchCount -= 1;
  } else {
    if (cartridge === pool.mounts.length) lengthen(pool);
    pool.firstUsed[cartridge] = now;
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

/** Writes bytes of a set to the open cartridge; an excess over what is left there is rounding. */
function put(pool: CartridgePool, bytes: number): void {
  const cartridge = cartridgeOf(pool, pool.open);
  pool.written[cartridge] = (pool.written[cartridge] ?? 0) + bytes;
  pool.mounts[cartridge] = (pool.mounts[cartridge] ?? 0) + 1;
  pool.sets[cartridge] = (pool.sets[cartridge] ?? 0) + 1;
  pool.left = Math.max(0, pool.left - bytes);
}

/**
 * The cartridge at a place, as an index from 0 into `mounts` and `written`.
 *
 * @throws RangeError if no set is kept at that place.
 * @example pool.mounts[cartridgeOf(pool, span.first)]
 */
export function cartridgeOf(pool: CartridgePool, place: number): number {
  const cartridge = pool.cartridgeAt[place] ?? NONE;
  if (cartridge === NONE || place >= pool.places) throw new RangeError(`nothing at place ${place}`);
  return cartridge;
}

/**
 * Expires a set. Each cartridge that holds no other kept set becomes free, including the open one:
 * it is written again from its beginning.
 *
 * @param first, last its span, as returned by `write`
 * @param bytes its bytes
 * @throws RangeError if the set was released before.
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
  pool.scratch[(pool.scratchFrom + pool.scratchCount) % pool.scratch.length] = cartridge;
  pool.scratchCount += 1;
  pool.inUse -= 1;
  if (place === pool.open) {
    pool.open = NONE;
    pool.left = 0;
  }
}
