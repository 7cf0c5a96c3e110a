import {
  FINISHED,
  kindOf,
  numberOf,
  READY_TO_MOVE,
  schedule,
  TRY_AGAIN,
  WINDOW_CLOSES,
  WINDOW_OPENS,
} from './agenda.ts';
import { reserve } from './books.ts';
import { abandonFlow, endFlow, startFlow } from './flow.ts';
import { FINISH, type FlowSpec, LATENCY, PREPARE, RETRY, SCAN } from './flow-spec.ts';
import type { Guard } from './guard.ts';
import { amountOf, sizeJob } from './job-size.ts';
import { FULL, SEED } from './levels.ts';
import { missNight, nightOf } from './nights.ts';
import { bookOutcome, bookTraffic, closingOf } from './outcome.ts';
import { dropFirst, firstJob, put } from './queue.ts';
import type { FlowClass } from './sharing.ts';
import type { State } from './state.ts';
import { addTerm, clearJob } from './tally.ts';
import { isTurn, nextLine, takeTurn } from './turns.ts';
import { noteUnstarted } from './unstarted.ts';

/** Seconds by which a job may miss the closing of its window by rounding: ending then still fits. */
const GRACE = 1e-6;

/** Makes a job ready: it starts at once, or when it is its turn at its site and its store. */
export function readyJob(state: State, guard: Guard, level: number, night: number): void {
  const { job } = guard;
  job.busy = true;
  // The closing of an older job's window is void, also while this one waits for its turn.
  job.number++;
  state.busy++;
  job.level = level;
  job.night = night;
  job.ready = state.now;
  standInLine(state, guard);
}

function standInLine(state: State, guard: Guard): void {
  if (isTurn(guard.line)) startJob(state, guard);
  else {
    put(guard.line.waiting, state.arrivals++, guard.index);
    state.waiting++;
  }
}

/**
 * Starts the waiting jobs whose turn it is, in the order in which they came. Where one ends in no
 * time, those that are still waiting are looked at again here, not called from within.
 */
function callWaiting(state: State): void {
  if (state.calling) return;
  state.calling = true;
  for (let line = nextLine(state.lines); line; line = nextLine(state.lines)) {
    const next = state.guards[firstJob(line.waiting)] as Guard;
    dropFirst(line.waiting);
    state.waiting--;
    if (isOver(state)) giveUp(state, next);
    else startJob(state, next);
  }
  state.calling = false;
}

/** Has a job that comes to its turn while its window is shut wait for it to open; it missed its night. */
function waitsForWindow(state: State, guard: Guard): boolean {
  const { job, nights } = guard;
  const instant = state.base + state.now;
  if (!nights || instant < closingOf(guard)) return false;
  const missed = job.night;
  job.night = nightOf(nights, instant);
  const opens = nights.opens[job.night] ?? Infinity;
  if (opens <= instant) return false;
  missNight(nights, missed);
  if (opens < state.plan.end) {
    schedule(state, guard, opens - state.base, WINDOW_OPENS, job.number);
  } else {
    job.night = -1;
    giveUp(state, guard);
  }
  return true;
}

/** A job that waits beyond the end of the horizon does not belong to it. */
const isOver = ({ base, now, plan }: State): boolean => base + now >= plan.end;

function giveUp(state: State, guard: Guard): void {
  guard.job.busy = false;
  state.busy--;
  noteUnstarted(state, guard, guard.job.night);
}

function startJob(state: State, guard: Guard): void {
  const { job } = guard;
  if (waitsForWindow(state, guard)) return;
  takeTurn(guard, -1);
  job.started = true;
  job.start = state.base + state.now;
  job.wait = state.now - job.ready;
  job.attempts = 0;
  clearJob(guard);
  if (guard.chain.rows.count === 0) job.level = guard.runs === 0 ? SEED : FULL;
  sizeJob(guard);
  const closes = guard.policy.cut ? closingOf(guard) : Infinity;
  if (closes < Infinity) {
    const due = closes - state.base + GRACE;
    job.number++;
    schedule(state, guard, due, WINDOW_CLOSES, job.number);
  }
  tryJob(state, guard);
}

