import { cell, TIME } from '../chain/rows.ts';
import type { SegmentLog } from '../chain/segment-log.ts';
import { addRead } from '../chain/store-reads.ts';
import { recordTraffic } from '../engine/flow.ts';
import type { Protection } from '../engine/protection.ts';
import type { Samples } from '../engine/samples.ts';
import { objectBytesOf } from '../engine/size/object-bytes.ts';
import type { State } from '../engine/state.ts';
import { cloudFor, movesOf } from '../plan/cloud.ts';
import { egressBack } from '../plan/egress-back.ts';
import type { LinkPlan, Plan, StorePlan } from '../plan/plan.ts';
import type { PolicyPlan, VerifyPlan } from '../plan/policy.ts';
import { objectPace } from '../sharing/object-flow.ts';
import { wireCapOf } from '../sharing/wire-cap.ts';

/** How long the checks of everything that is kept in a store take. */
export interface RecheckRecord {
  readonly store: number;
  /** Seconds from one to the next; of several the least. */
  readonly every: number;
  /** Seconds that one takes; with several of them, so much that none fits where this is longer. */
  readonly seconds: number;
}

/**
 * Records the periodic checks of everything that is kept. Each check takes as long as without other
 * load, and reads the mean of what the copy stored over the horizon; in an object store what it
 * stores then, from the classes in which that lies. What is checked at the source, or compared with
 * it, comes back over the links; an object store is checked from where the data are unless its
 * checks run beside it. Checks do not contend with jobs for links and stores.
 *
 * @returns how long they take by store, one after the other in what they share: its rate, and the links.
 */
export function recordRechecks(
  state: State,
  values: Float64Array,
  samples: Samples,
): RecheckRecord[] {
  const { plan, verification } = state;
  const loads = new Map<number, RecheckLoad>();
  for (const protection of state.protections) {
    const { verify, store } = protection.policy;
    if (!verify || verify.recheck === Infinity) continue;
    const { cloud } = plan.stores[store] as StorePlan;
    const times = Math.floor((plan.end - plan.start) / verify.recheck);
    const isBack = comesBack(verify, cloud !== null);
    const bytes = cloud
      ? recordReads(state, protection, times, isBack)
      : times * meanStored(state, protection, samples) * verify.coverage;
    verification.count += times;
    verification.bytes += bytes;
    verification.coreSeconds += bytes / (values[verify.rate] as number);
    const { alone, shared } = secondsPerByte(plan, protection.policy, verify, values);
    verification.seconds += bytes * alone;
    if (times > 0) addLoad(loads, store, verify.recheck, [alone, shared], bytes / times);
    if (isBack) recordTraffic(state, protection, bytes);
  }
  return [...loads].map(([store, { every, longest, together }]) => ({
    store,
    every,
    seconds: Math.max(longest, together) * every,
  }));
}

/** What checks take of the time between them: the longest of all, and all that share a store. */
interface RecheckLoad {
  readonly every: number;
  readonly longest: number;
  readonly together: number;
}

/** Adds the checks of one copy: so many bytes each, at so many seconds a byte alone and in what they share. */
function addLoad(
  loads: Map<number, RecheckLoad>,
  store: number,
  every: number,
  [alone, shared]: readonly [number, number],
  bytes: number,
): void {
  const so = loads.get(store) ?? { every, longest: 0, together: 0 };
  loads.set(store, {
    every: Math.min(so.every, every),
    longest: Math.max(so.longest, (bytes * alone) / every),
    together: so.together + (bytes * shared) / every,
  });
}

/** Records what each check reads from an object store; returns the sum. */
function recordReads(
  { plan, reads, logs, accounts, logsAndReplicas }: State,
  protection: Protection,
  times: number,
  isBack: boolean,
): number {
  const { policy, chain, workload } = protection;
  const { recheck, coverage } = policy.verify as VerifyPlan;
  const [log, all] = [logs[policy.store], reads[policy.store]];
  const end =
    (accounts.stores[policy.store]?.stored ?? 0) - (logsAndReplicas.booked[policy.store] as number);
  const { cloud } = plan.stores[policy.store] as StorePlan;
  if (!log || !all || !cloud || end <= 0) return 0;
  const { leaves, within } = egressBack(plan, policy, workload);
  const objectBytes = objectBytesOf(protection, cloud.objectSize);
  const moves = movesOf(cloudFor(cloud, objectBytes));
  const way = { leaves: isBack && leaves, within, lists: true, objectBytes, moves };
  const part = (coverage * chain.stored) / end;
  let sum = 0;
  for (const [stay, live] of liveAtChecks(log, moves, plan.start, recheck, times).entries()) {
    const age = moves[stay - 1] ?? 0;
    for (let check = 1; check <= times; check++) {
      const bytes = part * (live[check] as number);
      if (bytes > 0) addRead(all, plan.start + check * recheck, age, bytes, way);
      sum += bytes;
    }
  }
  return sum;
}

