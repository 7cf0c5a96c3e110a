/** How many cartridges and slots kept backups need. See docs/model.md, section "Cartridges". */

/**
 * Bytes of a cartridge that data can have: `capacity * (1 - overhead)`.
 *
 * @param overhead share that labels, marks and bad spots take, 0 where not given
 * @example usableCapacity(200e9, 0.1) // 180e9
 */
export function usableCapacity(capacity: number, overhead = 0): number {
  return capacity * (1 - overhead);
}

/** A rest this small, as a share of a cartridge, is rounding and needs no further one. */
const ROUNDING = 1e-9;

/**
 * Cartridges for bytes that span from one to the next: `bytes / capacity`, rounded up.
 *
 * @param capacity usable bytes of a cartridge
 * @example cartridgesFor(1e12, 180e9) // 6
 */
export function cartridgesFor(bytes: number, capacity: number): number {
  return Math.max(0, Math.ceil(bytes / capacity - ROUNDING));
}

/**
 * Cartridges for sets written one after the other. Sets that are appended share cartridges; sets
 * that each begin a new one waste the rest of the last.
 *
 * @param sets bytes of each set
 * @param capacity usable bytes of a cartridge
 * @example
 * cartridgesForSets([100e9, 100e9, 100e9], 180e9, 'append') // 2
 * cartridgesForSets([100e9, 100e9, 100e9], 180e9, 'new') // 3
 */
export function cartridgesForSets(
  sets: readonly number[],
  capacity: number,
  each: 'append' | 'new',
): number {
  const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0);
  if (each === 'append') return cartridgesFor(sum(sets), capacity);
  return sum(sets.map((bytes) => cartridgesFor(bytes, capacity)));
}

/**
 * Room left on so many cartridges, as a share of the bytes on them: `n * capacity / bytes - 1`.
 *
 * @param capacity usable bytes of a cartridge
 * @example cartridgeMargin(6, 180e9, 1e12) // 0.08
 */
export function cartridgeMargin(cartridges: number, capacity: number, bytes: number): number {
  return (cartridges * capacity - bytes) / bytes;
}

/**
 * Cartridges when older sets are kept beside the current one: `perSet * (1 + older)`.
 *
 * @example cartridgesKept(9, 2) // 27
 */
export function cartridgesKept(perSet: number, older: number): number {
  return perSet * (1 + older);
}

/**
 * Slots that a library is short of; 0 where it has enough.
 *
 * @param cartridges cartridges with data that have to be inside
 * @param slots slots of the library
 * @param cleaning slots that hold cartridges for cleaning
 * @example missingSlots(27, 20, 1) // 8
 */
export function missingSlots(cartridges: number, slots: number, cleaning = 0): number {
  return Math.max(0, cartridges - (slots - cleaning));
}
