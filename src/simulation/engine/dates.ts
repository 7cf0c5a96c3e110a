import type { StrategyPlan } from '../plan/plan.ts';
import type { Protection } from './protection.ts';
import type { State } from './state.ts';

/** Cursors into the dates of a strategy: triggers, prunes and changes of capacity. */
export interface Dates {
  /** By group: index of the next trigger, and the indices of the protections that it starts. */
  readonly trigger: Int32Array;
  readonly protections: readonly Int32Array[];
  readonly prune: Int32Array;
  readonly pruned: readonly (readonly Protection[])[];
  throttle: number;
  /** By resource: index of the throttle hours that it is in, or that it came out of; -1: of none yet. */
  readonly throttledBy: Int32Array;
  /** Instants of the next trigger or prune, and of the next change of capacity; Infinity: none. */
  next: number;
  nextCapacity: number;
}

/** The cursors at the start of the horizon. */
export function datesOf({ plan, strategy, protections, continuous }: State): Dates {
  const dates: Dates = {
    trigger: new Int32Array(strategy.groups.length),
    protections: Array.from(strategy.groups, (_, group) =>
      Int32Array.from(
        protections.filter(({ policy }) => policy.group === group),
        ({ index }) => index,
      ),
    ),
    prune: new Int32Array(strategy.prunes.length),
    pruned: Array.from(strategy.prunes, (_, index) =>
      protections.filter(({ policy }) => policy.prunes === index),
    ),
    throttle: 0,
    throttledBy: new Int32Array(plan.resources.length).fill(-1),
    next: Infinity,
    nextCapacity: Math.min(plan.throttle.times[0] ?? Infinity, continuous.next),
  };
  findNext(strategy, dates);
  return dates;
}

/** Sets `next` to the earliest of all pending triggers and prunes. */
function findNext({ groups, prunes }: StrategyPlan, dates: Dates): void {
  dates.next = Infinity;
  for (let g = 0; g < groups.length; g++) {
    const time = groups[g]?.times[dates.trigger[g] as number] ?? Infinity;
    if (time < dates.next) dates.next = time;
  }
  for (let p = 0; p < prunes.length; p++) {
    const time = prunes[p]?.[dates.prune[p] as number] ?? Infinity;
    if (time < dates.next) dates.next = time;
  }
}

/**
 * Advances the groups that have a trigger at `next`, then `next` itself.
 *
 * @returns how many protections start at that instant.
 */
export function advanceGroups(strategy: StrategyPlan, dates: Dates): number {
  const { groups } = strategy;
  let starting = 0;
  for (let g = 0; g < groups.length; g++) {
    const index = dates.trigger[g] as number;
    if (groups[g]?.times[index] !== dates.next) continue;
    dates.trigger[g] = index + 1;
    starting += (dates.protections[g] as Int32Array).length;
  }
  findNext(strategy, dates);
  return starting;
}
