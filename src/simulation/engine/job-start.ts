import { INCREMENTAL, PRUNE } from '../plan/levels.ts';
import { occurrenceAt } from '../plan/window-occurrences.ts';
import { dropFirst, firstJob, put } from '../sharing/queue.ts';
import { hasNewPoint, isAheadOfSource, isBehindRoot, isCopiedAfter } from './copying.ts';
import { schedule, WINDOW_CLOSES, WINDOW_OPENS } from './event-list.ts';
import { stopJob, tryJob, tryPrune } from './job.ts';
import { aimJob } from './job-size.ts';
import { closingOf } from './outcome.ts';
import { protectionAt } from './packed/pack.ts';
import { type Protection, seenUnchanged } from './protection.ts';
import {
  leavePending,
  noteIdle,
  noteMiss,
  noteUnstarted,
  SOURCE_BEHIND,
  STILL_RUNNING,
} from './schedule-record.ts';
import { hasSlot, nextQueue, takeSlot } from './slots.ts';
import type { State } from './state.ts';
import { clearJob } from './tally.ts';
import { missWindow } from './window-outcomes.ts';

/** Seconds by which a job may end after its window closes: only rounding makes it late. */
const GRACE = 1e-6;

/** Makes a job ready: it starts once its site and store have slots. It waits since `since`. */
export function readyJob(
  state: State,
  protection: Protection,
  level: number,
  occurrence: number,
  since = state.now,
): void {
  const { job } = protection;
  job.busy = true;
  // Voids the window-close event of an older job, also while this one waits for slots.
  job.number++;
  state.busy++;
  job.level = level;
  job.occurrence = occurrence;
  job.ready = since;
  enqueue(state, protection);
}

/** Triggers a copy, which is due after its delay: each point, or date, by itself. */
export function triggerCopy(state: State, copy: Protection): void {
  const delay = copy.policy.copy?.delay ?? 0;
  if (state.base + state.now + delay >= state.plan.end) return;
  if (delay === 0) {
    dueCopy(state, copy);
    return;
  }
  put(state.putOff, state.now + delay, copy.index);
}

/** Handles a copy that is due: its job begins now if there is a new point, or after the job under way. */
export function dueCopy(state: State, copy: Protection): void {
  const instant = state.base + state.now;
  if (copy.job.busy) {
    copy.due++;
    // The newer point takes the place of the one that waits.
    if (copy.again) noteMiss(copy, STILL_RUNNING, instant);
    copy.again = true;
  } else if (hasNewPoint(copy)) {
    copy.due++;
    readyJob(state, copy, INCREMENTAL, -1);
  } else {
    if (isAheadOfSource(copy)) copy.early++;
    if (!isBehindRoot(copy)) return;
    copy.due++;
    noteMiss(copy, SOURCE_BEHIND, instant);
  }
}

/** Starts a job, or puts it into its slot queue if its site or its store has no slot free. */
export function enqueue(state: State, protection: Protection): void {
  if (hasSlot(protection.slotQueue)) startJob(state, protection);
  else {
    put(protection.slotQueue.waiting, state.arrivals++, protection.index);
    state.waiting++;
  }
}

/** Starts the waiting jobs that fit into the free slots, in order of arrival. */
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

/**
 * Handles a job that gets its slots after its window has closed: that occurrence is missed. The job
 * takes the one that is open now, or waits for the next opening. Without another opening in the
 * horizon it is given up.
 *
 * @returns false if the job may start now.
 */
function waitsForWindow(state: State, protection: Protection): boolean {
  const { job, windowOutcomes } = protection;
  const instant = state.base + state.now;
  if (!windowOutcomes || instant < closingOf(protection)) return false;
  missWindow(windowOutcomes, job.occurrence);
  job.occurrence = occurrenceAt(windowOutcomes, instant);
  const opens = windowOutcomes.opens[job.occurrence] ?? Infinity;
  if (opens <= instant) return false;
  if (opens < state.plan.end) {
    schedule(state.eventList, protection.index, opens - state.base, WINDOW_OPENS, job.number);
  } else {
    job.occurrence = -1;
    giveUp(state, protection);
  }
  return true;
}

