/** The least that an account is billed for. See docs/model.md, section "Bills". */
import { unitPrice } from '../catalog/unit-price.ts';
import type { OpenLines } from './bill.ts';
import type { OpenBill } from './open-bill.ts';
import { shareOf } from './tiered-price.ts';

/**
 * Adds to the overhead of each month what lacks of the least amount that an account is billed for in a
 * class: the least bytes at the first price for the part of the month that is billed, less what is
 * stored. What was deleted early is billed beside it. Each of several stores pays in proportion to what
 * it stores; where nothing is stored, all the same. Source: Wasabi, how the monthly minimum storage
 * charge works.
 *
 * @param opened bills of one account, with all lines of stored bytes
 * @example
 * // A month of 30 days in which 750 of 1024 GiB are stored, at 5.99 / 1024 a GiB: 1.60 more.
 * addLeastBills([openBill({ class: wasabi, boundaries, until, segments, partBytes })])
 */
export function addLeastBills(opened: readonly OpenBill[]): void {
  const names = new Set(
    opened.flatMap(({ use }) => (use.class.leastStored ? [use.class.name] : [])),
  );
  for (const name of names) {
    const all = opened.filter(({ use }) => use.class.name === name);
    const [first] = all;
    for (let month = 0; month < (first?.months.length ?? 0); month++) addLeast(all, month);
  }
}

/** Adds what lacks in one month to bills of one class. */
function addLeast(all: readonly OpenBill[], month: number): void {
  const [first] = all;
  if (!first) return;
  const { class: of, boundaries, from = 0, until } = first.use;
  const [begin = 0, next = 0] = [boundaries[month], boundaries[month + 1]];
  const seconds = Math.max(0, Math.min(until, next) - Math.max(from, begin));
  const price = (of.leastStored?.value ?? 0) * unitPrice(of.storage[0]?.price);
  const least = (price * seconds) / (of.month?.value ?? next - begin);
  const kept = all.map(({ months }) => keptIn(months[month]));
  const sum = kept.reduce((total, one) => total + one, 0);
  const lacks = Math.max(0, least - sum);
  for (const [index, { months }] of all.entries()) {
    const lines = months[month];
    if (!lines) continue;
    lines.overhead += sum > 0 ? shareOf(lacks, kept[index], sum) : lacks / all.length;
  }
}

const keptIn = (lines: OpenLines | undefined): number =>
  (lines?.storage ?? 0) + (lines?.overhead ?? 0);
