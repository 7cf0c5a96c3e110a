import { GFS_RULES, RULES } from '../scenario/keep.ts';
import type { Plan, PolicyPlan, StrategyPlan } from '../simulation/plan.ts';

const DAY = 86400;
/** The longest that a period of each calendar rule lasts, in seconds. */
const PERIODS: Readonly<Record<string, number>> = {
  hourly: 3600,
  daily: DAY,
  weekly: 7 * DAY,
  monthly: 31 * DAY,
  quarterly: 92 * DAY,
  yearly: 366 * DAY,
};

/**
 * How far back the longest rule of a strategy reaches, in seconds: from then on as much goes as
 * comes. Rules that count points reach as far as so many runs, evenly spread over the horizon.
 *
 * @example retentionReach(plan, strategy) // 604800 where seven daily points are all that is kept
 */
export const retentionReach = (plan: Plan, strategy: StrategyPlan): number =>
  strategy.policies.reduce((most, policy) => Math.max(most, reachOf(plan, strategy, policy)), 0);

/** How far back the longest rule of one policy reaches, in seconds, as `retentionReach`. */
export function reachOf(
  { start, end }: Plan,
  { groups }: StrategyPlan,
  policy: PolicyPlan,
): number {
  const { rules, gfs } = policy;
  const runs = Math.max(1, groups[policy.group]?.times.length ?? 0);
  const interval = (end - start) / runs;
  const byRule = RULES.map(
    (rule, index) => (rules.slots[index] ?? 0) * (PERIODS[rule] ?? interval),
  );
  const byGfs = GFS_RULES.map((rule) => (gfs[rule] ?? 0) * (PERIODS[rule] ?? 0));
  return Math.max(rules.within, rules.points * interval, ...byRule, ...byGfs);
}
