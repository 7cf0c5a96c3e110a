/**
 * Numbers of cartridges and slots that kept backups need. See docs/model.md, section "Cartridges".
 */

/** A remainder up to this share of a cartridge is rounding and needs no further cartridge. */
const ROUNDING = 1e-9;

/**
 * Cartridges for one set of bytes that may span several: `bytes / capacity`, rounded up.
 *
 * @param capacity usable bytes of a cartridge
 * @example cartridgesFor(1e12, 180e9) // 6
 */
export function cartridgesFor(bytes: number, capacity: number): number {
  return Math.max(0, Math.ceil(bytes / capacity - ROUNDING));
}
