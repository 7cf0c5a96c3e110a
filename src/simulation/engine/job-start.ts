import { INCREMENTAL } from '../plan/levels.ts';
import { nightOf } from '../plan/window-occurrences.ts';
import { dropFirst, firstJob, put } from '../sharing/queue.ts';
import { follows, hasNews } from './copying.ts';
import { schedule, WINDOW_CLOSES, WINDOW_OPENS } from './event-list.ts';
import { stopJob, tryJob } from './job.ts';
import { aimJob } from './job-size.ts';
import { closingOf } from './outcome.ts';
import { guardAt } from './packed/pack.ts';
import type { Guard } from './protection.ts';
import { isTurn, nextLine, takeTurn } from './slots.ts';
import type { State } from './state.ts';
import { clearJob } from './tally.ts';
import { waitAlone } from './uncontended.ts';
import { noteUnstarted } from './unstarted.ts';
import { missNight } from './window-outcomes.ts';

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
  const delay = guard.policy.copy?.delay ?? 0;
  if (delay > 0 && !waitAlone(state, delay)) {
    schedule(state.agenda, guard.index, state.now + delay, WINDOW_OPENS, job.number);
  } else standInLine(state, guard);
}

/** Makes a copy due: it begins now where there is something new, or after the one under way. */
export function dueCopy(state: State, copy: Guard): void {
  const delay = copy.policy.copy?.delay ?? 0;
  if (copy.job.busy) copy.again = true;
  else if (hasNews(copy) && state.base + state.now + delay < state.plan.end) {
    readyJob(state, copy, INCREMENTAL, -1);
  }
}

/** Starts a job, or has it wait for its turn at its site and its store. */
export function standInLine(state: State, guard: Guard): void {
  if (isTurn(guard.line)) startJob(state, guard);
  else {
    put(guard.line.waiting, state.arrivals++, guard.index);
    state.waiting++;
  }
}

/** Starts the waiting jobs whose turn it is, in the order in which they came. */
function callWaiting(state: State): void {
  for (let line = nextLine(state.lines); line; line = nextLine(state.lines)) {
    const next = guardAt(state, firstJob(line.waiting));
    dropFirst(line.waiting);
    state.waiting--;
    if (isOver(state)) giveUp(state, next);
    else startJob(state, next);
  }
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
    schedule(state.agenda, guard.index, opens - state.base, WINDOW_OPENS, job.number);
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
  const { job, policy, chain } = guard;
  if (waitsForWindow(state, guard)) return;
  takeTurn(guard.line, -1);
  job.started = true;
  job.start = state.base + state.now;
  job.wait = state.now - job.ready;
  job.attempts = 0;
  clearJob(guard);
  aimJob(guard);
  if (policy.skipsUnchanged && job.read === 0 && chain.rows.count > 0) {
    leaveOut(state, guard);
    return;
  }
  const closes = policy.cut ? closingOf(guard) : Infinity;
  if (closes < Infinity) {
    const due = closes - state.base + GRACE;
    job.number++;
    schedule(state.agenda, guard.index, due, WINDOW_CLOSES, job.number);
  }
  tryJob(state, guard);
}

/** Nothing has changed since the newest point, which is as good as a new one. */
function leaveOut(state: State, guard: Guard): void {
  guard.job.well = false;
  guard.seenTime = guard.job.time;
  stopJob(state, guard);
}

/** Starts the oldest job that came due while another of the same protection was running. */
export function startQueued(state: State, guard: Guard): void {
  const group = state.strategy.groups[guard.policy.group];
  if (!group || guard.job.busy || guard.nextTrigger >= guard.dueTriggers || isOver(state)) return;
  const trigger = guard.nextTrigger++;
  readyJob(state, guard, group.levels[trigger] as number, group.nights[trigger] as number);
}

/**
 * Lets go on what waited for jobs that have ended: others for their turns, the next ones of the same
 * protection, copies of the new point. Jobs that end in no time are seen to in the same way, one
 * after the other and not from within each other.
 */
export function goOn(state: State): void {
  for (let i = 0; i < state.endings; i++) {
    const index = state.ended[i] as number;
    let guard = guardAt(state, index);
    const free = state.freeUntil;
    // What begins at one instant begins before any of it hurries on.
    if (i < state.endings - 1 || nextOf(state, guard) > 1) state.freeUntil = -Infinity;
    if (state.waiting > 0) {
      callWaiting(state);
      // Those that were called may have taken the visitor elsewhere.
      guard = guardAt(state, index);
    }
    if (guard.policy.queue) startQueued(state, guard);
    startCopies(state, guard);
    state.freeUntil = free;
  }
  state.endings = 0;
}

/** How many jobs may begin because one has ended: of others that wait, queued ones, copies. */
function nextOf({ waiting }: State, guard: Guard): number {
  const { copies, policy, job, again, lastLevel } = guard;
  let number = (waiting > 0 ? 1 : 0) + (policy.queue ? 1 : 0) + (again ? 1 : 0);
  for (let c = 0; job.well && c < copies.length; c++) {
    if (follows(copies[c] as Guard, lastLevel)) number++;
  }
  return number;
}

function startCopies(state: State, guard: Guard): void {
  const { copies, lastLevel, job } = guard;
  for (let c = 0; job.well && c < copies.length; c++) {
    const copy = copies[c] as Guard;
    if (follows(copy, lastLevel)) dueCopy(state, copy);
  }
  if (!guard.again) return;
  guard.again = false;
  dueCopy(state, guard);
}
