import { type CartridgePool, newPool } from '../../model/cartridge-pool.ts';
import { type Arena, take, takeBytes } from '../arena.ts';
import { newSegmentLog } from '../chain/segment-log.ts';
import { newFreeCalls, newStoreReads, type StoreReads } from '../chain/store-reads.ts';
import type { Plan } from '../plan/plan.ts';
import type { TapePlan } from '../plan/tape.ts';
import type { WorkloadPlan } from '../plan/workload.ts';
import { capacitiesOf } from '../sharing/flow-spec.ts';
import { newQueue } from '../sharing/queue.ts';
import { newSharing } from '../sharing/sharing.ts';
import { newAccounts } from './accounts.ts';
import { bytesSent, newContinuous } from './continuous/continuous.ts';
import { newLogsAndReplicas } from './continuous/logs-and-replicas.ts';
import { newEventList } from './event-list.ts';
import { drivesOf, mostJobs, newProtections, startOf } from './new-protection.ts';
import { packed, unpacked } from './packed/pack.ts';
import { newSlotQueue, newSlots, type SlotQueue, type Slots } from './slots.ts';
import type { State, StateOptions } from './state.ts';
import { newWindowOutcomes } from './window-outcomes.ts';

/** The state at the start of the horizon: no event has happened, all stores are empty. */
export function newState(options: StateOptions): State {
  const { plan, strategy, values, arena } = options;
  const siteSlots = Array.from(plan.sites, newSlots);
  const storeSlots = Array.from(plan.stores, newSlots);
  const accounts = newAccounts(plan);
  const windowOutcomes = Array.from(strategy.windows, newWindowOutcomes);
  const slotQueues = slotQueuesOf(options, siteSlots, storeSlots);
  const pools = Array.from(plan.stores, ({ tape, cost }) =>
    tape ? poolOf(tape, options.unbounded || cost.step > 0) : null,
  );
  const logs = Array.from(plan.stores, ({ cloud }) => (cloud ? newSegmentLog(arena) : null));
  const shared = { slotQueues, siteSlots, storeSlots, accounts, windowOutcomes, pools, logs };
  const made = newProtections(options, shared);
  const { protections, cursors } = options.packs ? packed(made, arena) : unpacked(made);
  const jobs = mostJobs(strategy).reduce((sum, most) => sum + most, 0);
  const capacity = capacitiesOf(plan, values);
  const continuous = newContinuous(plan, protections, capacity, arena);
  return {
    plan,
    strategy,
    protections,
    cursors,
    siteSlots,
    storeSlots,
    slotQueues,
    accounts,
    continuous,
    logsAndReplicas: newLogsAndReplicas(plan, protections, continuous.changes, arena),
    windowOutcomes,
    pools,
    logs,
    reads: readsOf(plan, arena),
    shipments: new Float64Array(plan.stores.length),
    shippedOn: new Float64Array(plan.stores.length).fill(Number.NaN),
    sharing: newSharing(capacity),
    eventList: newEventList(2 * protections.length + 16, arena),
    baseCapacity: capacity,
    waiting: 0,
    arrivals: 0,
    ended: [],
    endings: 0,
    unstarted: 0,
    now: 0,
    base: plan.start,
    busy: 0,
    putOff: newQueue(),
    uncontendedUntil: -Infinity,
    serial: 0,
    snapshotAt: -1,
    atPeak: null,
    sumsOnly: false,
    skipped: 0,
    failed: 0,
    unbounded: options.unbounded,
    newPoint: { made: 'full', time: 0, day: 0, hour: 0, run: 0, source: 0, bytes: 0 },
    durations: take(arena, jobs),
    durationLevels: takeBytes(arena, jobs),
    traffic: bytesSent(plan, continuous),
    verification: { count: 0, seconds: 0, bytes: 0, coreSeconds: 0, exposure: 0 },
  };
}

/** No reads from any object store yet; those of an account share what is free of a day. */
function readsOf(plan: Plan, arena: Arena): readonly (StoreReads | null)[] {
  const { stores, accounts, months } = plan;
  const reads = stores.map((): StoreReads | null => null);
  for (const account of accounts) {
    const free = newFreeCalls(months, arena);
    for (const store of account) {
      const cloud = stores[store]?.cloud;
      if (!cloud) continue;
      const freeGets = cloud.class.freeGets?.value ?? 0;
      const freeLists = cloud.class.freeLists?.value ?? 0;
      const terms = { classes: cloud.transitions.length + 1, freeGets, freeLists, free };
      reads[store] = newStoreReads(months, terms, arena);
    }
  }
  return reads;
}

/** Cartridges of an unbounded library: more than any strategy uses. */
const BOUNDLESS = 65_536;

const poolOf = ({ cartridge, slots, newEachSet }: TapePlan, unbounded: boolean): CartridgePool =>
  newPool({
    capacity: cartridge,
    slots: unbounded ? Math.max(slots, BOUNDLESS) : slots,
    newCartridgeEachSet: newEachSet,
  });

/** One slot queue for each combination of site, store and slots per job that is in use. */
function slotQueuesOf(
  { plan, strategy }: StateOptions,
  sites: readonly Slots[],
  stores: readonly Slots[],
): readonly SlotQueue[] {
  const slotQueues: SlotQueue[] = [];
  for (const { workload, policy } of strategy.protections) {
    const site = sites[startOf(plan, policy, plan.workloads[workload] as WorkloadPlan)] as Slots;
    const store = stores[policy.store] as Slots;
    const drives = drivesOf(plan, policy);
    const isSame = (slotQueue: SlotQueue): boolean =>
      slotQueue.site === site && slotQueue.store === store && slotQueue.drives === drives;
    if (!slotQueues.some(isSame)) slotQueues.push(newSlotQueue(site, store, drives));
  }
  return slotQueues;
}
