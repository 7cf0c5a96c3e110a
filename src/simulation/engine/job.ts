import { cartridgesWith, shelve, unshelve } from '../chain/shelf.ts';
import { PRUNE } from '../plan/levels.ts';
import { thawSeconds } from '../plan/thaw.ts';
import { FINISH, type FlowSpec, LATENCY, PREPARE, RETRY, SCAN } from '../sharing/flow-spec.ts';
import type { FlowClass } from '../sharing/sharing.ts';
import { buyFor, reserve } from './accounts.ts';
import {
  FINISHED,
  kindOf,
  numberOf,
  READY_TO_MOVE,
  schedule,
  TRY_AGAIN,
  WINDOW_CLOSES,
} from './event-list.ts';
import { abandonMove, endFlow, recordTraffic, startFlow } from './flow.ts';
import { amountOf } from './job-size.ts';
import { recordOutcome } from './outcome.ts';
import type { Protection } from './protection.ts';
import { aimPrune, recordPrune, timePrune } from './pruning.ts';
import { CUT_OFF, DRAWN_FAILURE, type Outcome, STORE_FULL, SUCCEEDED } from './schedule-record.ts';
import { releaseSlot } from './slots.ts';
import type { State } from './state.ts';
import { addTerm } from './tally.ts';
import { type Handling, handlingSeconds } from './tape-handling.ts';
import { waitUncontended } from './uncontended.ts';

const NO_HANDLING: Handling = { before: 0, after: 0 };

/**
 * Begins an attempt with its fixed times: preparation, scan, mounts, and the propagation delay of
 * the route, which the last byte still meets.
 */
export function tryJob(state: State, protection: Protection): void {
  const { job, policy } = protection;
  job.attempt++;
  job.attempts++;
  const changedFiles = job.source > 0 ? (protection.files * job.read) / job.source : 0;
  // Where there are bytes to move, looking at files hides behind them; else it is all there is.
  const looking = job.read > 0 ? 0 : protection.walking / policy.tool.cores;
  const { tape, chain, nights } = protection;
  const night = nights === null ? 1 : nights.factor;
  const scan = night * (protection.scanSeconds + policy.tool.perFile * changedFiles + looking);
  const mount =
    tape && chain.shelf
      ? handlingSeconds(tape, chain.shelf, job.need, protection.drives)
      : NO_HANDLING;
  job.after = mount.after;
  const prepare = night * policy.tool.prepare + mount.before + thawBefore(state, protection);
  addTerm(protection, PREPARE, prepare);
  addTerm(protection, SCAN, scan);
  addTerm(protection, LATENCY, protection.latency);
  const seconds = prepare + scan + protection.latency;
  if (seconds > 0 && !waitUncontended(state, seconds)) {
    schedule(state.eventList, protection.index, state.now + seconds, READY_TO_MOVE, job.attempt);
  } else startMove(state, protection);
}

/** Seconds that a copy waits until what it reads is thawed; what is tried again is thawed already. */
function thawBefore({ base, now }: State, { policy: { copy }, job }: Protection): number {
  if (copy === null || copy.thaws.length === 0 || job.attempts > 1) return 0;
  return thawSeconds(copy.thaws, base + now - job.time);
}

/**
 * Reserves space in the store and starts the move. A job that does not fit moves only what fits,
 * and then fails; with unbounded stores it goes on.
 */
function startMove(state: State, protection: Protection): void {
  const { job, store, chain } = protection;
  if (store.step > 0) buyFor(store, bytesNeeded(protection), job.start);
  const freeBytes = store.limit - store.stored - store.inFlight;
  job.fitShare = job.need > freeBytes ? Math.max(0, freeBytes) / job.need : Infinity;
  const isShelved = chain.shelf === null || shelve(chain.shelf, job.run, job.need, job.start);
  if (!isShelved) job.fitShare = 0;
  job.fails = !isShelved || (job.fitShare <= 1 && !state.unbounded);
  job.reserved = job.fails ? Math.max(0, freeBytes) : job.need;
  job.amount = job.fails ? job.read * job.fitShare : job.read;
  reserve(state.accounts, store, job.reserved, job.start);
  job.phase = -1;
  job.phaseStart = state.now;
  nextPhase(state, protection);
}

/**
 * Bytes the store must hold for the job to fit; on tape, the capacity of all cartridges then in
 * use.
 */
function bytesNeeded({ job, store, chain: { shelf } }: Protection): number {
  if (shelf) return cartridgesWith(shelf, job.need) * shelf.pool.capacity;
  return store.stored + store.inFlight + job.need;
}

