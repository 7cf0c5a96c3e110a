import { unitPrice } from '../../../catalog/unit-price.ts';
import { egressTermsOf, extraEgressCost, type MonthlyEgress } from '../../../model/egress.ts';
import { listsFor, objectsFor } from '../../../model/object-requests.ts';
import { retrievalCost, thawedCost } from '../../../model/retrieval.ts';
import { shareOf } from '../../../model/tiered-price.ts';
import { objectBytesOf } from '../../engine/size/object-bytes.ts';
import type { State } from '../../engine/state.ts';
import { type CloudPlan, classOf, tierFor } from '../../plan/cloud.ts';
import type { Impact } from '../impact.ts';

/**
 * By store, expected cost per year of restores from object stores: retrieval, thawed copies, requests,
 * and the egress that they add to the other egress of a month. Workloads that a disaster takes together
 * come back in one month, so they share the tiers of an account and what is free there.
 *
 * @param bills by store: what leaves without restores; null for a store that is not used.
 */
export function restoresOf(
  state: State,
  impacts: readonly Impact[],
  bills: readonly (MonthlyEgress | null)[],
): Float64Array {
  const { plan } = state;
  const perYear = new Float64Array(plan.stores.length);
  for (const account of plan.accounts) {
    const stores = account.flatMap((store) => restoredFrom(state, store, bills[store]));
    for (const [disaster, { perYear: often, scope }] of plan.disasters.entries()) {
      const own = impacts.filter((one) => one.disaster === disaster && one.takesData);
      const isEachAlone = scope.kind === 'workload' || scope.kind === 'corruption';
      for (const together of isEachAlone ? own.map((one) => [one]) : [own]) {
        const reads = stores.map((store) => readFrom(store, together));
        for (const read of reads) {
          const { store, cloud } = read.from;
          perYear[store] =
            (perYear[store] as number) + often * restoreCost(read, reads) * cloud.worth;
        }
      }
    }
  }
  return perYear;
}

/** A store that is restored from, and by workload how large its objects are. */
interface Restored {
  readonly cloud: CloudPlan;
  readonly store: number;
  readonly bill: MonthlyEgress;
  readonly objectBytes: ReadonlyMap<number, number>;
}

function restoredFrom(
  { plan, protections }: State,
  store: number,
  bill: MonthlyEgress | null | undefined,
): Restored[] {
  const cloud = plan.stores[store]?.cloud;
  if (!cloud || !bill) return [];
  const here = protections.filter(({ policy }) => policy.store === store);
  const objectBytes = new Map(
    here.map((one) => [one.workload, objectBytesOf(one, cloud.objectSize)]),
  );
  return [{ cloud, store, bill, objectBytes }];
}

/** Of a whole restore, and in expectation: times the share of the time with a point to restore. */
interface Amount {
  whole: number;
  expected: number;
}

/** What one restore reads from one store. */
interface Read {
  readonly from: Restored;
  /** Expected cost of what has no tiers and is never free. */
  readonly cost: number;
  readonly gets: Amount;
  readonly leaving: Amount;
}

/** What a restore of the workloads of some impacts reads from a store. */
function readFrom(from: Restored, impacts: readonly Impact[]): Read {
  const { cloud, store, objectBytes } = from;
  let cost = 0;
  const leaving = { whole: 0, expected: 0 };
  const gets = { whole: 0, expected: 0 };
  for (const impact of impacts) {
    const restored = 1 - impact.unprotected;
    const out = impact.leaving[store] as number;
    leaving.whole += out;
    leaving.expected += restored * out;
    for (const [stay, bytes] of (impact.fromClasses[store] as Float64Array).entries()) {
      const of = classOf(cloud, stay);
      const objects = objectsFor(bytes, objectBytes.get(impact.workload) ?? cloud.objectSize);
      const read = { bytes, objects, tier: tierFor(cloud, of) };
      const thawed = thawedCost(of, bytes, cloud.thawedFor);
      cost += restored * (retrievalCost(of, read) + thawed + objects * unitPrice(of.get));
      gets.whole += objects;
      gets.expected += restored * objects;
    }
  }
  return { from, cost, gets, leaving };
}

/**
 * Expected cost of what one restore reads from a store: that of a whole restore, times the share of the
 * time in which there is a point to restore. What it shares with the other stores of the account goes by
 * the mean share.
 */
function restoreCost(read: Read, all: readonly Read[]): number {
  const { from, cost, gets, leaving } = read;
  const { get, freeGets, list, freeLists } = from.cloud.class;
  const listed = listsFor(gets.whole);
  const allListed = sumOf(all, (one) => listsFor(one.gets.whole));
  const lists = shareOf(Math.max(0, allListed - (freeLists?.value ?? 0)), listed, allListed);
  const allGets = sumOf(all, (one) => one.gets.whole);
  const forNothing = shareOf(Math.min(allGets, freeGets?.value ?? 0), gets.whole, allGets);
  const requests = lists * unitPrice(list) - forNothing * unitPrice(get);
  return cost + meanShare(gets) * requests + meanShare(leaving) * egressFor(read, all);
}

/** A store's share of the egress that a whole restore adds on the terms of its class. */
function egressFor({ from, leaving }: Read, all: readonly Read[]): number {
  if (leaving.whole === 0) return 0;
  const { class: of } = from.cloud;
  const alike = all.filter((one) => egressTermsOf(one.from.cloud.class) === egressTermsOf(of));
  const out = sumOf(alike, (one) => one.leaving.whole);
  const inAll = (pick: (bill: MonthlyEgress) => Float64Array): Float64Array =>
    from.bill.leaving.map((_, month) => sumOf(alike, (one) => pick(one.from.bill)[month] ?? 0));
  const other = {
    leaving: inAll(({ leaving: bytes }) => bytes),
    stored: inAll(({ stored }) => stored),
  };
  return shareOf(extraEgressCost(of, out, other), leaving.whole, out);
}

const sumOf = (reads: readonly Read[], of: (read: Read) => number): number =>
  reads.reduce((sum, read) => sum + of(read), 0);

const meanShare = ({ whole, expected }: Amount): number => (whole > 0 ? expected / whole : 0);
