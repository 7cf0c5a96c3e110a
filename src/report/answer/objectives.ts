import type { Plan } from '../../simulation/plan/plan.ts';
import { estimate } from '../../stats/estimate.ts';
import { shareInterval } from '../../stats/share-interval.ts';
import type { Figures } from '../../study/figures.ts';
import type { ObjectiveResult } from '../result/result.ts';
import { yearlyCost } from './cost.ts';

const YEAR = 365 * 86400;
/** An objective counts as met where it is met in this share of the trials. */
const SURE_ENOUGH = 0.95;
/** Rounding on the way must not break a promise that is kept exactly. */
const ROUNDING = 1e-9;

interface Judge {
  readonly name: ObjectiveResult['name'];
  readonly limit: number | undefined;
  readonly value: (figures: Figures) => number;
  readonly least?: true;
}

/** The most that ever lay in a store ÷ what it can hold, with what had to be bought. */
export function fillOf({ stores }: Plan, { byStore, bought }: Figures, store: number): number {
  const { capacity = Infinity, cost } = stores[store] ?? {};
  return (byStore.peak[store] ?? 0) / (capacity + (bought[store]?.length ?? 0) * (cost?.step ?? 0));
}

/** What came of a promise in every future: how much it was, and 1 where it was kept, else 0. */
interface Promised extends Pick<ObjectiveResult, 'name' | 'limit'> {
  readonly values: readonly number[];
  readonly kept: Uint8Array;
}

/** Compares each promise with what came of it in every future, in the order of the trials. */
export function promisesOf(plan: Plan, figures: readonly Figures[]): Promised[] {
  const { objectives } = plan;
  const judges: Judge[] = [
    { name: 'rpo', limit: objectives.rpo, value: (figures) => rpoOf(plan, figures) },
    {
      name: 'rto',
      limit: objectives.rto,
      value: rtoOf,
    },
    {
      name: 'window',
      limit: objectives.window,
      // Without a window every night fits; a warning says that there is nothing to fit.
      value: ({ fits }) => fits ?? Infinity,
      least: true,
    },
    {
      name: 'fill',
      limit: objectives.fill,
      value: (one) =>
        plan.stores.reduce((most, _, store) => Math.max(most, fillOf(plan, one, store)), 0),
    },
    {
      name: 'cost',
      // Stated a second inside, judged and shown a year.
      limit: objectives.cost === undefined ? undefined : objectives.cost * YEAR,
      value: yearlyCost,
    },
  ];
  return judges.flatMap(({ name, limit, value, least }) => {
    if (limit === undefined) return [];
    const values = figures.map(value);
    const kept = Uint8Array.from(values, (one) =>
      (least ? one >= limit * (1 - ROUNDING) : one <= limit * (1 + ROUNDING)) ? 1 : 0,
    );
    return [{ name, limit, values, kept }];
  });
}

/** Judges each promise, and says how sure that is: one future says nothing of the others. */
export const objectivesOf = (plan: Plan, figures: readonly Figures[]): ObjectiveResult[] =>
  promisesOf(plan, figures).map(({ name, limit, values, kept }) => {
    const share = kept.reduce((sum, one) => sum + one, 0) / kept.length;
    return {
      name,
      limit,
      value: values.every(Number.isFinite) ? estimate(values) : null,
      share,
      probability: kept.length > 1 ? shareInterval(kept) : null,
      met: share >= SURE_ENOUGH,
    };
  });

/**
 * The longest gap between points, also between those that a disaster leaves. Damage that was there
 * for long before it showed is no fault of the schedule, and is not judged by it.
 */
const rpoOf = ({ disasters }: Plan, figures: Figures): number =>
  figures.disasters.reduce((most, { disaster, takesData, gap }) => {
    const kind = disasters[disaster]?.scope.kind;
    const isJudged = takesData && kind !== 'corruption' && kind !== 'online';
    return isJudged ? Math.max(most, gap) : most;
  }, figures.rpo);

/** The longest restore of a kept point, and the longest way back after a disaster. */
const rtoOf = (figures: Figures): number =>
  figures.disasters.reduce(
    (most, { takesData, seconds }) =>
      takesData ? Math.max(most, seconds?.worst ?? Infinity) : most,
    figures.recovery.worst?.seconds ?? Infinity,
  );
