/** What a bill is made of. See docs/model.md, section "Bills". */
import { type BillMonths, yearOf } from './bill-months.ts';

/** The lines of a bill for object storage, in the order people are shown. */
export const BILL_LINES = [
  'storage',
  'overhead',
  'monitoring',
  'requests',
  'upload',
  'transition',
  'earlyDeletion',
  'retrieval',
  'egress',
  'replication',
] as const;

/** One of the lines. */
export type BillLine = (typeof BILL_LINES)[number];

/** An amount of money for each line. */
export type BillLines = Readonly<Record<BillLine, number>>;

/** A bill for a stretch of time: its lines, and their sum. */
export interface Bill {
  readonly lines: BillLines;
  readonly total: number;
}

/** Lines that are still being added up. */
export type OpenLines = Record<BillLine, number>;

/**
 * Lines with nothing on them yet.
 *
 * @example emptyLines().storage // 0
 */
export const emptyLines = (): OpenLines => ({
  storage: 0,
  overhead: 0,
  monitoring: 0,
  requests: 0,
  upload: 0,
  transition: 0,
  earlyDeletion: 0,
  retrieval: 0,
  egress: 0,
  replication: 0,
});

/**
 * Closes a bill: the total is the sum of its lines. They are written out here and below, for a name
 * that changes from turn to turn is looked up every time.
 *
 * @example billOf({ ...emptyLines(), storage: 2, egress: 1 }).total // 3
 */
export const billOf = (lines: BillLines): Bill => ({
  lines,
  total:
    lines.storage +
    lines.overhead +
    lines.monitoring +
    lines.requests +
    lines.upload +
    lines.transition +
    lines.earlyDeletion +
    lines.retrieval +
    lines.egress +
    lines.replication,
});

/**
 * One bill for several.
 *
 * @example sumOfBills([january, february]).total // what both cost
 */
export function sumOfBills(bills: readonly Bill[]): Bill {
  const sum = emptyLines();
  for (const { lines } of bills) {
    sum.storage += lines.storage;
    sum.overhead += lines.overhead;
    sum.monitoring += lines.monitoring;
    sum.requests += lines.requests;
    sum.upload += lines.upload;
    sum.transition += lines.transition;
    sum.earlyDeletion += lines.earlyDeletion;
    sum.retrieval += lines.retrieval;
    sum.egress += lines.egress;
    sum.replication += lines.replication;
  }
  return billOf(sum);
}

/**
 * The bills of calendar years, the first one first.
 *
 * @param bills one for each of the months
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
