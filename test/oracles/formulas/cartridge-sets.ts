import { cartridgesFor } from '../../../src/model/cartridge-count.ts';

/**
 * Usable bytes of a cartridge: `capacity * (1 - overhead)`.
 *
 * @param overhead share taken by labels, marks and bad spots; default 0
 * @example usableCapacity(200e9, 0.1) // 180e9
 */
export function usableCapacity(capacity: number, overhead = 0): number {
  return capacity * (1 - overhead);
}

/**
 * Cartridges for sets written one after the other. Appended sets share cartridges (`append`). If
 * each set begins a new cartridge (`new`), the rest of its last one stays unused.
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
 * Free capacity of so many cartridges, as a share of the bytes on them: `n * capacity / bytes - 1`.
 *
 * @param capacity usable bytes of a cartridge
 * @example cartridgeMargin(6, 180e9, 1e12) // 0.08
 */
export function cartridgeMargin(cartridges: number, capacity: number, bytes: number): number {
  return (cartridges * capacity - bytes) / bytes;
}

/**
 * Cartridges for the current set and so many older ones: `perSet * (1 + older)`.
 *
 * @example cartridgesKept(9, 2) // 27
 */
export function cartridgesKept(perSet: number, older: number): number {
  return perSet * (1 + older);
}

/**
 * Number of slots that a library lacks; 0 if it has enough.
 *
 * @param cartridges data cartridges that must be inside
 * @param slots slots of the library
 * @param cleaning slots occupied by cleaning cartridges
 * @example missingSlots(27, 20, 1) // 8
 */
export function missingSlots(cartridges: number, slots: number, cleaning = 0): number {
  return Math.max(0, cartridges - (slots - cleaning));
}