/** Bytes that live in each class of an object store at each of so many checks; 0 is the start. */
function liveAtChecks(
  { count, written, deleted, bytes }: SegmentLog,
  moves: readonly number[],
  start: number,
  recheck: number,
  times: number,
): readonly Float64Array[] {
  const afters = [0, ...moves, Infinity];
  return Array.from({ length: afters.length - 1 }, (_, stay) => {
    const live = new Float64Array(times + 2);
    const [from = 0, until = Infinity] = [afters[stay], afters[stay + 1]];
    const checkAt = (instant: number): number =>
      Math.min(times + 1, Math.max(0, Math.ceil((instant - start) / recheck)));
    for (let i = 0; i < count; i++) {
      const begin = checkAt((written[i] as number) + from);
      const end = checkAt(Math.min((written[i] as number) + until, deleted[i] as number));
      if (end <= begin) continue;
      live[begin] = (live[begin] as number) + (bytes[i] as number);
      live[end] = (live[end] as number) - (bytes[i] as number);
    }
    for (let check = 1; check < live.length; check++) {
      live[check] = (live[check] as number) + (live[check - 1] as number);
    }
    return live;
  });
}

/** Whether a check brings the stored bytes back to the source. */
const comesBack = ({ method, at, beside }: VerifyPlan, inCloud: boolean): boolean =>
  method === 'byte-compare' || at === 'source' || (inCloud && !beside);

/**
 * Seconds per checked byte: of a check alone, at the slowest of cores, store and links; and of those that
 * run at once, which share the rate of the store and of the links.
 */
function secondsPerByte(
  plan: Plan,
  policy: PolicyPlan,
  verify: VerifyPlan,
  values: Float64Array,
): { readonly alone: number; readonly shared: number } {
  const { read, cloud } = plan.stores[policy.store] as StorePlan;
  const ofStore = read === null ? 0 : 1 / (values[read] as number);
  const atStore = Math.max(
    1 / ((values[verify.rate] as number) * verify.cores),
    ofStore,
    cloud ? 1 / objectPace(cloud, policy.tool.streams, 'get') : 0,
  );
  if (!comesBack(verify, cloud !== null)) return { alone: atStore, shared: ofStore };
  const links = policy.links.map((link) => {
    const { rate, live } = plan.links[link] as LinkPlan;
    return 1 / ((values[rate] as number) * live);
  });
  return {
    alone: Math.max(atStore, 1 / wireCapOf(plan, policy, values), ...links),
    shared: Math.max(ofStore, ...links),
  };
}

/**
 * Mean bytes of a chain: its share of the store at the end, applied to the mean over all samples.
 */
function meanStored(
  { accounts, logsAndReplicas }: State,
  { chain, policy }: Protection,
  samples: Samples,
): number {
  const { bytes, count } = samples;
  const all = bytes.subarray(policy.store * count, (policy.store + 1) * count);
  const { sampled, booked } = logsAndReplicas;
  const continuous = sampled[policy.store] as number;
  const mean = (all.reduce((sum, sample) => sum + sample, 0) - continuous) / count;
  const end = (accounts.stores[policy.store]?.stored ?? 0) - (booked[policy.store] as number);
  return end > 0 ? (mean * chain.stored) / end : 0;
}

/**
 * Mean seconds for which silent damage to a copy stays unseen: half of the time between checks;
 * without rechecks half of the age of the oldest point. The largest over all copies.
 */
export const exposureOf = (plan: Plan, protections: readonly Protection[]): number =>
  protections.reduce((most, { policy, chain }) => {
    if (chain.rows.count === 0) return most;
    const { recheck = Infinity, coverage = 1 } = policy.verify ?? {};
    const kept = plan.end - cell(chain.rows, 0, TIME);
    return Math.max(most, Math.min(recheck / coverage, kept) / 2);
  }, 0);
