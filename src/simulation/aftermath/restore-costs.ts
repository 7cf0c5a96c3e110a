import { unitPrice } from '../../catalog/unit-price.ts';
import { extraEgressCost, type MonthlyEgress } from '../../model/egress.ts';
import { listsFor, objectsFor } from '../../model/object-requests.ts';
import { retrievalCost, thawedCost } from '../../model/retrieval.ts';
import { type CloudPlan, classOf, tierFor } from '../plan/cloud.ts';
import type { Plan, StorePlan } from '../plan/plan.ts';
import type { Impact } from './impact.ts';

/**
 * Expected cost per year of restores from an object store: retrieval, thawed copies, requests, and
 * the egress that they add to the other egress of a month. Workloads that a disaster takes together
 * come back in one month, so they share its tiers and what is free.
 */
export function restoresOf(
  plan: Plan,
  store: number,
  impacts: readonly Impact[],
  bill: MonthlyEgress | null | undefined,
): number {
  const { cloud } = plan.stores[store] as StorePlan;
  if (!cloud || !bill) return 0;
  let sum = 0;
  for (const [disaster, { perYear, scope }] of plan.disasters.entries()) {
    const own = impacts.filter((one) => one.disaster === disaster && one.takesData);
    const isEachAlone = scope.kind === 'workload' || scope.kind === 'corruption';
    for (const together of isEachAlone ? own.map((one) => [one]) : [own]) {
      sum += perYear * restoreCost(cloud, together, store, bill) * cloud.worth;
    }
  }
  return sum;
}

/** Cost of one restore of the workloads of some impacts. */
function restoreCost(
  cloud: CloudPlan,
  impacts: readonly Impact[],
  store: number,
  bill: MonthlyEgress,
): number {
  let sum = 0;
  let leaving = 0;
  let gets = 0;
  for (const impact of impacts) {
    // Bytes are those read while a good point is left; without one nothing is restored.
    const restored = 1 - impact.unprotected;
    leaving += restored * (impact.leaving[store] as number);
    for (const [stay, read] of (impact.fromClasses[store] as Float64Array).entries()) {
      const bytes = restored * read;
      if (bytes === 0) continue;
      const from = classOf(cloud, stay);
      const objects = objectsFor(bytes, cloud.objectSize);
      sum += retrievalCost(from, { bytes, objects, tier: tierFor(cloud, from) });
      sum += thawedCost(from, bytes, cloud.thawedFor) + objects * unitPrice(from.get);
      gets += objects;
    }
  }
  const { get, freeGets, list, freeLists } = cloud.class;
  const lists = Math.max(0, listsFor(gets) - (freeLists?.value ?? 0));
  sum += lists * unitPrice(list) - Math.min(gets, freeGets?.value ?? 0) * unitPrice(get);
  return sum + extraEgressCost(cloud.class, leaving, bill);
}
