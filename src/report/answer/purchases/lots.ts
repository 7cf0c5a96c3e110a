import type { EnclosurePlan, StoreCost } from '../../../simulation/plan/cost.ts';
import type { Plan, StorePlan, StrategyPlan } from '../../../simulation/plan/plan.ts';
import { storesUsed } from '../../../simulation/plan/stores-used.ts';
import type { Figures } from '../../../study/figures.ts';
import { addSpan } from '../../../units/calendar.ts';
import type { Material } from '../../result/cost.ts';
import { yearsOf } from './years.ts';

const YEAR = 365 * 86_400;

/**
 * Something of one kind that is bought for a store at one time; lists have an entry for each future.
 *
 * @property price of all of it; null where it has none.
 * @property at the instant at which it is needed; NaN where it never is.
 */
export interface Lot {
  readonly store: number;
  readonly item: Material['item'];
  readonly number: readonly number[];
  readonly price: readonly number[] | null;
  readonly bytes: number | null;
  readonly power: number | null;
  readonly rackUnits: number | null;
  readonly at: readonly number[];
}

/** All that is bought for a strategy: on day one, when it is full, and when its life is over. */
export function lotsOf(
  plan: Plan,
  { policies }: StrategyPlan,
  figures: readonly Figures[],
): readonly Lot[] {
  const used = storesUsed(policies);
  return plan.stores.flatMap((store, index) => {
    if (!used.has(index)) return [];
    return [
      ...dayOne(plan, store).flatMap((lot) =>
        livesFrom(plan, store.cost, plan.start).map((instant) => ({
          ...lot,
          store: index,
          number: figures.map(() => lot.count),
          price: lot.price === null ? null : figures.map(() => lot.price as number),
          at: figures.map(() => instant),
        })),
      ),
      ...expansions(plan, index, figures),
      ...cartridges(plan, index, figures),
    ];
  });
}

/**
 * Instants at which what is bought at one instant is bought, the first time and then again. Whole years are
 * those of the calendar, as the horizon is: what lives for five years is not bought twice in five.
 */
function livesFrom({ end, calendar: { zone } }: Plan, { life }: StoreCost, from: number): number[] {
  const years = life / YEAR;
  const instants = [from];
  for (let number = 1; ; number++) {
    const next = Number.isInteger(years)
      ? addSpan(from, { amount: number * years, unit: 'years' }, zone)
      : from + number * life;
    if (next >= end) return instants;
    instants.push(next);
  }
}

interface DayOne extends Omit<Lot, 'store' | 'number' | 'price' | 'at'> {
  readonly count: number;
  readonly price: number | null;
}

/** What a store is made of on day one. An object store is rented. */
function dayOne({ cost: { energy } }: Plan, store: StorePlan): readonly DayOne[] {
  const { kind, cost, capacity, ceiling, tape } = store;
  const { drives, drive, once, unpriced, enclosure } = cost;
  const lacks = (part: string): boolean => unpriced.some((one) => one.part === part);
  // A power that nobody knows counts as none; it is looked for only where energy has a price.
  const power = lacks('energy') || (cost.power === 0 && energy === 0) ? null : cost.power;
  const rackUnits = enclosure && unitsFor(enclosure, enclosure.filled);
  const of = { count: 1, bytes: null, power: null, rackUnits: null };
  const bytes = Number.isFinite(capacity) ? capacity * ceiling : null;
  if (tape) {
    const price = lacks('library') ? null : once;
    return [
      { ...of, item: 'library', price, power, rackUnits },
      ...(drives > 0
        ? [{ ...of, item: 'drives' as const, count: drives, price: drives * drive }]
        : []),
    ];
  }
  const total = lacks('devices') ? null : drives * drive + once;
  if (kind === 'cloud' && !total) return [];
  const item = drives > 0 ? 'drives' : 'devices';
  return [{ ...of, item, count: Math.max(1, drives), price: total, bytes, power, rackUnits }];
}

const unitsFor = ({ places, rackUnits }: EnclosurePlan, filled: number): number =>
  Math.ceil(filled / places) * rackUnits;

/** Drives, or slots with cartridges, that are bought whenever the store is full. */
function expansions(plan: Plan, store: number, figures: readonly Figures[]): readonly Lot[] {
  const { cost, ceiling, tape } = plan.stores[store] as StorePlan;
  const { step, stepNumber, stepPower, stepPrice, enclosure } = cost;
  const most = figures.reduce((all, { bought }) => Math.max(all, bought[store]?.length ?? 0), 0);
  return Array.from({ length: most }, (_, number): Lot => {
    const filled = (enclosure?.filled ?? 0) + number * stepNumber;
    return {
      store,
      item: tape ? 'slots' : 'drives',
      number: figures.map(() => stepNumber),
      // The cartridges in the slots are bought once they are written.
      price: tape ? figures.map(() => 0) : stepPrice === null ? null : figures.map(() => stepPrice),
      bytes: step * ceiling,
      power: stepPower > 0 ? stepPower : null,
      rackUnits:
        enclosure && unitsFor(enclosure, filled + stepNumber) - unitsFor(enclosure, filled),
      at: figures.map(({ bought }) => bought[store]?.[number] ?? Number.NaN),
    };
  });
}

/** Cartridges by the calendar year in which they are first written. */
function cartridges(plan: Plan, store: number, figures: readonly Figures[]): readonly Lot[] {
  const { tape, cost } = plan.stores[store] as StorePlan;
  if (!tape) return [];
  const isPriced = !cost.unpriced.some(({ part }) => part === 'cartridges');
  return yearsOf(plan).flatMap(({ from, until }): Lot[] => {
    const number = figures.map(
      (one) =>
        one.cartridges[store]?.firstUsed.filter((at) => at >= from && at < until).length ?? 0,
    );
    if (number.every((count) => count === 0)) return [];
    return [
      {
        store,
        item: 'cartridges',
        number,
        price: isPriced ? number.map((count) => count * cost.cartridge) : null,
        bytes: null,
        power: null,
        rackUnits: null,
        at: number.map((count) => (count > 0 ? from : Number.NaN)),
      },
    ];
  });
}
