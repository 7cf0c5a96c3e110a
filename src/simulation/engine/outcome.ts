import { replicaWorkspace, workspace } from '../../model/workspace.ts';
import { dayOf } from '../../units/calendar.ts';
import { marksOf } from '../chain/gfs.ts';
import { at, cell, MARKS, TIME } from '../chain/rows.ts';
import { unshelve } from '../chain/shelf.ts';
import { addRead } from '../chain/store-reads.ts';
import { addPoint, type Made, prune } from '../chain/styles.ts';
import { cloudFor, movesOf } from '../plan/cloud.ts';
import { egressBack } from '../plan/egress-back.ts';
import { DIFFERENTIAL, FULL, LEVELS, SEED } from '../plan/levels.ts';
import { type Egress, isChecked } from '../plan/policy.ts';
import { leavesAt, type VaultPlan } from '../plan/vault.ts';
import { VERIFY } from '../sharing/flow-spec.ts';
import { addStored, noteAfterPrune, noteFull, notePeak, reserve } from './accounts.ts';
import { noteBehind } from './copying.ts';
import { noteDuration } from './durations.ts';
import { recordTraffic } from './flow.ts';
import { recordPoint } from './point-history.ts';
import type { Protection } from './protection.ts';
import { DRAWN_FAILURE, noteMiss, type Outcome, recordAge, SUCCEEDED } from './schedule-record.ts';
import { objectBytesOf } from './size/object-bytes.ts';
import { snapshot } from './snapshot.ts';
import type { State } from './state.ts';
import { tallyJob, termOf } from './tally.ts';
import { missWindow } from './window-outcomes.ts';

/** Seconds by which a job may end after its window: only rounding makes it late. */
const ROUNDING = 1e-6;

/** Records how a job ended: its point, its durations, the outcome of its window; then prunes. */
export function recordOutcome(state: State, protection: Protection, outcome: Outcome): void {
  const { job, policy, chain } = protection;
  const succeeded = outcome === SUCCEEDED;
  reserve(state.accounts, protection.store, -job.reserved, job.start);
  if (succeeded) {
    commitPoint(state, protection);
    recordUsage(state, protection);
  } else {
    protection.failed++;
    // What the scenario itself draws breaks no promise.
    if (outcome === DRAWN_FAILURE) protection.due--;
    else noteMiss(protection, outcome, job.start);
    if (protection.from) {
      if (outcome !== DRAWN_FAILURE) noteBehind(protection, job.start);
    } else state.failed++;
    if (chain.shelf) unshelve(chain.shelf, job.run);
    // What a failed job wrote was stored, and is freed again.
    chain.written += job.reserved;
    chain.deleted += job.reserved;
  }
  job.reserved = 0;
  recordWindow(state, protection, succeeded);
  if (policy.prunes < 0) pruneChain(state, protection, job.start);
  else measure(state, job.start);
}

/** Records whether the job ended inside its window occurrence. */
function recordWindow(state: State, protection: Protection, succeeded: boolean): void {
  const { job, windowOutcomes } = protection;
  if (!windowOutcomes || job.occurrence < 0) return;
  if (!succeeded || state.base + state.now > closingOf(protection) + ROUNDING)
    missWindow(windowOutcomes, job.occurrence);
  else windowOutcomes.seen[job.occurrence] = 1;
}

/** Instant at which the window occurrence of a job closes; Infinity without a window. */
export const closingOf = ({ windowOutcomes, job }: Protection): number =>
  windowOutcomes && job.occurrence >= 0
    ? (windowOutcomes.closes[job.occurrence] as number)
    : Infinity;

/** Adds the point of a job to its chain, its store and its history. */
function commitPoint(state: State, protection: Protection): void {
  const { job, chain, policy } = protection;
  const { newPoint: point } = state;
  const { calendar } = state.plan;
  const local = calendar.toLocal(job.time);
  const full = job.level === SEED || job.level === FULL;
  const marks = chain.style === 'copy' ? markMoments(protection, calendar.toLocal, local) : 0;
  point.made = full ? 'full' : (LEVELS[job.level] as Made);
  point.time = job.time;
  point.day = dayOf(local);
  point.hour = Math.floor(local / 3600);
  point.run = job.run;
  point.source = job.source;
  point.bytes = job.store;
  const before = chain.stored;
  chain.now = state.base + state.now;
  if (chain.segments) chain.segments.since = job.start;
  addPoint(chain, point);
  if (marks !== 0) chain.rows.data[at(chain.rows, chain.rows.count - 1) + MARKS] = marks;
  settle(state, protection, before, job.start);
  if (policy.prunes >= 0) countFiles(state, protection);
  recordAge(state, protection);
  if (protection.history) recordPoint(state, protection, protection.history);
  protection.lastTime = job.time;
  const { from } = protection;
  // What was seen to be unchanged since is so in a copy too.
  if (from && from.lastTime === job.time) protection.seenTime = from.seenTime;
  protection.lastRun = job.run;
  protection.lastLevel = job.level;
  if (full || point.made === 'synthetic') {
    protection.lastFullTime = job.time;
    protection.lastFullRun = job.run;
    protection.cycleBytes = protection.sizes.full(job.source);
    protection.differentials = 0;
  } else if (job.level === DIFFERENTIAL) {
    protection.cycleBytes += job.store;
    protection.differentials++;
  }
  protection.runs++;
  if (!protection.from) recordWorkspace(state, protection);
}

