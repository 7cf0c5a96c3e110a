import { share } from '../sharing/filling.ts';
import { dropFirst, firstJob, firstKey } from '../sharing/queue.ts';
import { catchUp, type FlowClass, firstToEnd } from '../sharing/sharing.ts';
import { toNextCapacity } from './continuous/capacity.ts';
import { advanceGroups, type Dates, datesOf } from './dates.ts';
import {
  clear,
  firstOf,
  firstTag,
  firstTime,
  kindOf,
  numberOf,
  popFirst,
  WINDOW_OPENS,
} from './event-list.ts';
import { onDue, onFlowEnd } from './job.ts';
import {
  dispatchFollowUps,
  dueCopy,
  enqueue,
  readyJob,
  startQueued,
  triggerCopy,
} from './job-start.ts';
import { pruneChain } from './outcome.ts';
import { protectionAt } from './packed/pack.ts';
import type { Protection } from './protection.ts';
import { duePrune, waitsForPrune } from './prune-lock.ts';
import { newSamples, type Samples, sampleUpTo } from './samples.ts';
import { giveUpQueued, noteMiss, STILL_RUNNING } from './schedule-record.ts';
import type { State } from './state.ts';
import { missWindow } from './window-outcomes.ts';

/**
 * Simulates a run from event to event, up to the end of the horizon.
 *
 *   idle ─▶ next trigger ─▶ jobs flow, wait, end, prune ─▶ idle ─▶ … ─▶ end of the horizon
 *
 * Events are ordered by (time, kind, insertion): ends of flows and fixed times, then copies whose
 * delay is over, then changes of capacity, then prunes, then triggers. So a job that ends when the
 * next one is due has ended. The clock is a whole number of seconds at which the busy period began,
 * plus the seconds since; this keeps the time of a lone job exact, however far the horizon lies from
 * 1970.
 *
 * @param watch called after each event, for tests of invariants; it disables the fast path.
 * @returns the bytes in each store at the sample instants.
 */
export function play(state: State, watch?: (state: State) => void): Samples {
  const run: PlayContext = {
    state,
    dates: datesOf(state),
    samples: newSamples(state),
    fastPath: watch === undefined,
  };
  while (step(run)) watch?.(state);
  for (const protection of state.protections) giveUpQueued(state, protection);
  sampleUpTo(run.samples, state, Infinity);
  return run.samples;
}

interface PlayContext {
  readonly state: State;
  readonly dates: Dates;
  readonly samples: Samples;
  /** Whether an uncontended job may take the fast path (see `uncontended.ts`). */
  readonly fastPath: boolean;
}

/** Seconds of tolerance: a job that ends as another is due must not end after it by rounding. */
const TIE = 1e-6;

/** Processes the next event; returns false if there is none. */
function step(run: PlayContext): boolean {
  const { state, dates } = run;
  const { eventList, sharing } = state;
  if (state.busy === 0 && state.putOff.size === 0) {
    if (dates.next === Infinity) return false;
    beginBusyPeriod(run);
    runDates(run);
    return true;
  }
  const dueAt = firstTime(eventList);
  // An event due now precedes any progress of flows, so the rates are not needed yet.
  if (dueAt <= state.now) {
    runDue(run);
    return true;
  }
  if (sharing.stale) share(sharing);
  const ends = firstToEnd(sharing);
  const flowAt = ends ? ends.endsAt : Infinity;
  const capacityAt = dates.nextCapacity - state.base;
  const nextDateAt = dates.next - state.base;
  const endAt = Math.min(flowAt, dueAt);
  const copyAt = firstKey(state.putOff);
  if (Math.min(endAt, copyAt) <= Math.min(capacityAt, nextDateAt + TIE)) {
    // What ends as a copy is due comes first: days later it may seem to end after it by rounding.
    if (copyAt + TIE < endAt) runCopy(run);
    else if (flowAt <= dueAt) endFlows(run, ends);
    else runDue(run);
  } else if (capacityAt <= nextDateAt) {
    advanceTo(run, capacityAt);
    changeCapacity(run);
  } else {
    advanceTo(run, nextDateAt);
    runDates(run);
  }
  return true;
}

/** Starts a busy period at the next trigger or prune. */
function beginBusyPeriod(run: PlayContext): void {
  const { state, dates } = run;
  clear(state.eventList);
  state.base = dates.next;
  setClock(state, 0);
  while (dates.nextCapacity <= state.base) changeCapacity(run);
  sample(run);
}

function advanceTo(run: PlayContext, time: number): void {
  setClock(run.state, Math.max(time, run.state.now));
  sample(run);
}

