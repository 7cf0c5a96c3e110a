import type { Plan, StorePlan } from '../../../simulation/plan/plan.ts';
import { estimate } from '../../../stats/estimate.ts';
import type { Material } from '../../result/cost.ts';
import { answerDates } from '../dates.ts';
import type { Lot } from './lots.ts';

/** The bill of materials, in the order in which it is bought. */
export function materialsOf({ stores }: Plan, lots: readonly Lot[]): Material[] {
  const first = ({ at }: Lot): number =>
    at.reduce(
      (least, instant) => (Number.isNaN(instant) ? least : Math.min(least, instant)),
      Infinity,
    );
  return [...lots]
    .sort((a, b) => first(a) - first(b))
    .map(({ store, item, number, price, bytes, power, rackUnits, at }) => {
      const { name, cost } = stores[store] as StorePlan;
      return {
        store: name,
        item,
        number: estimate(number),
        bytes,
        neededOn: answerDates(at),
        orderBy: answerDates(at.map((instant) => instant - cost.lead)),
        price: price && estimate(price),
        power,
        rackUnits,
      };
    });
}
