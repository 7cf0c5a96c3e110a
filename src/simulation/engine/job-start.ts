import { INCREMENTAL } from '../plan/levels.ts';
import { occurrenceAt } from '../plan/window-occurrences.ts';
import { dropFirst, firstJob, put } from '../sharing/queue.ts';
import { hasNewPoint, isCopiedAfter } from './copying.ts';
import { schedule, WINDOW_CLOSES, WINDOW_OPENS } from './event-list.ts';
import { stopJob, tryJob } from './job.ts';
import { aimJob } from './job-size.ts';
import { closingOf } from './outcome.ts';
import { protectionAt } from './packed/pack.ts';
import type { Protection } from './protection.ts';
import { hasSlot, nextQueue, takeSlot } from './slots.ts';
import type { State } from './state.ts';
import { clearJob } from './tally.ts';
import { waitUncontended } from './uncontended.ts';
import { noteUnstarted } from './unstarted.ts';
import { missWindow } from './window-outcomes.ts';

/** Seconds by which a job may miss the closing of its window by rounding: ending then still fits. */
const GRACE = 1e-6;

/** Makes a job ready: it starts at once, or when it is its turn at its site and its store. */
export function readyJob(
  state: State,
  protection: Protection,
  level: number,
  occurrence: number,
): void {
  const { job } = protection;
  job.busy = true;
  // The closing of an older job's window is void, also while this one waits for its turn.
  job.number++;
  state.busy++;
  job.level = level;
  job.occurrence = occurrence;
  job.ready = state.now;
  const delay = protection.policy.copy?.delay ?? 0;
  if (delay > 0 && !waitUncontended(state, delay)) {
    schedule(state.eventList, protection.index, state.now + delay, WINDOW_OPENS, job.number);
  } else enqueue(state, protection);
}

/** Makes a copy due: it begins now where there is something new, or after the one under way. */
export function dueCopy(state: State, copy: Protection): void {
  const delay = copy.policy.copy?.delay ?? 0;
  if (copy.job.busy) copy.again = true;
  else if (hasNewPoint(copy) && state.base + state.now + delay < state.plan.end) {
    readyJob(state, copy, INCREMENTAL, -1);
  }
}

/** Starts a job, or has it wait for its turn at its site and its store. */
export function enqueue(state: State, protection: Protection): void {
  if (hasSlot(protection.slotQueue)) startJob(state, protection);
  else {
    put(protection.slotQueue.waiting, state.arrivals++, protection.index);
    state.waiting++;
  }
}

/** Starts the waiting jobs whose turn it is, in the order in which they came. */
function startWaiting(state: State): void {
  for (
    let slotQueue = nextQueue(state.slotQueues);
    slotQueue;
    slotQueue = nextQueue(state.slotQueues)
  ) {
    const next = protectionAt(state, firstJob(slotQueue.waiting));
    dropFirst(slotQueue.waiting);
    state.waiting--;
    if (isPastEnd(state)) giveUp(state, next);
    else startJob(state, next);
  }
}

/** Has a job that comes to its turn while its window is shut wait for it to open; it missed its night. */
function waitsForWindow(state: State, protection: Protection): boolean {
  const { job, windowOutcomes } = protection;
  const instant = state.base + state.now;
  if (!windowOutcomes || instant < closingOf(protection)) return false;
  const missed = job.occurrence;
  job.occurrence = occurrenceAt(windowOutcomes, instant);
  const opens = windowOutcomes.opens[job.occurrence] ?? Infinity;
  if (opens <= instant) return false;
  missWindow(windowOutcomes, missed);
  if (opens < state.plan.end) {
    schedule(state.eventList, protection.index, opens - state.base, WINDOW_OPENS, job.number);
  } else {
    job.occurrence = -1;
    giveUp(state, protection);
  }
  return true;
}

/** A job that waits beyond the end of the horizon does not belong to it. */
const isPastEnd = ({ base, now, plan }: State): boolean => base + now >= plan.end;

function giveUp(state: State, protection: Protection): void {
  protection.job.busy = false;
  state.busy--;
  noteUnstarted(state, protection, protection.job.occurrence);
}

function startJob(state: State, protection: Protection): void {
  const { job, policy, chain } = protection;
  if (waitsForWindow(state, protection)) return;
  takeSlot(protection.slotQueue);
  job.started = true;
  job.start = state.base + state.now;
  job.wait = state.now - job.ready;
  job.attempts = 0;
  clearJob(protection);
  aimJob(protection);
  if (policy.skipsUnchanged && job.read === 0 && chain.rows.count > 0) {
    skipUnchanged(state, protection);
    return;
  }
  const closes = policy.cut ? closingOf(protection) : Infinity;
  if (closes < Infinity) {
    const due = closes - state.base + GRACE;
    job.number++;
    schedule(state.eventList, protection.index, due, WINDOW_CLOSES, job.number);
  }
  tryJob(state, protection);
}

/** Nothing has changed since the newest point, which is as good as a new one. */
function skipUnchanged(state: State, protection: Protection): void {
  protection.job.succeeded = false;
  protection.seenTime = protection.job.time;
  stopJob(state, protection);
}

/** Starts the oldest job that came due while another of the same protection was running. */
export function startQueued(state: State, protection: Protection): void {
  const group = state.strategy.groups[protection.policy.group];
  if (
    !group ||
    protection.job.busy ||
    protection.nextTrigger >= protection.dueTriggers ||
    isPastEnd(state)
  )
    return;
  const trigger = protection.nextTrigger++;
  readyJob(
    state,
    protection,
    group.levels[trigger] as number,
    group.occurrences[trigger] as number,
  );
}

/**
 * Lets go on what waited for jobs that have ended: others for their turns, the next ones of the same
 * protection, copies of the new point. Jobs that end in no time are seen to in the same way, one
 * after the other and not from within each other.
 */
export function dispatchFollowUps(state: State): void {
  for (let i = 0; i < state.endings; i++) {
    const index = state.ended[i] as number;
    let protection = protectionAt(state, index);
    const { uncontendedUntil } = state;
    // What begins at one instant begins before any of it hurries on.
    if (i < state.endings - 1 || followUpCount(state, protection) > 1)
      state.uncontendedUntil = -Infinity;
    if (state.waiting > 0) {
      startWaiting(state);
      // Those that were called may have taken the visitor elsewhere.
      protection = protectionAt(state, index);
    }
    if (protection.policy.queue) startQueued(state, protection);
    startCopies(state, protection);
    state.uncontendedUntil = uncontendedUntil;
  }
  state.endings = 0;
}

/** How many jobs may begin because one has ended: of others that wait, queued ones, copies. */
function followUpCount({ waiting }: State, protection: Protection): number {
  const { copies, policy, job, again, lastLevel } = protection;
  let count = (waiting > 0 ? 1 : 0) + (policy.queue ? 1 : 0) + (again ? 1 : 0);
  for (let c = 0; job.succeeded && c < copies.length; c++) {
    if (isCopiedAfter(copies[c] as Protection, lastLevel)) count++;
  }
  return count;
}

function startCopies(state: State, protection: Protection): void {
  const { copies, lastLevel, job } = protection;
  for (let c = 0; job.succeeded && c < copies.length; c++) {
    const copy = copies[c] as Protection;
    if (isCopiedAfter(copy, lastLevel)) dueCopy(state, copy);
  }
  if (!protection.again) return;
  protection.again = false;
  dueCopy(state, protection);
}
