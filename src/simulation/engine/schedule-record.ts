/**
 * Whether runs that came due left a point. A protection begins with its seeding: the first full or
 * the first copy, and what came due meanwhile, up to the first moment at which nothing of it is pending.
 * Runs that its seeding holds up are counted apart; they count as missed only if it never ends.
 */
import { newestTime, type Protection } from './protection.ts';
import type { State } from './state.ts';
import { missWindow } from './window-outcomes.ts';

/** Why a run that was due left no point. */
export const MISS_REASONS = [
  'store full',
  'cut off as its window closed',
  'the one before was still running',
  'never begun',
  'its source had no new point',
  'none was due within the horizon',
  'its first point was not there at the end',
] as const;
/** The store had no room. */
export const STORE_FULL = 0;
/** The window closed before the job ended. */
export const CUT_OFF = 1;
/** The job before it was still running. */
export const STILL_RUNNING = 2;
/** It waited up to the end of the horizon. */
const NEVER_BEGUN = 3;
/** A copy whose source, itself a copy, is behind. */
export const SOURCE_BEHIND = 4;
/** The horizon was over before a run came due, or before the only ones due had begun. */
const NONE_DUE = 5;
/** The only run was under way when the horizon was over. */
const STILL_SEEDING = 6;

/** How a job ended: with a point, by a failure that was drawn, or by a reason of `MISS_REASONS`. */
export type Outcome = number;
/** It left a point. */
export const SUCCEEDED = -1;
/** It failed by chance, after all retries. */
export const DRAWN_FAILURE = -2;

/** Whether the seeding of a protection is over. */
export const isSeeded = ({ seededAt }: Protection): boolean => seededAt >= 0;

/** Updates the longest gap between points and the greatest age of the newest point. */
export function recordAge(state: State, protection: Protection): void {
  if (Number.isNaN(protection.lastTime)) return;
  const newest = newestTime(protection);
  const { time } = protection.job;
  // No gap once seeded is longer than the longest of all: most points are done with one comparison.
  if (time - newest > protection.gapOnceSeeded) recordGap(protection, newest, time);
  const age = state.base + state.now - newest;
  if (age > protection.worstAge) protection.worstAge = age;
}

/** Updates the longest gaps with that between two points, given by their times. */
function recordGap(protection: Protection, newest: number, time: number): void {
  if (time - newest > protection.gap) {
    protection.gap = time - newest;
    protection.gapSince = newest;
  }
  if (!isSeeded(protection)) return;
  const from = gapBegins(protection, newest);
  if (time - from > protection.gapOnceSeeded) {
    protection.gapOnceSeeded = time - from;
    protection.gapOnceSeededSince = from;
  }
}

/**
 * Instant from which a gap is judged that a point leaves: where seeding held up runs, not before it was
 * over. A copy has no run of its own for one that the seeding of its source held up.
 */
export const gapBegins = (protection: Protection, newest: number): number =>
  isSeeded(protection) && wasHeldUp(protection) ? Math.max(newest, protection.seededAt) : newest;

const wasHeldUp = ({ seedSkips, from }: Protection): boolean =>
  seedSkips > 0 || (from !== null && wasHeldUp(from));

/** Counts a run that left no point. */
export function noteMiss(protection: Protection, reason: number, instant: number): void {
  const isHeldUp = reason === STILL_RUNNING || reason === SOURCE_BEHIND;
  if (isHeldUp && !isSeeded(protection)) {
    if (protection.seedSkips++ === 0) protection.firstSkip = instant;
    return;
  }
  if (protection.missed++ > 0) return;
  protection.firstMiss = instant;
  protection.missReason = reason;
}

/**
 * Ends the seeding once there is a point, and nothing is pending that had come due by then: a queue that
 * never drains lags, and so does a copy that each time holds up the next, but neither is being seeded for
 * ever. Where that is only so when the horizon is over, the seeding never ended.
 */
export function noteIdle({ plan }: State, protection: Protection, instant: number): void {
  const { job, again, nextTrigger, lastTime, from, runs } = protection;
  if (instant >= plan.end || isSeeded(protection) || Number.isNaN(lastTime)) return;
  if (protection.seedTriggers < 0) protection.seedTriggers = protection.dueTriggers;
  // The run under way is the last one that was taken out of the queue.
  const worked = job.busy ? nextTrigger - 1 : nextTrigger;
  // Of all copies that came due during the first one the second is what is made.
  const hasFollowed = from !== null && runs > 1;
  if (!hasFollowed && (again || worked < protection.seedTriggers)) return;
  protection.seededAt = instant;
}

/** What of a schedule was kept, once the horizon is over. */
export interface ScheduleRecord {
  /** Runs that came due, without those that failed by chance. */
  readonly due: number;
  readonly missed: number;
  /** Instant at which the first of them was due, NaN if none was missed; and why. */
  readonly firstMiss: number;
  readonly reason: number;
  /** Instant at which seeding was over; NaN if it never was. */
  readonly seededAt: number;
}

/**
 * Closes the record of a protection. A seeding that outlasts the horizon never ended, so what it held
 * up was missed.
 */
export function scheduleOf(protection: Protection, end: number): ScheduleRecord {
  const { due, missed, firstMiss, missReason, seededAt, seedSkips, firstSkip, job } = protection;
  if (due === 0) {
    return { due, missed, firstMiss: Number.NaN, reason: NONE_DUE, seededAt: Number.NaN };
  }
  if (due === 1 && missed === 0 && !(seededAt < end)) {
    return { due, missed: 1, firstMiss: job.start, reason: STILL_SEEDING, seededAt: Number.NaN };
  }
  if (seededAt < end || seedSkips === 0) {
    return { due, missed, firstMiss, reason: missReason, seededAt };
  }
  return {
    due,
    missed: missed + seedSkips,
    firstMiss: missed > 0 ? Math.min(firstMiss, firstSkip) : firstSkip,
    reason: missed > 0 && firstMiss < firstSkip ? missReason : STILL_RUNNING,
    seededAt: Number.NaN,
  };
}

/** Counts a job that came due but never started; its window occurrence is missed. */
export function noteUnstarted(
  state: State,
  { windowOutcomes }: Protection,
  occurrence: number,
): void {
  state.unstarted++;
  missWindow(windowOutcomes, occurrence);
}

/** Leaves a run out of the schedule that is still pending at the end: nobody knows what came of it. */
export function leavePending(protection: Protection): void {
  protection.due--;
}

/** Counts the triggers that are still queued at the end of the horizon. */
export function giveUpQueued(state: State, protection: Protection): void {
  const group = state.strategy.groups[protection.policy.group];
  while (group && protection.nextTrigger < protection.dueTriggers) {
    const trigger = protection.nextTrigger++;
    noteUnstarted(state, protection, group.occurrences[trigger] as number);
    if (protection.nextTrigger === protection.dueTriggers) leavePending(protection);
    else noteMiss(protection, NEVER_BEGUN, group.times[trigger] as number);
  }
}