/** Starts the next phase that takes time; after the last one, finishes the job. */
function nextPhase(state: State, protection: Protection): void {
  const { job, flows } = protection;
  if (job.phase < 0) job.moveStart = state.now;
  while (++job.phase < flows.specs.length) {
    if (job.phase === flows.moves && endMove(state, protection)) return;
    const amount = amountOf(protection, job.phase);
    if (startFlow(state, protection, job.phase, amount)) return;
  }
  if (job.phase === flows.moves && endMove(state, protection)) return;
  finishJob(state, protection);
}

/**
 * Records the traffic of the move and when the store became full, and ends a job that does not fit.
 *
 * @returns whether the job failed.
 */
function endMove(state: State, protection: Protection): boolean {
  const { job, store } = protection;
  recordTraffic(state, protection, job.store * (job.fails ? job.fitShare : 1));
  if (job.fitShare <= 1 && Number.isNaN(store.fullOn)) {
    const seconds = job.fails ? 0 : (state.now - job.moveStart) * (1 - job.fitShare);
    store.fullOn = state.base + state.now - seconds;
  }
  const { fails } = job;
  if (fails) endJob(state, protection, STORE_FULL);
  return fails;
}

function finishJob(state: State, protection: Protection): void {
  const { job, policy, nights } = protection;
  const finish = (nights === null ? 1 : nights.factor) * policy.tool.finish + job.after;
  addTerm(protection, FINISH, finish);
  if (finish > 0 && !waitUncontended(state, finish)) {
    schedule(state.eventList, protection.index, state.now + finish, FINISHED, job.attempt);
  } else concludeJob(state, protection);
}

/** Concludes an attempt: the job succeeds, is tried again, or fails after the last retry. */
function concludeJob(state: State, protection: Protection): void {
  const { job, policy } = protection;
  const succeeded = protection.failure === 0 || protection.failureDraws() >= protection.failure;
  if (succeeded || job.attempts > policy.retries) {
    endJob(state, protection, succeeded ? SUCCEEDED : DRAWN_FAILURE);
    return;
  }
  reserve(state.accounts, protection.store, -job.reserved, job.start);
  if (protection.chain.shelf) unshelve(protection.chain.shelf, job.run);
  job.reserved = 0;
  addTerm(protection, RETRY, policy.retryAfter);
  schedule(
    state.eventList,
    protection.index,
    state.now + policy.retryAfter,
    TRY_AGAIN,
    job.attempt,
  );
}

/** Begins a prune with its fixed times: reading the index, and marking the chunks that points need. */
export function tryPrune(state: State, protection: Protection): void {
  const { job } = protection;
  job.attempt++;
  const seconds = timePrune(protection);
  if (seconds > 0 && !waitUncontended(state, seconds)) {
    schedule(state.eventList, protection.index, state.now + seconds, READY_TO_MOVE, job.attempt);
  } else startRewriting(state, protection);
}

/** Starts the rewriting of packs, as soon as it is known of which. */
function startRewriting(state: State, protection: Protection): void {
  const { job, flows } = protection;
  aimPrune(state, protection);
  job.phase = flows.prune;
  job.phaseStart = state.now;
  if (!startFlow(state, protection, flows.prune, job.read)) endPrune(state, protection);
}

function endPrune(state: State, protection: Protection): void {
  recordPrune(state, protection);
  stopJob(state, protection);
}

/** Handles an event of a job; events of an earlier attempt or job are void. */
export function onDue(state: State, protection: Protection, tag: number): void {
  const { job } = protection;
  const kind = kindOf(tag);
  const number = numberOf(tag);
  if (kind === WINDOW_CLOSES) {
    if (!job.busy || number !== job.number) return;
    abandonMove(state, protection);
    endJob(state, protection, CUT_OFF);
  } else if (number !== job.attempt || !job.busy) return;
  else if (job.level === PRUNE) startRewriting(state, protection);
  else if (kind === READY_TO_MOVE) startMove(state, protection);
  else if (kind === FINISHED) concludeJob(state, protection);
  else tryJob(state, protection);
}

/** Ends the first flow of a class: adds its seconds to their term and starts the next phase. */
export function onFlowEnd(state: State, group: FlowClass): void {
  const protection = endFlow(state, group);
  const { job, flows } = protection;
  const { term } = flows.specs[job.phase] as FlowSpec;
  addTerm(protection, term, state.now - job.phaseStart);
  if (job.level === PRUNE) endPrune(state, protection);
  else nextPhase(state, protection);
}

function endJob(state: State, protection: Protection, outcome: Outcome): void {
  recordOutcome(state, protection, outcome);
  protection.job.succeeded = outcome === SUCCEEDED;
  stopJob(state, protection);
}

/**
 * Marks a job as ended and frees its slots; `dispatchFollowUps` starts what follows from its end.
 */
export function stopJob(state: State, protection: Protection): void {
  state.ended[state.endings++] = protection.index;
  protection.job.busy = false;
  protection.job.started = false;
  protection.job.attempt++;
  state.busy--;
  releaseSlot(protection.slotQueue);
}