/**
 * Assigns the GFS moments since the previous run to the nearer of both points: marks the previous
 * one, and returns the marks of the new one.
 */
function markMoments({ chain }: Protection, toLocal: (t: number) => number, local: number): number {
  const { rows } = chain;
  const previous = rows.count > 0 ? toLocal(cell(rows, rows.count - 1, TIME)) : -Infinity;
  const marks = marksOf(previous, local, chain.gfs);
  if ((marks & 15) !== 0 && rows.count > 0) {
    const newest = at(rows, rows.count - 1) + MARKS;
    rows.data[newest] = (rows.data[newest] as number) | (marks & 15);
  }
  return marks >> 4;
}

/** Updates the recommended workspace of a backup, and the sum over all. */
function recordWorkspace({ accounts }: State, protection: Protection): void {
  const { sizes, job, chain } = protection;
  const size =
    chain.style === 'replica'
      ? replicaWorkspace(job.source, sizes.newShare(0))
      : workspace(job.source, sizes.storedShare);
  accounts.workspace += size - protection.workspace;
  protection.workspace = size;
}

/**
 * Transfers the change of a chain's bytes, and its transient peak, to the accounts of its store.
 */
function settle(
  state: State,
  { chain, store }: Protection,
  before: number,
  runStart: number,
): void {
  const { accounts } = state;
  notePeak(accounts, store, chain.peak - before, runStart);
  noteFull(store, chain.peak - before, state.base + state.now);
  addStored(accounts, store, chain.stored - before);
}

/** Deletes what retention no longer needs, then measures. */
export function pruneChain(state: State, protection: Protection, runStart: number): void {
  const { chain } = protection;
  const before = chain.stored;
  chain.peak = chain.stored;
  chain.now = state.base + state.now;
  prune(chain);
  settle(state, protection, before, runStart);
  countFiles(state, protection);
  measure(state, runStart);
}

/** Measures the accounts after a run, or after a retention of its own. */
function measure(state: State, runStart: number): void {
  noteAfterPrune(state.accounts, runStart, ++state.serial);
  // Here, since one event may contain several retentions.
  if (state.serial === state.snapshotAt) state.atPeak = snapshot(state.protections);
}

/** Updates the numbers of files and fulls. */
function countFiles({ accounts }: State, protection: Protection): void {
  const { rows, archiveFulls, style } = protection.chain;
  // A replica always has one empty protective snapshot open.
  const files = rows.count + archiveFulls.count + (style === 'replica' && rows.count > 0 ? 1 : 0);
  const fulls = archiveFulls.count + protection.chain.fulls;
  accounts.files += files - protection.kept;
  accounts.fulls += fulls - protection.fulls;
  protection.kept = files;
  protection.fulls = fulls;
}

/** Records what a successful job took: its duration, shipment, reads and verification. */
function recordUsage(state: State, protection: Protection): void {
  noteDuration(state, protection, tallyJob(protection));
  const { copy, store } = protection.policy;
  const vault = state.plan.stores[store]?.vault;
  if (vault) recordShipment(state, store, vault);
  if (copy) {
    const age = state.base + state.now - protection.job.time;
    recordRead(state, protection, copy.from, age, protection.job.store, copy.egress);
  }
  recordVerification(state, protection);
}

/** Counts shipments to the vault: all media of one local day, or of one pick-up, leave together. */
function recordShipment(state: State, store: number, vault: VaultPlan): void {
  const { shipments, shippedOn, plan, base, now } = state;
  const leaves = leavesAt(vault, base + now);
  const shipment = vault.pickUps ? leaves : dayOf(plan.calendar.toLocal(leaves));
  if (leaves === Infinity || shippedOn[store] === shipment) return;
  shippedOn[store] = shipment;
  shipments[store] = (shipments[store] as number) + 1;
}

/** Egress of what is read at the store. */
export const WITHIN_STORE: Egress = { leaves: false, within: false };

/** Records bytes of an age that a copy, a check or a prune reads now from a store. */
export function recordRead(
  { plan, reads, base, now }: State,
  protection: Protection,
  store: number,
  age: number,
  bytes: number,
  { leaves, within }: Egress,
): void {
  const [all, cloud] = [reads[store], plan.stores[store]?.cloud];
  if (!all || !cloud) return;
  const objectBytes = objectBytesOf(protection, cloud.objectSize);
  const moves = movesOf(cloudFor(cloud, objectBytes));
  addRead(all, base + now, age, bytes, { leaves, within, objectBytes, moves });
}

function recordVerification(state: State, protection: Protection): void {
  const { verification } = state;
  const { job, policy } = protection;
  const { verify } = policy;
  if (!isChecked(verify, job.level)) return;
  verification.count++;
  verification.seconds += termOf(protection, VERIFY);
  verification.bytes += job.read * verify.coverage;
  verification.coreSeconds += job.read * verify.coverage * protection.checking;
  const isBoth = verify.method === 'byte-compare';
  if (verify.at === 'target' || isBoth) {
    // Only what is compared byte by byte leaves the store.
    const egress = isBoth ? egressBack(state.plan, policy, protection.workload) : WITHIN_STORE;
    recordRead(state, protection, policy.store, 0, job.store * verify.coverage, egress);
  }
  // A byte-by-byte comparison brings the stored bytes back over the links.
  if (isBoth) recordTraffic(state, protection, job.store * verify.coverage);
}
