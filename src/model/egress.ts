/** What bytes to the internet cost. See docs/model.md, section "Bills". */
import type { StorageClass } from '../catalog/storage-class.ts';
import { tieredCost, tiersOf } from './tiered-price.ts';

/** By month of a bill: bytes to the internet, and the mean of the bytes that are stored. */
export interface MonthlyEgress {
  readonly leaving: Float64Array;
  readonly stored: Float64Array;
}

/**
 * Cost of the bytes that leave in a month: those above the free multiple of what is stored, by
 * tiers.
 *
 * @example egressCost(b2, 4000e9, 1000e9) // 10: 3000 GB are free
 */
export function egressCost(
  { egress, freeEgress }: StorageClass,
  bytes: number,
  stored: number,
): number {
  return tieredCost(Math.max(0, bytes - (freeEgress?.value ?? 0) * stored), tiersOf(egress));
}

/**
 * What so many more bytes in one month would add to the bill, on the mean of all months.
 *
 * @example
 * extraEgressCost(s3, 102_400 * GIB, { leaving: Float64Array.of(0), stored: Float64Array.of(0) })
 * // 10 240 * 0.09 + 40 960 * 0.085 + 51 200 * 0.07 = 7987.20
 */
export function extraEgressCost(
  of: StorageClass,
  bytes: number,
  { leaving, stored }: MonthlyEgress,
): number {
  if (bytes === 0) return 0;
  let sum = 0;
  for (let month = 0; month < leaving.length; month++) {
    const [left = 0, held = 0] = [leaving[month], stored[month]];
    sum += egressCost(of, left + bytes, held) - egressCost(of, left, held);
  }
  return sum / leaving.length;
}
