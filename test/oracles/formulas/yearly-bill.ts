import { type Bill, sumOfBills } from '../../../src/model/bill.ts';
import type { BillMonths } from '../../../src/model/bill-months.ts';

/**
 * One bill for each calendar year, in order.
 *
 * @param bills one bill for each month
 * @example billsByYear(bill.months, months) // [{ year: 2026, lines: { storage: …, … }, total: … }, …]
 */
export function billsByYear(
  bills: readonly Bill[],
  months: BillMonths,
): readonly (Bill & { readonly year: number })[] {
  const years = [...new Set(bills.map((_, index) => yearOf(months, index)))];
  return years.map((year) => ({
    year,
    ...sumOfBills(bills.filter((_, index) => yearOf(months, index) === year)),
  }));
}

/**
 * The calendar year of a month.
 *
 * @param index position among the months, from 0
 * @example yearOf(billMonths('UTC', 0, 1), 0) // 1970
 */
export const yearOf = ({ first }: Pick<BillMonths, 'first'>, index: number): number =>
  Math.floor((first + index) / 12);
