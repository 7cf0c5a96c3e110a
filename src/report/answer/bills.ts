import { BILL_LINES, type BillLine } from '../../model/bill.ts';
import { costLines } from '../../simulation/plan/cost-lines.ts';
import type { Plan } from '../../simulation/plan/plan.ts';
import { estimate } from '../../stats/estimate.ts';
import type { Figures } from '../../study/figures.ts';
import { dayOf, monthOf } from '../../units/calendar.ts';
import type { CostResult } from '../result/cost.ts';

/** Three years, as the calendar may have them. */
const THREE_YEARS = 1096 * 86_400;
/** Three years of 365 days: no horizon of three years is shorter. */
const SHORTEST = 1095 * 86_400;

/** The bill of every month of each object store. */
export function billsOf({ stores, months, calendar }: Plan, figures: readonly Figures[]) {
  return stores.flatMap(({ name: store }, index): CostResult['bills'] => {
    if (!figures.some(({ bills }) => bills[index])) return [];
    return Array.from({ length: months.length - 1 }, (_, month) => {
      const lines = BILL_LINES.flatMap((line, place) => {
        const at = month * BILL_LINES.length + place;
        const amounts = figures.map(({ bills }) => bills[index]?.[at] ?? 0);
        return amounts.some((amount) => amount > 0) ? [{ line, amount: estimate(amounts) }] : [];
      });
      const totals = figures.map(({ bills }) => sumOf(bills[index] ?? null, month));
      const number = monthOf(dayOf(calendar.toLocal(months[month] as number)));
      return { store, month: nameOf(number), lines, total: estimate(totals) };
    });
  });
}

/** The sum of some months of a bill, from one up to, not including, another; 0 without a bill. */
export const monthsOfBill = (bill: Float64Array | null, from: number, until: number): number =>
  (bill ?? new Float64Array())
    .subarray(from * BILL_LINES.length, until * BILL_LINES.length)
    .reduce((sum, amount) => sum + amount, 0);

const sumOf = (bill: Float64Array | null, month: number): number =>
  monthsOfBill(bill, month, month + 1);

/** A month of the calendar, of which January of year 0 has the number 0: `2026-01`. */
const nameOf = (month: number): string =>
  `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`;

/**
 * What the first three years of the horizon cost in each future: the bills of their months, so that
 * what comes once counts once, and three times what everything else costs a year. Null where the
 * horizon is shorter: what comes later is not known.
 */
export function threeYearsOf(plan: Plan, figures: readonly Figures[]): number[] | null {
  if (plan.end - plan.start < SHORTEST) return null;
  const billed = new Set<string>(BILL_LINES satisfies readonly BillLine[]);
  const others = costLines(plan).map(({ line }) => !billed.has(line));
  return figures.map(({ costs, bills }) => {
    const yearly = costs.reduce((sum, cost, index) => sum + (others[index] ? cost : 0), 0);
    return bills.reduce((sum, bill) => sum + firstYears(plan, bill), 3 * yearly);
  });
}

/** The months of a bill up to three years from the start; of the last one its share. */
function firstYears({ start, end, months }: Plan, bill: Float64Array | null): number {
  if (!bill) return 0;
  let sum = 0;
  for (let month = 0; month < months.length - 1; month++) {
    const from = Math.max(start, months[month] as number);
    const until = Math.min(end, months[month + 1] as number);
    const within = Math.min(until, start + THREE_YEARS) - from;
    if (within > 0) sum += (sumOf(bill, month) * within) / (until - from);
  }
  return sum;
}