/** Whether the horizon is over: a job that has not started by then is not simulated. */
const isPastEnd = ({ base, now, plan }: State): boolean => base + now >= plan.end;

function giveUp(state: State, protection: Protection): void {
  protection.job.busy = false;
  state.busy--;
  if (protection.job.level === PRUNE) return;
  noteUnstarted(state, protection, protection.job.occurrence);
  leavePending(protection);
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
  if (job.level === PRUNE) {
    tryPrune(state, protection);
    return;
  }
  aimJob(protection);
  if (isAheadOfSource(protection)) protection.early++;
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

/** Ends a job without a point: nothing has changed, so the newest point is still up to date. */
function skipUnchanged(state: State, protection: Protection): void {
  protection.job.succeeded = false;
  seenUnchanged(protection, protection.job.time);
  stopJob(state, protection);
}

/** Starts the oldest trigger that came due while another job of the protection was running, or a prune. */
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
  const [level, occurrence] = [group.levels[trigger], group.occurrences[trigger]];
  // What waits for a prune alone has waited since it was due.
  const since = protection.policy.queue ? state.now : (group.times[trigger] as number) - state.base;
  readyJob(state, protection, level as number, occurrence as number, since);
}

/** Starts the prune that came due while another job of the protection was running. */
function startPrune(state: State, protection: Protection): void {
  const since = protection.pruneDue;
  protection.pruneDue = -1;
  if (!isPastEnd(state)) readyJob(state, protection, PRUNE, -1, since);
}

/**
 * Starts what waited for the jobs that ended in this event: jobs in slot queues, queued triggers of
 * the same protection, copies of the new point. These may end at once and are appended to the list;
 * a loop instead of recursion bounds the stack.
 */
export function dispatchFollowUps(state: State): void {
  for (let i = 0; i < state.endings; i++) {
    const index = state.ended[i] as number;
    let protection = protectionAt(state, index);
    const { uncontendedUntil } = state;
    // What begins now may take the fast path, which advances the clock to its end.
    const instant = state.base + state.now;
    // If several jobs begin at this instant, all must have begun before one takes the fast path.
    if (i < state.endings - 1 || followUpCount(state, protection) > 1)
      state.uncontendedUntil = -Infinity;
    if (state.waiting > 0) {
      startWaiting(state);
      // The jobs just started may have moved the cursor.
      protection = protectionAt(state, index);
    }
    if (protection.pruneDue >= 0) startPrune(state, protection);
    if (protection.nextTrigger < protection.dueTriggers) startQueued(state, protection);
    startCopies(state, protection);
    // A run that began on the fast path has ended by now, and is the next of the list.
    const hasEndedAgain = i < state.endings - 1 && state.ended[state.endings - 1] === index;
    if (!hasEndedAgain) noteIdle(state, protection, instant);
    state.uncontendedUntil = uncontendedUntil;
  }
  state.endings = 0;
}

/** The most jobs that may begin because one has ended: waiting, queued, copies. */
function followUpCount({ waiting }: State, protection: Protection): number {
  const { copies, policy, job, again, lastLevel, pruneDue, nextTrigger, dueTriggers } = protection;
  const isQueued = policy.queue || nextTrigger < dueTriggers;
  let count =
    (waiting > 0 ? 1 : 0) + (isQueued ? 1 : 0) + (again ? 1 : 0) + (pruneDue >= 0 ? 1 : 0);
  for (let c = 0; job.succeeded && c < copies.length; c++) {
    if (isCopiedAfter(copies[c] as Protection, lastLevel)) count++;
  }
  return count;
}

/** Triggers the copies of a new point, and a copy again that missed one while it was running. */
function startCopies(state: State, protection: Protection): void {
  const { copies, lastLevel, job } = protection;
  for (let c = 0; job.succeeded && c < copies.length; c++) {
    const copy = copies[c] as Protection;
    if (isCopiedAfter(copy, lastLevel)) triggerCopy(state, copy);
  }
  if (!protection.again) return;
  protection.again = false;
  if (hasNewPoint(protection) && !isPastEnd(state)) readyJob(state, protection, INCREMENTAL, -1);
}
