import { unitPrice } from '../../catalog/unit-price.ts';
import { extraEgressCost, type MonthlyEgress } from '../../model/egress.ts';
import { listsFor, objectsFor } from '../../model/object-requests.ts';
import { retrievalCost, thawedCost } from '../../model/retrieval.ts';
import { objectBytesOf } from '../engine/size/object-bytes.ts';
import type { State } from '../engine/state.ts';
import { type CloudPlan, classOf, tierFor } from '../plan/cloud.ts';
import type { StorePlan } from '../plan/plan.ts';
import type { Impact } from './impact.ts';

/**
 * Expected cost per year of restores from an object store: retrieval, thawed copies, requests, and
 * the egress that they add to the other egress of a month. Workloads that a disaster takes together
 * come back in one month, so they share its tiers and what is free.
 */
export function restoresOf(
  { plan, protections }: State,
  store: number,
  impacts: readonly Impact[],
  bill: MonthlyEgress | null | undefined,
): number {
  const { cloud } = plan.stores[store] as StorePlan;
  if (!cloud || !bill) return 0;
  const here = protections.filter(({ policy }) => policy.store === store);
  const objectBytes = new Map(
    here.map((one) => [one.workload, objectBytesOf(one, cloud.objectSize)]),
  );
  let sum = 0;
  for (const [disaster, { perYear, scope }] of plan.disasters.entries()) {
    const own = impacts.filter((one) => one.disaster === disaster && one.takesData);
    const isEachAlone = scope.kind === 'workload' || scope.kind === 'corruption';
    for (const together of isEachAlone ? own.map((one) => [one]) : [own]) {
      sum += perYear * restoreCost({ cloud, store, bill, objectBytes }, together) * cloud.worth;
    }
  }
  return sum;
}

/** A store that is restored from, and by workload how large its objects are. */
interface Restored {
  readonly cloud: CloudPlan;
  readonly store: number;
  readonly bill: MonthlyEgress;
  readonly objectBytes: ReadonlyMap<number, number>;
}

/**
 * Expected cost of one restore of the workloads of some impacts: that of a whole restore, times the
 * share of the time in which there is a point to restore. What is shared goes by the mean share.
 */
function restoreCost(
  { cloud, store, bill, objectBytes }: Restored,
  impacts: readonly Impact[],
): number {
  const { get, freeGets, list, freeLists } = cloud.class;
  let sum = 0;
  const leaving = { whole: 0, expected: 0 };
  const gets = { whole: 0, expected: 0 };
  for (const impact of impacts) {
    const restored = 1 - impact.unprotected;
    const out = impact.leaving[store] as number;
    leaving.whole += out;
    leaving.expected += restored * out;
    for (const [stay, bytes] of (impact.fromClasses[store] as Float64Array).entries()) {
      if (bytes === 0) continue;
      const from = classOf(cloud, stay);
      const objects = objectsFor(bytes, objectBytes.get(impact.workload) ?? cloud.objectSize);
      const read = { bytes, objects, tier: tierFor(cloud, from) };
      const thawed = thawedCost(from, bytes, cloud.thawedFor);
      sum += restored * (retrievalCost(from, read) + thawed + objects * unitPrice(from.get));
      gets.whole += objects;
      gets.expected += restored * objects;
    }
  }
  const lists = Math.max(0, listsFor(gets.whole) - (freeLists?.value ?? 0));
  const forNothing = Math.min(gets.whole, freeGets?.value ?? 0);
  const requests = lists * unitPrice(list) - forNothing * unitPrice(get);
  const egress = extraEgressCost(cloud.class, leaving.whole, bill);
  return sum + meanShare(gets) * requests + meanShare(leaving) * egress;
}

const meanShare = ({ whole, expected }: { readonly whole: number; readonly expected: number }) =>
  whole > 0 ? expected / whole : 0;
