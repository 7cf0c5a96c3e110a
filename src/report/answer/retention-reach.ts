import { GFS_RULES, RULES } from '../../scenario/keep.ts';
import type { Plan, StrategyPlan } from '../../simulation/plan/plan.ts';
import type { PolicyPlan } from '../../simulation/plan/policy.ts';

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
  strategy.policies.reduce(
    (most, policy) => Math.max(most, reachOf(policy, intervalOf(plan, strategy, policy))),
    0,
  );

/** Seconds between the runs of a policy, evenly spread over the horizon. */
function intervalOf({ start, end }: Plan, { groups }: StrategyPlan, { group }: PolicyPlan): number {
  return (end - start) / Math.max(1, groups[group]?.times.length ?? 0);
}

/** The longest that the age of `within` lasts, in seconds. */
const ageOf = (within: PolicyPlan['rules']['within']): number =>
  within ? within.months * 31 * DAY + within.days * DAY + within.seconds : 0;

/**
 * How far back the longest rule of one policy reaches, in seconds, where so many lie between runs.
 *
 * @example reachOf(policy, 86400) // 604800 where the last seven points are kept
 */
export function reachOf({ rules, gfs }: PolicyPlan, interval: number): number {
  const byRule = RULES.map(
    (rule, index) => (rules.slots[index] ?? 0) * (PERIODS[rule] ?? interval),
  );
  const byGfs = GFS_RULES.map((rule, bit) => (gfs[bit] ?? 0) * (PERIODS[rule] ?? 0));
  return Math.max(ageOf(rules.within), rules.points * interval, ...byRule, ...byGfs);
}
