import { type Packs, repacked } from '../../model/repack.ts';
import { packsToGo } from '../chain/packs-to-go.ts';
import { cell, TIME } from '../chain/rows.ts';
import { egressBack } from '../plan/egress-back.ts';
import type { PrunePlan } from '../plan/policy.ts';
import { LATENCY, PREPARE, SCAN } from '../sharing/flow-spec.ts';
import { addStored, buyFor, reserve } from './accounts.ts';
import { noteDuration } from './durations.ts';
import { recordTraffic } from './flow.ts';
import { pruneChain, recordRead, WITHIN_STORE } from './outcome.ts';
import type { Protection } from './protection.ts';
import { chunkBytesOf } from './size/chunk-bytes.ts';
import type { State } from './state.ts';
import { addTerm, tallyJob } from './tally.ts';

/** Relative tolerance: what sums of large numbers round to is not freed. */
const ROUNDING = 1e-12;

/** Adds the fixed times of a prune to its terms: its start, and a look at each chunk. */
export function timePrune(protection: Protection): number {
  const { chain, unused, latency } = protection;
  const { fixed, perChunk, beside } = protection.policy.pruning as PrunePlan;
  const scan = (perChunk * (chain.stored + unused)) / chunkBytesOf(protection);
  const way = beside ? 0 : latency;
  addTerm(protection, PREPARE, fixed);
  addTerm(protection, SCAN, scan);
  addTerm(protection, LATENCY, way);
  return fixed + scan + way;
}

/**
 * Determines what a prune reads and writes anew, and reserves space for the latter: packs are deleted
 * once what is alive in them is written. Where there is no room it does with what there is.
 */
export function aimPrune(state: State, protection: Protection): void {
  const { job, chain, store, policy, unused, scattered } = protection;
  const { pack, unused: share, ofPack } = policy.pruning as PrunePlan;
  chain.now = state.base + state.now;
  const { groups, oldest } = packsToGo(chain);
  const dead = groups.reduce((sum, group) => sum + group.dead, 0);
  const live = chain.stored - dead;
  const before: Packs = { bytes: scattered, dead: unused };
  const [first, ...rest] = groups;
  // The oldest point holds what was there at first: there lie the packs that earlier prunes left.
  const all =
    first && oldest ? [joined(first, before, chain.stored + unused), ...rest] : [before, ...groups];
  const chunks = Math.max(1, Math.round(pack / chunkBytesOf(protection)));
  const { read, written, left } = repacked(all, { chunks, unused: share, ofPack, live });
  job.read = read;
  job.store = written;
  job.ratio = read > 0 ? written / read : 0;
  job.left = left.dead;
  protection.scattered = left.bytes;
  buyFor(store, store.stored + store.inFlight + written, job.start);
  job.reserved = Math.min(written, Math.max(0, store.limit - store.stored - store.inFlight));
  reserve(state.accounts, store, job.reserved, job.start);
}

const joined = (one: Packs, other: Packs, most: number): Packs => ({
  bytes: Math.min(most, one.bytes + other.bytes),
  dead: one.dead + other.dead,
});

/** Records the end of a prune: points go, and what they alone needed is freed but for what stays unused. */
export function recordPrune(state: State, protection: Protection): void {
  const { job, chain, policy, store } = protection;
  const { beside } = policy.pruning as PrunePlan;
  reserve(state.accounts, store, -job.reserved, job.start);
  job.reserved = 0;
  const age = state.base + state.now - cell(chain.rows, 0, TIME);
  const back = beside ? WITHIN_STORE : egressBack(state.plan, policy, protection.workload);
  if (job.read > 0) recordRead(state, protection, policy.store, age, job.read, back);
  if (!beside) recordTraffic(state, protection, job.read + job.store);
  const before = chain.stored;
  pruneChain(state, protection, job.start);
  // No more stays unused than was, or is now.
  const dead = protection.unused + Math.max(0, before - chain.stored);
  const left = Math.min(job.left, dead);
  addStored(state.accounts, store, left - protection.unused);
  protection.unused = left;
  if (dead - left > ROUNDING * before) protection.freed += dead - left;
  job.succeeded = false;
  noteDuration(state, protection, tallyJob(protection));
}
