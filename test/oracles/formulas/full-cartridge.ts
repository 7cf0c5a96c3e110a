/**
 * Seconds to write or read a whole cartridge, without handling.
 *
 * @example fullCartridgeSeconds(18e12, 400e6) // 45000, which is 12.5 h
 */
export function fullCartridgeSeconds(capacity: number, rate: number): number {
  return capacity / rate;
}
