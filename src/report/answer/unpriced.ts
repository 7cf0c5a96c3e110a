import type { Plan, StrategyPlan } from '../../simulation/plan/plan.ts';
import { storesUsed } from '../../simulation/plan/stores-used.ts';
import type { Figures } from '../../study/figures.ts';
import type { ObjectiveResult, Unpriced } from '../result/result.ts';

/** What a strategy uses that has no price: by store, and people. */
export function unpricedOf(
  { stores, cost }: Plan,
  { policies }: StrategyPlan,
  figures: readonly Figures[],
): readonly Unpriced[] {
  const used = storesUsed(policies);
  const ofStores = stores.flatMap(({ name, cost: { unpriced } }, store) => {
    if (!used.has(store)) return [];
    const isPaid: Partial<Record<Unpriced['part'], boolean>> = {
      // Without a price of energy nobody asks what power costs.
      energy: cost.energy > 0,
      purchases: figures.some(({ bought }) => (bought[store]?.length ?? 0) > 0),
    };
    return unpriced.flatMap(({ part, currency }) =>
      isPaid[part] === false ? [] : [{ store: name, part, currency }],
    );
  });
  const lacksStaff = cost.staff === null && cost.staffShare > 0;
  return [
    ...ofStores,
    ...(lacksStaff ? [{ store: null, part: 'people' as const, currency: null }] : []),
  ];
}

/**
 * Objectives beside what has no price: a cost that the priced part keeps may be broken by the rest.
 * One that the priced part breaks is broken.
 */
export const objectivesWithout = (
  unpriced: readonly Unpriced[],
  objectives: readonly ObjectiveResult[],
): ObjectiveResult[] =>
  objectives.map((objective) =>
    objective.name === 'cost' && objective.met && unpriced.length > 0
      ? {
          ...objective,
          // Where nothing has a price there is no part of the sum to show.
          value: objective.value?.mean === 0 ? null : objective.value,
          share: 0,
          probability: null,
          met: false,
          undecided: `not priced: ${lackingPrice(unpriced).join(', ')}`,
        }
      : objective,
  );

/** What lacks a price, each once: stores by name, and the time of people. */
export const lackingPrice = (unpriced: readonly Unpriced[]): readonly string[] => [
  ...new Set(unpriced.map(({ store }) => store ?? 'staff time')),
];

const WORDS: Readonly<Record<Unpriced['part'], string>> = {
  devices: 'devices',
  library: 'the library itself',
  purchases: 'drives bought later',
  cartridges: 'media',
  courier: 'courier',
  energy: 'energy',
  people: 'people',
};

/** A part in words, those of the lines of cost. */
export const partInWords = ({ part }: Pick<Unpriced, 'part'>): string => WORDS[part];