/** Begins an attempt: fixed times first, and the delay of the way, which the last byte meets. */
function tryJob(state: State, guard: Guard): void {
  const { job, policy } = guard;
  job.attempt++;
  job.attempts++;
  const changedFiles = job.source > 0 ? (guard.files * job.read) / job.source : 0;
  const scan = guard.scanSeconds + policy.tool.perFile * changedFiles;
  addTerm(guard, PREPARE, policy.tool.prepare);
  addTerm(guard, SCAN, scan);
  addTerm(guard, LATENCY, guard.latency);
  const seconds = policy.tool.prepare + scan + guard.latency;
  if (seconds > 0) schedule(state, guard, state.now + seconds, READY_TO_MOVE, job.attempt);
  else startMove(state, guard);
}

/** Sets room aside in the store and lets the data flow; in a full store only as far as it goes. */
function startMove(state: State, guard: Guard): void {
  const { job, store } = guard;
  const room = store.limit - store.stored - store.inFlight;
  job.room = job.need > room ? Math.max(0, room) / job.need : Infinity;
  job.fails = job.room <= 1 && !state.unbounded;
  job.reserved = job.fails ? Math.max(0, room) : job.need;
  job.amount = job.fails ? job.read * job.room : job.read;
  reserve(state.books, store, job.reserved, job.start);
  job.phase = -1;
  job.phaseStart = state.now;
  nextPhase(state, guard);
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
  const { finish } = policy.tool;
  addTerm(guard, FINISH, finish);
  if (finish > 0) schedule(state, guard, state.now + finish, FINISHED, job.attempt);
  else concludeJob(state, guard);
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
  job.reserved = 0;
  addTerm(guard, RETRY, policy.retryAfter);
  schedule(state, guard, state.now + policy.retryAfter, TRY_AGAIN, job.attempt);
}

/** What the agenda holds comes due; what belongs to an attempt or a job that is over is passed by. */
export function onDue(state: State, guard: Guard, mark: number): void {
  const { job } = guard;
  const what = kindOf(mark);
  const of = numberOf(mark);
  if (what === WINDOW_CLOSES || what === WINDOW_OPENS) {
    if (!job.busy || of !== job.number) return;
    if (what === WINDOW_OPENS) {
      standInLine(state, guard);
      return;
    }
    abandonFlow(state, guard);
    endJob(state, guard, false);
  } else if (of !== job.attempt || !job.busy) return;
  else if (what === READY_TO_MOVE) startMove(state, guard);
  else if (what === FINISHED) concludeJob(state, guard);
  else tryJob(state, guard);
}

/** A flow ended: its time goes to its term, and the job goes on. */
export function onFlowEnd(state: State, group: FlowClass): void {
  const guard = state.guards[endFlow(state, group)] as Guard;
  const { job, flows } = guard;
  const { term } = flows.specs[job.phase] as FlowSpec;
  addTerm(guard, term, state.now - job.phaseStart);
  nextPhase(state, guard);
}

function endJob(state: State, guard: Guard, well: boolean): void {
  const { job } = guard;
  bookOutcome(state, guard, well);
  job.busy = false;
  job.started = false;
  job.attempt++;
  state.busy--;
  takeTurn(guard, 1);
  if (state.waiting > 0) callWaiting(state);
  if (guard.policy.queue) startQueued(state, guard);
}

/**
 * Starts the oldest job that came due while another of the same protection was running, and the
 * next ones where it ends in no time: one after the other, not from within.
 */
export function startQueued(state: State, guard: Guard): void {
  const group = state.strategy.groups[guard.policy.group];
  if (!group || guard.starting) return;
  guard.starting = true;
  while (!guard.job.busy && guard.nextTrigger < guard.dueTriggers && !isOver(state)) {
    const trigger = guard.nextTrigger++;
    readyJob(state, guard, group.levels[trigger] as number, group.nights[trigger] as number);
  }
  guard.starting = false;
}
