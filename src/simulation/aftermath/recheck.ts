import { cell, TIME } from '../chain/rows.ts';
import { recordTraffic } from '../engine/flow.ts';
import { recordRead } from '../engine/outcome.ts';
import type { Protection } from '../engine/protection.ts';
import type { Samples } from '../engine/samples.ts';
import type { State } from '../engine/state.ts';
import type { LinkPlan, Plan, StorePlan } from '../plan/plan.ts';
import type { PolicyPlan, VerifyPlan } from '../plan/policy.ts';
import { objectPace } from '../sharing/object-flow.ts';
import { wireCapOf } from '../sharing/wire-cap.ts';

/**
 * Records the periodic checks of everything that is kept. Each check reads the mean of what the
 * copy stored over the horizon, and takes as long as without other load. What is checked at the
 * source, or compared with it, comes back over the links. Checks do not contend with jobs for links
 * and stores.
 */
export function recordRechecks(state: State, values: Float64Array, samples: Samples): void {
  const { plan, verification } = state;
  for (const protection of state.protections) {
    const { verify, store, links, copy } = protection.policy;
    if (!verify || verify.recheck === Infinity) continue;
    const times = Math.floor((plan.end - plan.start) / verify.recheck);
    const bytes = times * meanStored(state, protection, samples) * verify.coverage;
    verification.count += times;
    verification.bytes += bytes;
    verification.coreSeconds += bytes / (values[verify.rate] as number);
    verification.seconds += bytes * secondsPerByte(plan, protection.policy, verify, values);
    const leaves = comesBack(verify) && links.length > 0;
    recordRead(state, store, bytes, { leaves, within: copy?.egress.within ?? false });
    if (leaves) recordTraffic(state, protection, bytes);
  }
}

/** Whether a check brings the stored bytes back to the source. */
const comesBack = ({ method, at }: VerifyPlan): boolean =>
  method === 'byte-compare' || at === 'source';

/** Seconds per checked byte, at the slowest of cores, store and links. */
function secondsPerByte(
  plan: Plan,
  policy: PolicyPlan,
  verify: VerifyPlan,
  values: Float64Array,
): number {
  const { read, cloud } = plan.stores[policy.store] as StorePlan;
  const atStore = Math.max(
    1 / ((values[verify.rate] as number) * verify.cores),
    read === null ? 0 : 1 / (values[read] as number),
    cloud ? 1 / objectPace(cloud, policy.tool.streams, 'get') : 0,
  );
  if (!comesBack(verify)) return atStore;
  const links = policy.links.map((link) => {
    const { rate, live } = plan.links[link] as LinkPlan;
    return 1 / ((values[rate] as number) * live);
  });
  return Math.max(atStore, 1 / wireCapOf(plan, policy, values), ...links);
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
