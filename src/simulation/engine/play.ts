import { share } from '../sharing/filling.ts';
import { firstKey } from '../sharing/queue.ts';
import { catchUp, type FlowClass, firstToEnd, type SharedResource } from '../sharing/sharing.ts';
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
import { dispatchFollowUps, dueCopy, enqueue, readyJob, startQueued } from './job-start.ts';
import { pruneChain } from './outcome.ts';
import { protectionAt } from './packed/pack.ts';
import type { Protection } from './protection.ts';
import { newSamples, type Samples, sampleUpTo } from './samples.ts';
import type { State } from './state.ts';
import { giveUpQueued } from './unstarted.ts';
import { missWindow } from './window-outcomes.ts';

/**
 * Plays the events of a run up to the end of the horizon.
 *
 *   idle ─▶ next trigger ─▶ jobs flow, wait, end, prune ─▶ idle ─▶ … ─▶ end of the horizon
 *
 * Events come in the order of (time, kind, serial): ends of flows and fixed times, then changes of
 * capacity, then prunes, then triggers. So a job that ends as the next is due has ended. Time is
 * kept as whole seconds at which the present busy period began, and seconds since, so that a lone
 * job's time is exact.
 *
 * @param watch called after each event, for tests of what must hold at every one; no job hurries on then.
 * @returns what each store held at the sample instants, to the end.
 */
export function play(state: State, watch?: (state: State) => void): Samples {
  const run: PlayContext = {
    state,
    dates: datesOf(state),
    samples: newSamples(state.plan),
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
  /** Whether a job that is alone goes on by itself. */
  readonly fastPath: boolean;
}

/** Rounding of long busy periods must not let a job end after a trigger it ends with. */
const TIE = 1e-6;

/** Goes to the next event and lets it happen; false where nothing is left to do. */
function step(run: PlayContext): boolean {
  const { state, dates } = run;
  const { eventList, sharing } = state;
  if (state.busy === 0) {
    if (dates.next === Infinity) return false;
    beginBusyPeriod(run);
    runDates(run);
    return true;
  }
  const dueAt = firstTime(eventList);
  // What is due at once comes before any flow can go on, so rates need not be known yet.
  if (dueAt <= state.now) {
    runDue(run);
    return true;
  }
  if (sharing.stale) share(sharing);
  const ends = firstToEnd(sharing);
  const flowAt = ends ? ends.endsAt : Infinity;
  const throttleAt = dates.nextThrottle - state.base;
  const nextDateAt = dates.next - state.base;
  const first = Math.min(flowAt, dueAt);
  if (first <= throttleAt && first <= nextDateAt + TIE) {
    if (flowAt <= dueAt) endFlows(run, ends);
    else runDue(run);
  } else if (throttleAt <= nextDateAt) {
    advanceTo(run, throttleAt);
    changeCapacity(run);
  } else {
    advanceTo(run, nextDateAt);
    runDates(run);
  }
  return true;
}

/** Begins a new busy period. */
function beginBusyPeriod(run: PlayContext): void {
  const { state, dates } = run;
  clear(state.eventList);
  state.base = dates.next;
  setClock(state, 0);
  while (dates.nextThrottle <= state.base) changeCapacity(run);
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

/** Works out until when nothing comes but what jobs do. */
function setUncontendedUntil({ state, dates, samples, fastPath }: PlayContext): void {
  if (!fastPath) return;
  state.uncontendedUntil = Math.min(dates.next, dates.nextThrottle, samples.due);
}

function endFlows(run: PlayContext, group: FlowClass | null): void {
  const { state } = run;
  if (!group) throw new Error('jobs are under way and nothing is ever due');
  advanceTo(run, group.endsAt);
  catchUp(state.sharing, group);
  // The first flow to end is exactly at its end, whatever the rounding on the way.
  const until = firstKey(group.flows);
  group.done = until;
  // A job that follows may take the place of the class that ended, and begin one like it.
  while (group.members > 0 && group.done === until && firstKey(group.flows) <= until) {
    onFlowEnd(state, group);
    dispatchFollowUps(state);
  }
}

/** Lets the first thing on the agenda happen. */
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

function changeCapacity(run: PlayContext): void {
  const { state, dates } = run;
  const { throttle } = state.plan;
  const index = dates.throttle++;
  const resource = throttle.resources[index] as number;
  const value = throttle.values[index] as number;
  const whole = state.baseCapacity[resource] as number;
  (state.sharing.resources[resource] as SharedResource).capacity =
    throttle.asShare[index] === 1 ? whole * value : Math.min(whole, value);
  dates.nextThrottle = throttle.times[index + 1] ?? Infinity;
  setUncontendedUntil(run);
  state.sharing.stale = true;
}

/** Runs the prunes of an instant, then starts its jobs. */
function runDates(run: PlayContext): void {
  const { state, dates } = run;
  const { strategy } = state;
  const instant = dates.next;
  state.uncontendedUntil = -Infinity;
  for (let p = 0; p < strategy.prunes.length; p++) {
    if (strategy.prunes[p]?.[dates.prune[p] as number] !== instant) continue;
    dates.prune[p] = (dates.prune[p] as number) + 1;
    for (const protection of dates.pruned[p] as Protection[])
      pruneChain(state, protection, instant);
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

function trigger(state: State, protection: Protection, index: number): void {
  const group = state.strategy.groups[protection.policy.group];
  if (!group) return;
  const occurrence = group.occurrences[index] as number;
  if (protection.from) {
    dueCopy(state, protection);
    return;
  }
  if (protection.policy.queue) {
    protection.dueTriggers = index + 1;
    startQueued(state, protection);
    return;
  }
  if (!protection.job.busy) {
    readyJob(state, protection, group.levels[index] as number, occurrence);
    return;
  }
  state.skipped++;
  missWindow(protection.windowOutcomes, occurrence);
}
