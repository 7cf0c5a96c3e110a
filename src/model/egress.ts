/** What bytes to the internet cost. See docs/model.md, section "Bills". */
import type { StorageClass } from '../catalog/storage-class.ts';
import type { OpenBill } from './open-bill.ts';
import { shareOf, tieredCost, tiersOf } from './tiered-price.ts';

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

/** What the egress of a class costs, as text. Classes of which it is the same share their tiers. */
const known = new WeakMap<StorageClass, string>();

/**
 * The terms on which bytes leave a class. Within an account, stores with the same terms share tiers and
 * what is free.
 *
 * @example egressTermsOf(s3Standard) === egressTermsOf(s3DeepArchive) // true
 */
export function egressTermsOf(of: StorageClass): string {
  const before = known.get(of);
  if (before !== undefined) return before;
  const terms = JSON.stringify([tiersOf(of.egress), of.freeEgress?.value ?? 0]);
  known.set(of, terms);
  return terms;
}

/**
 * Adds the egress of each month to the bills of one account: each pays its share of what all bytes
 * cost that leave on the same terms.
 *
 * @param stored by bill: mean bytes that are stored in each month.
 */
export function billEgress(opened: readonly OpenBill[], stored: readonly Float64Array[]): void {
  const terms = opened.map(({ use }) => egressTermsOf(use.class));
  for (const [index, { use, months, leaving }] of opened.entries()) {
    for (const [month, lines] of months.entries()) {
      const own = leaving[month] ?? 0;
      if (own === 0) continue;
      const over = (of: (other: number) => number): number =>
        terms.reduce((sum, term, other) => sum + (term === terms[index] ? of(other) : 0), 0);
      const out = over((other) => opened[other]?.leaving[month] ?? 0);
      const held = over((other) => stored[other]?.[month] ?? 0);
      lines.egress += shareOf(egressCost(use.class, out, held), own, out);
    }
  }
}
