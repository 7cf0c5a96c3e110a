import { costLines } from '../../simulation/plan/cost-lines.ts';
import type { Plan, StrategyPlan } from '../../simulation/plan/plan.ts';
import { storesUsed } from '../../simulation/plan/stores-used.ts';
import { type Estimate, estimate } from '../../stats/estimate.ts';
import type { DisasterFigures } from '../../study/disaster-figures.ts';
import type { Figures } from '../../study/figures.ts';
import type { StrategyResult, Unpriced } from '../result/result.ts';
import { billsOf, threeYearsOf } from './bills.ts';
import { answerDates } from './dates.ts';

const TERABYTE = 1e12;

/** What a strategy costs a year; null where nothing has a price. What is free has one. */
export function costOf(
  plan: Plan,
  figures: readonly Figures[],
  unpriced: readonly Unpriced[],
): StrategyResult['cost'] {
  const lines = costLines(plan).flatMap(({ line, store }, index) => {
    const amounts = figures.map(({ costs }) => costs[index] ?? 0);
    if (amounts.every((amount) => amount === 0)) return [];
    const name = store === null ? null : (plan.stores[store]?.name ?? null);
    return [{ line, store: name, perYear: estimate(amounts) }];
  });
  const penalties = figures.map((one) => penaltiesOf(plan, one));
  const isNothing = lines.length === 0 && penalties.every((one) => one === 0);
  if (isNothing && unpriced.length > 0) return null;
  const totals = figures.map(yearlyCost);
  return {
    currency: plan.cost.currency,
    lines,
    complete: unpriced.length === 0,
    total: estimate(totals),
    penalties: estimate(penalties),
    allLost: plan.cost.allLost.every((price) => price === null)
      ? null
      : estimate(figures.map((one) => yearly(plan, one, ({ allLost }) => allLost))),
    expected: estimate(totals.map((total, index) => total + (penalties[index] as number))),
    ...inThreeYears(plan, figures),
    perTerabyte: estimate(
      totals.map((total, index) => total / (protectedBytes(figures[index]) / TERABYTE)),
    ),
    bills: billsOf(plan, figures),
  };
}

function inThreeYears(plan: Plan, figures: readonly Figures[]) {
  const totals = threeYearsOf(plan, figures);
  return {
    threeYears: totals && estimate(totals),
    noThreeYears: totals ? null : 'the horizon is shorter: write horizon: 3 years',
  };
}

/** The sum of all lines of one future. */
export const yearlyCost = ({ costs }: Figures): number => costs.reduce((sum, one) => sum + one, 0);

const protectedBytes = (figures: Figures | undefined): number =>
  (figures?.sizes ?? []).reduce(
    (sum, { start, end }) => sum + (Number.isNaN(start) ? 0 : (start + end) / 2),
    0,
  );

/** Work that stands still, work that is lost and what is wholly lost, each at its price. */
const penaltiesOf = (plan: Plan, figures: Figures): number =>
  yearly(
    plan,
    figures,
    ({ outage, workLost, allLost }) =>
      outage * plan.cost.outage + workLost * plan.cost.lostData + allLost,
  );

/** The sum over the disasters that take data, as often as they come in a year. */
const yearly = (
  { disasters }: Plan,
  figures: Figures,
  of: (one: DisasterFigures) => number,
): number =>
  figures.disasters.reduce(
    (sum, one) => (one.takesData ? sum + (disasters[one.disaster]?.perYear ?? 0) * of(one) : sum),
    0,
  );

/** What has to be bought when, in stores that may grow. */
export function purchasesOf(plan: Plan, figures: readonly Figures[]): StrategyResult['purchases'] {
  return plan.stores.flatMap(({ name, cost, ceiling }, store) => {
    const most = figures.reduce(
      (largest, { bought }) => Math.max(largest, bought[store]?.length ?? 0),
      0,
    );
    return Array.from({ length: most }, (_, number) => {
      const at = figures.map(({ bought }) => bought[store]?.[number] ?? Number.NaN);
      return {
        store: name,
        number: number + 1,
        bytes: cost.step * ceiling,
        neededOn: answerDates(at),
        orderBy: answerDates(at.map((instant) => instant - cost.lead)),
        price: cost.stepPrice,
      };
    });
  });
}

/** Cartridges by tape library that the strategy writes to. */
export const cartridgesOf = (
  { stores }: Plan,
  { policies }: StrategyPlan,
  figures: readonly Figures[],
): StrategyResult['cartridges'] => {
  const used = storesUsed(policies);
  return stores.flatMap(({ name, tape }, store) => {
    if (!tape || !used.has(store)) return [];
    const over = (pick: 'everUsed' | 'mostInUse' | 'passes'): Estimate =>
      estimate(figures.map(({ cartridges }) => cartridges[store]?.[pick] ?? 0));
    return [
      {
        store: name,
        slots: tape.slots,
        everUsed: over('everUsed'),
        mostInUse: over('mostInUse'),
        passes: over('passes'),
      },
    ];
  });
};