function setClock(state: State, time: number): void {
  state.now = time;
  state.sharing.now = time;
}

function sample(run: PlayContext): void {
  const { state, samples } = run;
  const instant = state.base + state.now;
  if (instant < samples.due) return;
  sampleUpTo(samples, state, instant);
  setUncontendedUntil(run);
}

/** Sets the instant before which only jobs under way cause events. */
function setUncontendedUntil({ state, dates, samples, fastPath }: PlayContext): void {
  if (!fastPath) return;
  state.uncontendedUntil = Math.min(dates.next, dates.nextCapacity, samples.due);
}

/** Ends the flows of a class that are done now, and starts what follows from each. */
function endFlows(run: PlayContext, group: FlowClass | null): void {
  const { state } = run;
  if (!group) throw new Error('jobs are under way and nothing is ever due');
  advanceTo(run, group.endsAt);
  catchUp(state.sharing, group);
  // Exactly the end of the first flow: progress up to here has been rounded.
  const until = firstKey(group.flows);
  group.done = until;
  // A follow-up job may reuse the class once it has ended; its `done` then differs.
  while (group.members > 0 && group.done === until && firstKey(group.flows) <= until) {
    onFlowEnd(state, group);
    dispatchFollowUps(state);
  }
}

/** Processes the first event of the event list. */
function runDue(run: PlayContext): void {
  const { state } = run;
  const { eventList } = state;
  advanceTo(run, firstTime(eventList));
  const protection = protectionAt(state, firstOf(eventList));
  const tag = firstTag(eventList);
  popFirst(eventList);
  if (kindOf(tag) !== WINDOW_OPENS) onDue(state, protection, tag);
  else if (protection.job.busy && numberOf(tag) === protection.job.number)
    enqueue(state, protection);
  dispatchFollowUps(state);
}

/** Handles the copy whose delay is over first. */
function runCopy(run: PlayContext): void {
  const { state } = run;
  const { putOff } = state;
  advanceTo(run, firstKey(putOff));
  const copy = protectionAt(state, firstJob(putOff));
  dropFirst(putOff);
  dueCopy(state, copy);
  dispatchFollowUps(state);
}

function changeCapacity(run: PlayContext): void {
  toNextCapacity(run.state, run.dates);
  setUncontendedUntil(run);
  run.state.sharing.stale = true;
}

/**
 * Runs the prunes of an instant, then its triggers. The fast path stays closed up to the last
 * trigger, so that all jobs of the instant have begun before one runs ahead.
 */
function runDates(run: PlayContext): void {
  const { state, dates } = run;
  const { strategy } = state;
  const instant = dates.next;
  state.uncontendedUntil = -Infinity;
  for (let p = 0; p < strategy.prunes.length; p++) {
    if (strategy.prunes[p]?.[dates.prune[p] as number] !== instant) continue;
    dates.prune[p] = (dates.prune[p] as number) + 1;
    for (const protection of dates.pruned[p] as Protection[]) {
      if (!protection.policy.pruning) pruneChain(state, protection, instant);
      else duePrune(state, protection);
    }
  }
  let left = advanceGroups(strategy, dates);
  if (left === 0) setUncontendedUntil(run);
  for (let g = 0; left > 0 && g < strategy.groups.length; g++) {
    const index = (dates.trigger[g] as number) - 1;
    if (strategy.groups[g]?.times[index] !== instant) continue;
    const protections = dates.protections[g] as Int32Array;
    for (let i = 0; i < protections.length; i++) {
      if (--left === 0) setUncontendedUntil(run);
      trigger(state, protectionAt(state, protections[i] as number), index);
      dispatchFollowUps(state);
    }
  }
}

/** Starts the job of a trigger, queues it, or skips it because an older one is still running. */
function trigger(state: State, protection: Protection, index: number): void {
  const group = state.strategy.groups[protection.policy.group];
  if (!group) return;
  const occurrence = group.occurrences[index] as number;
  if (protection.from) {
    triggerCopy(state, protection);
    return;
  }
  protection.due++;
  if (protection.policy.queue) {
    protection.dueTriggers = index + 1;
    startQueued(state, protection);
    return;
  }
  if (!protection.job.busy) {
    readyJob(state, protection, group.levels[index] as number, occurrence);
    return;
  }
  if (waitsForPrune(protection, index)) return;
  state.skipped++;
  noteMiss(protection, STILL_RUNNING, state.base + state.now);
  missWindow(protection.windowOutcomes, occurrence);
}
