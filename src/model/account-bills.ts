/**
 * The bills of object stores, month by month, those of one account together. See docs/model.md,
 * section "Bills".
 */
import { type Bill, billOf, sumOfBills } from './bill.ts';
import { billEgress, type MonthlyEgress } from './egress.ts';
import { addLeastBills } from './least-bill.ts';
import { type OpenBill, openBill } from './open-bill.ts';
import type { TierTotals } from './stay-buckets.ts';
import type { StoreUse } from './store-use.ts';

/** The bill of each month and their sum, in one currency. */
export interface StoreBill extends Bill, MonthlyEgress {
  readonly currency: string;
  readonly months: readonly Bill[];
}

/**
 * Computes the bills of stores under one account of a provider in one region, in the same currency
 * and over the same months. They share the tiers of what lies in one class, the tiers of egress and
 * what is free of it, and a least bill; each pays in proportion to what it has of it. Stored bytes are
 * integrated over each month, and the month's mean is priced by tiers.
 *
 * @throws RangeError if a class has another currency or lacks a named retrieval tier; both are
 *   bugs.
 * @example
 * // Two halves cost what the whole costs.
 * accountBills([half, half]).reduce((sum, { total }) => sum + total, 0)
 */
export function accountBills(uses: readonly StoreUse[]): readonly StoreBill[] {
  const opened = uses.map(openBill);
  const totals = new Map<string, TierTotals>();
  for (const { buckets, use } of opened) {
    for (const [index, each] of buckets.entries()) {
      each.close(totals, index === 0 ? use.free : null);
    }
  }
  for (const { buckets, months } of opened) {
    for (const each of buckets) each.bill(months, totals);
  }
  addLeastBills(opened);
  const stored = opened.map(storedIn);
  billEgress(opened, stored);
  return opened.map(({ use, months, leaving }, index) => {
    const bills = months.map(billOf);
    return {
      currency: use.class.currency,
      months: bills,
      leaving,
      stored: stored[index] as Float64Array,
      ...sumOfBills(bills),
    };
  });
}

/** Mean bytes that a store holds in each month, in all classes. */
function storedIn({ buckets, months }: OpenBill): Float64Array {
  const means = Array.from(buckets, (each) => each.means());
  return Float64Array.from(months, (_, month) =>
    means.reduce((sum, each) => sum + (each[month] ?? 0), 0),
  );
}

/**
 * The bill of two parts of one store.
 *
 * @example sumOfStoreBills(small, large).total // what both cost
 */
export function sumOfStoreBills(one: StoreBill, other: StoreBill): StoreBill {
  const months = one.months.map((bill, month) => sumOfBills([bill, other.months[month] ?? bill]));
  return {
    ...one,
    ...sumOfBills(months),
    months,
    leaving: one.leaving.map((bytes, month) => bytes + (other.leaving[month] ?? 0)),
    stored: one.stored.map((bytes, month) => bytes + (other.stored[month] ?? 0)),
  };
}
