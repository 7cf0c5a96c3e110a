import type { PriceBook } from '../../catalog/price-book.ts';
import { type Checked, inOrder } from '../../problem.ts';
import { kindOf } from '../language/declare.ts';
import { priceBook } from '../price-book.ts';
import { fromIssues } from './from-issue.ts';
import { pathOf } from './locator.ts';
import { bookFaults } from './price-book-faults.ts';
import { parseSource } from './source.ts';

/**
 * Parses a price book (YAML or JSON). Pure.
 *
 * @returns the book, or every problem with place, path and hint.
 *
 * @example
 * readPriceBook('as-of: 2026-01-31\ncurrency: USD\n…', 'prices.yaml') // { ok: true, value: { asOf: '2026-01-31', … } }
 */
export function readPriceBook(text: string, fileName: string): Checked<PriceBook> {
  const source = parseSource(text, fileName, 'write as-of, currency and prices');
  if (source.problems.length > 0) return { ok: false, problems: source.problems };
  const raw = source.value;
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) {
    const message = `is not a price book but ${kindOf(raw)}`;
    const hint = 'it should hold as-of, currency and prices';
    return { ok: false, problems: [{ path: '', message, hint, place: source.place([]) }] };
  }
  const result = priceBook.safeParse(raw);
  const faults = bookFaults(raw as Readonly<Record<string, unknown>>);
  if (result.success && faults.length === 0) {
    const { 'as-of': asOf, source: from = fileName, ...rest } = result.data;
    return { ok: true, value: { asOf, source: from, ...rest } as PriceBook };
  }
  const problems = [
    ...fromIssues(result.error?.issues ?? [], source),
    ...faults.map(({ steps, ...problem }) => ({
      path: pathOf(steps),
      ...problem,
      place: source.place(steps),
    })),
  ];
  return { ok: false, problems: inOrder(problems) };
}
