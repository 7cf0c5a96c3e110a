import { type ChangesByDay, mostChanged } from '../engine/continuous/changes-by-day.ts';
import { shippingSeconds } from '../engine/continuous/continuous.ts';
import { newestTime, type Protection } from '../engine/protection.ts';
import { isSeeded } from '../engine/schedule-record.ts';
import type { Plan } from '../plan/plan.ts';
import type { LogPlan } from '../plan/policy.ts';
import type { Following } from './following.ts';

/** The most work that may be lost: seconds, the store that says so, and the instant it began. */
export interface Gap {
  readonly seconds: number;
  /** Where the points lie, or the log or replica that shortens the gap; -1: nothing is there. */
  readonly store: number;
  /** Instant of the point before the gap; NaN where every moment is alike. */
  readonly since: number;
  /** Whether it is no gap, but the age that each point has when it can be used. */
  readonly isAge?: boolean;
}

/**
 * Longest gap between points of a copy once it is seeded, in seconds; Infinity without points. A chain
 * without new points leaves a gap up to the end of the horizon, one that is begun late from the start.
 */
export function gapOf(plan: Plan, protection: Protection): number {
  if (Number.isNaN(protection.lastTime)) return Infinity;
  const gap = isSeeded(protection) ? protection.gapOnceSeeded : protection.gap;
  return Math.max(gap, gapToEnd(plan, protection), protection.policy.lateBy);
}

/**
 * Seconds from the newest point to the end. What the backups have made since is what a copy takes next,
 * even if that is not due before the end: so its gap ends there, as those before did.
 */
function gapToEnd({ end }: Plan, protection: Protection): number {
  const newest = newestTime(protection);
  const next = Math.max(newest, newestTime(rootOf(protection)));
  return Math.max(next - newest, end - next);
}

const rootOf = (protection: Protection): Protection =>
  protection.from ? rootOf(protection.from) : protection;

/** The same, with when it began: the first time where there were several. */
export function longestGap(plan: Plan, protection: Protection): Gap {
  const { policy, gap, gapSince, gapOnceSeeded, gapOnceSeededSince } = protection;
  const [within, since] = isSeeded(protection)
    ? [gapOnceSeeded, gapOnceSeededSince]
    : [gap, gapSince];
  const seconds = gapOf(plan, protection);
  const isFirst = Math.max(within, gapToEnd(plan, protection)) < policy.lateBy;
  if (isFirst) return { seconds, store: policy.store, since: plan.start };
  const isLast = within < gapToEnd(plan, protection);
  return { seconds, store: policy.store, since: isLast ? newestTime(protection) : since };
}

/** The longest gap of the backups of a workload, where logs and replicas shorten it. */
export function longestLoss(
  plan: Plan,
  protection: Protection,
  { log, replica, changes }: Following,
  values: Float64Array,
): Gap {
  const points = longestGap(plan, protection);
  const shipped = log && changes ? shippedAfter(plan, log, changes, values) : Infinity;
  const behind = replica?.lag ?? Infinity;
  if (points.seconds <= Math.min(shipped, behind)) return points;
  return log && shipped <= behind
    ? { seconds: shipped, store: log.store, since: Number.NaN }
    : { seconds: behind, store: replica?.store ?? -1, since: Number.NaN };
}

/** The most seconds until what was written is in the log where that is shipped to. */
export const shippedAfter = (
  plan: Plan,
  log: LogPlan,
  changes: ChangesByDay,
  values: Float64Array,
): number => log.every + shippingSeconds(plan, log, log.volume * mostChanged(changes), values);
