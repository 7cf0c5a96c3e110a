import { BILL_LINES, type BillLine } from '../../../model/bill.ts';
import { costLines } from '../../../simulation/plan/cost-lines.ts';
import type { Plan, StorePlan, StrategyPlan } from '../../../simulation/plan/plan.ts';
import { storesUsed } from '../../../simulation/plan/stores-used.ts';
import { estimate } from '../../../stats/estimate.ts';
import type { Figures } from '../../../study/figures.ts';
import type { CashYear } from '../../result/cost.ts';
import { monthsOfBill } from '../bills.ts';
import type { Lot } from './lots.ts';
import { yearsOf } from './years.ts';

const YEAR = 365 * 86_400;

/**
 * What is paid in each year of the calendar: what is bought, in the year in which it is needed; and
 * what comes again: bills of their months, and everything else evenly over the horizon.
 */
export function cashOf(
  plan: Plan,
  { policies }: StrategyPlan,
  figures: readonly Figures[],
  lots: readonly Lot[],
): CashYear[] {
  const used = [...storesUsed(policies)];
  const contracts = used.reduce((sum, store) => sum + (plan.stores[store]?.cost.yearly ?? 0), 0);
  const evenly = figures.map((one) => evenlyPaid(plan, one) + contracts);
  return yearsOf(plan).map(({ year, from, until, firstMonth, endMonth }) => {
    const once = figures.map((_, future) =>
      lots.reduce((sum, { at, price }) => {
        const instant = at[future] as number;
        return instant >= from && instant < until ? sum + (price?.[future] ?? 0) : sum;
      }, 0),
    );
    const running = figures.map(
      ({ bills }, future) =>
        (evenly[future] as number) * (until - from) +
        bills.reduce((sum, bill) => sum + monthsOfBill(bill, firstMonth, endMonth), 0),
    );
    const total = once.map((amount, future) => amount + (running[future] as number));
    return {
      year,
      bought: estimate(once),
      running: estimate(running),
      total: estimate(total),
    };
  });
}

/** Per second: what is neither bought nor in a bill; and cartridges in place of worn-out ones. */
function evenlyPaid(plan: Plan, { costs, cartridges }: Figures): number {
  const apart = new Set<string>([...(BILL_LINES satisfies readonly BillLine[]), 'devices']);
  const perYear = costLines(plan).reduce(
    (sum, { line }, index) => (apart.has(line) ? sum : sum + (costs[index] as number)),
    0,
  );
  // The first of each cartridge is bought; the line of media has it, spread over the horizon.
  const blanks = plan.stores.reduce(
    (sum, { cost }: StorePlan, store) => sum + (cartridges[store]?.everUsed ?? 0) * cost.cartridge,
    0,
  );
  // Where nothing else is paid, rounding may leave less than nothing.
  return Math.max(0, perYear / YEAR - blanks / (plan.end - plan.start));
}
