import type { StrategyPlan } from '../plan/plan.ts';
import type { Protection } from './protection.ts';
import type { State } from './state.ts';

/** Where the strategy stands in its dates. */
export interface Dates {
  /** Next trigger of each group, and the protections that start with it, by index. */
  readonly trigger: Int32Array;
  readonly protections: readonly Int32Array[];
  readonly prune: Int32Array;
  readonly pruned: readonly (readonly Protection[])[];
  throttle: number;
  /** The next of all triggers and prunes, and the next change of capacity. */
  next: number;
  nextThrottle: number;
}

/** The dates of a strategy before any has come. */
export function datesOf({ plan, strategy, protections }: State): Dates {
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
    next: Infinity,
    nextThrottle: plan.throttle.times[0] ?? Infinity,
  };
  findNext(strategy, dates);
  return dates;
}

/** Looks up the next of all triggers and prunes. */
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

/** Goes on beyond the instant that has come; returns how many protections start with it. */
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
