import { accountBills, type StoreBill, sumOfStoreBills } from '../../../model/account-bills.ts';
import type { StoreRead, StoreUse } from '../../../model/store-use.ts';
import { logContinuousSegments } from '../../engine/continuous/logs-and-replicas.ts';
import type { Protection } from '../../engine/protection.ts';
import type { State } from '../../engine/state.ts';
import { archivalOf, type CloudPlan, classOf, tierFor } from '../../plan/cloud.ts';
import type { Plan } from '../../plan/plan.ts';
import { archivedUses } from './archived-snapshots.ts';
import { loggedUses } from './logged-uses.ts';
import { logSaves, savesRead } from './training-saves.ts';

/** By store: its bill over the horizon; null for stores that are not used or no object stores. */
export function storeBills(state: State, used: ReadonlySet<number>): readonly (StoreBill | null)[] {
  const { stores, accounts } = state.plan;
  const bills = stores.map((): StoreBill | null => null);
  for (const account of accounts) {
    const uses = account.flatMap((store) =>
      used.has(store) ? usesOf(state, store).map((use) => ({ store, use })) : [],
    );
    for (const [index, bill] of accountBills(uses.map(({ use }) => use)).entries()) {
      const { store } = uses[index] as (typeof uses)[number];
      const before = bills[store];
      bills[store] = before ? sumOfStoreBills(before, bill) : bill;
    }
  }
  return bills;
}

/** What an object store is billed for, in parts of one class and its rules each. */
function usesOf(state: State, index: number): readonly StoreUse[] {
  const { plan } = state;
  const cloud = plan.stores[index]?.cloud;
  const log = state.logs[index];
  if (!cloud || !log) return [];
  logContinuousSegments(state.logsAndReplicas, plan, index, log);
  logSaves(plan, index, cloud, log);
  const here = state.protections.filter(({ policy }) => policy.store === index);
  const terms = {
    class: cloud.class,
    partBytes: cloud.partSize,
    reads: [...readsOf(state, cloud, index), ...savesRead(plan, index, cloud)],
    boundaries: plan.months,
    from: plan.start,
    until: plan.end,
  };
  const archival = archivalOf(cloud);
  if (archival) return archivedUses(terms, archival, here);
  return loggedUses({ ...terms, free: freeOf(plan, cloud, here) }, cloud, log);
}

/**
 * Bytes that are stored for nothing in each month: as many as the sources have, for the part of the
 * month that is simulated; null for none.
 */
function freeOf(
  { months, start, end }: Plan,
  { class: { freeStored } }: CloudPlan,
  protections: readonly Protection[],
): Float64Array | null {
  if (!freeStored) return null;
  return Float64Array.from({ length: months.length - 1 }, (_, month) => {
    const [first, next] = [months[month] as number, months[month + 1] as number];
    const [from, until] = [Math.max(start, first), Math.min(end, next)];
    const bytes = protections.map(({ sizes, size }) => sizes.source(size, (from + until) / 2));
    const sum = bytes.reduce((all, one) => all + one, 0);
    return (freeStored.value * sum * (until - from)) / (next - first);
  });
}

/** What copies and checks read from the store, by month and class. */
function readsOf({ plan, reads }: State, cloud: CloudPlan, index: number): StoreRead[] {
  const all = reads[index];
  if (!all) return [];
  const read: StoreRead[] = [];
  for (let place = 0; place < all.bytes.length; place++) {
    const bytes = all.bytes[place] as number;
    if (bytes === 0) continue;
    const from = classOf(cloud, place % all.classes);
    read.push({
      at: Math.max(plan.start, plan.months[Math.floor(place / all.classes)] as number),
      from,
      bytes,
      objects: all.objects[place] as number,
      gets: all.gets[place] as number,
      lists: all.lists[place] as number,
      tier: tierFor(cloud, from),
      thawedFor: cloud.thawedFor,
      toInternet: all.toInternet[place] as number,
      toRegion: all.toRegion[place] as number,
    });
  }
  return read;
}
