import { expect, it } from 'vitest';
import { BILL_LINES, type BillLines, billOf, sumOfBills } from '../../src/model/bill.ts';

/** The first line is 1, and each of the others ten times the one before. */
const digits = Object.fromEntries(
  BILL_LINES.map((line, place) => [line, 10 ** place]),
) as unknown as BillLines;

it('the total of a bill has every line once', () => {
  expect(billOf(digits)).toEqual({ lines: digits, total: 11_111_111_111 });
});

it('bills are summed up line by line', () => {
  const twice = Object.fromEntries(Object.entries(digits).map(([line, one]) => [line, 2 * one]));
  expect(sumOfBills([billOf(digits), billOf(digits)])).toEqual({
    lines: twice,
    total: 22_222_222_222,
  });
  expect(sumOfBills([]).total).toBe(0);
});
