import { cartridgesWith, shelve, unshelve } from '../chain/shelf.ts';
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
import { abandonFlow, endFlow, startFlow } from './flow.ts';
import { amountOf } from './job-size.ts';
import { bookOutcome, bookTraffic } from './outcome.ts';
import type { Guard } from './protection.ts';
import { takeTurn } from './slots.ts';
import type { State } from './state.ts';
import { addTerm } from './tally.ts';
import { type Handling, handlingSeconds } from './tape-handling.ts';
import { waitAlone } from './uncontended.ts';

const NO_HANDLING: Handling = { before: 0, after: 0 };

/** Begins an attempt: fixed times first, and the delay of the way, which the last byte meets. */
export function tryJob(state: State, guard: Guard): void {
  const { job, policy } = guard;
  job.attempt++;
  job.attempts++;
  const changedFiles = job.source > 0 ? (guard.files * job.read) / job.source : 0;
  const scan = guard.scanSeconds + policy.tool.perFile * changedFiles;
  const { tape, chain } = guard;
  const mount =
    tape && chain.shelf ? handlingSeconds(tape, chain.shelf, job.need, guard.drives) : NO_HANDLING;
  job.after = mount.after;
  addTerm(guard, PREPARE, policy.tool.prepare + mount.before);
  addTerm(guard, SCAN, scan);
  addTerm(guard, LATENCY, guard.latency);
  const seconds = policy.tool.prepare + mount.before + scan + guard.latency;
  if (seconds > 0 && !waitAlone(state, seconds)) {
    schedule(state.agenda, guard.index, state.now + seconds, READY_TO_MOVE, job.attempt);
  } else startMove(state, guard);
}

/** Sets room aside in the store and lets the data flow; in a full store only as far as it goes. */
function startMove(state: State, guard: Guard): void {
  const { job, store, chain } = guard;
  if (store.step > 0) buyFor(store, takenBy(guard), job.start);
  const room = store.limit - store.stored - store.inFlight;
  job.room = job.need > room ? Math.max(0, room) / job.need : Infinity;
  const isShelved = chain.shelf === null || shelve(chain.shelf, job.run, job.need);
  if (!isShelved) job.room = 0;
  job.fails = !isShelved || (job.room <= 1 && !state.unbounded);
  job.reserved = job.fails ? Math.max(0, room) : job.need;
  job.amount = job.fails ? job.read * job.room : job.read;
  reserve(state.books, store, job.reserved, job.start);
  job.phase = -1;
  job.phaseStart = state.now;
  nextPhase(state, guard);
}

/** What a store has to hold for a job to have room: bytes, or on tape the cartridges they lie on. */
function takenBy({ job, store, chain: { shelf } }: Guard): number {
  if (shelf) return cartridgesWith(shelf, job.need) * shelf.pool.capacity;
  return store.stored + store.inFlight + job.need;
}

/** Goes on to the next flow that takes time, or to the end of the job. */
function nextPhase(state: State, guard: Guard): void {
  const { job, flows } = guard;
  if (job.phase < 0) job.moveStart = state.now;
  while (++job.phase < flows.specs.length) {
    if (job.phase === flows.moves && endMove(state, guard)) return;
    const amount = amountOf(guard, job.phase);
    if (startFlow(state, guard, job.phase, amount)) return;
  }
  if (job.phase === flows.moves && endMove(state, guard)) return;
  finishJob(state, guard);
}

/** Books what went over the links, and when the store was full; returns whether the job failed. */
function endMove(state: State, guard: Guard): boolean {
  const { job, store } = guard;
  bookTraffic(state, guard, job.store * (job.fails ? job.room : 1));
  if (job.room <= 1 && Number.isNaN(store.fullOn)) {
    const seconds = job.fails ? 0 : (state.now - job.moveStart) * (1 - job.room);
    store.fullOn = state.base + state.now - seconds;
  }
  // The end of this job may be the start of the next one, which has its own fate.
  const { fails } = job;
  if (fails) endJob(state, guard, false);
  return fails;
}

function finishJob(state: State, guard: Guard): void {
  const { job, policy } = guard;
  const finish = policy.tool.finish + job.after;
  addTerm(guard, FINISH, finish);
  if (finish > 0 && !waitAlone(state, finish)) {
    schedule(state.agenda, guard.index, state.now + finish, FINISHED, job.attempt);
  } else concludeJob(state, guard);
}

/** An attempt has done its work: it ended well, or failed and is tried again or given up. */
function concludeJob(state: State, guard: Guard): void {
  const { job, policy } = guard;
  const well = guard.failure === 0 || guard.luck() >= guard.failure;
  if (well || job.attempts > policy.retries) {
    endJob(state, guard, well);
    return;
  }
  reserve(state.books, guard.store, -job.reserved, job.start);
  if (guard.chain.shelf) unshelve(guard.chain.shelf, job.run);
  job.reserved = 0;
  addTerm(guard, RETRY, policy.retryAfter);
  schedule(state.agenda, guard.index, state.now + policy.retryAfter, TRY_AGAIN, job.attempt);
}

/** What the agenda holds comes due; what belongs to an attempt or a job that is over is passed by. */
export function onDue(state: State, guard: Guard, mark: number): void {
  const { job } = guard;
  const what = kindOf(mark);
  const of = numberOf(mark);
  if (what === WINDOW_CLOSES) {
    if (!job.busy || of !== job.number) return;
    abandonFlow(state, guard);
    endJob(state, guard, false);
  } else if (of !== job.attempt || !job.busy) return;
  else if (what === READY_TO_MOVE) startMove(state, guard);
  else if (what === FINISHED) concludeJob(state, guard);
  else tryJob(state, guard);
}

/** A flow ended: its time goes to its term, and the job goes on. */
export function onFlowEnd(state: State, group: FlowClass): void {
  const guard = endFlow(state, group);
  const { job, flows } = guard;
  const { term } = flows.specs[job.phase] as FlowSpec;
  addTerm(guard, term, state.now - job.phaseStart);
  nextPhase(state, guard);
}

function endJob(state: State, guard: Guard, well: boolean): void {
  bookOutcome(state, guard, well);
  guard.job.well = well;
  stopJob(state, guard);
}

/** Takes a job off the books; what follows from its end is seen to by `goOn`. */
export function stopJob(state: State, guard: Guard): void {
  state.ended[state.endings++] = guard.index;
  guard.job.busy = false;
  guard.job.started = false;
  guard.job.attempt++;
  state.busy--;
  takeTurn(guard.line, 1);
}
