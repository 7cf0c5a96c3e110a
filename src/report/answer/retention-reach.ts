import { GFS_RULES, RULES } from '../../scenario/keep.ts';
import { SYNTHETIC } from '../../simulation/plan/levels.ts';
import type { Plan, ProtectionPlan, StrategyPlan } from '../../simulation/plan/plan.ts';
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
 * How far back the longest rule or lock of a strategy reaches, in seconds: from then on as much goes as
 * comes. Rules that count points reach as far as so many runs, evenly spread over the horizon.
 *
 * @example retentionReach(plan, strategy) // 604800 where seven daily points are all that is kept
 */
export const retentionReach = (plan: Plan, strategy: StrategyPlan): number => {
  const reaches = new Map<PolicyPlan, number>();
  for (const protection of strategy.protections) {
    const { policy } = protection;
    if (reaches.has(policy)) continue;
    reaches.set(policy, reachOf(policy, intervalOf(plan, strategy, protection)));
  }
  return [...reaches.values()].reduce((most, reach) => Math.max(most, reach), 0);
};

/**
 * Seconds between the points of a protection, evenly spread over the horizon. A copy follows each
 * backup or each full, or has dates of its own; it has no more points than its source.
 */
function intervalOf(plan: Plan, strategy: StrategyPlan, { policy, from }: ProtectionPlan): number {
  const due = strategy.groups[policy.group]?.times.length ?? 0;
  const every = (runs: number): number => (plan.end - plan.start) / Math.max(1, runs);
  const source = strategy.protections[from];
  if (!source || !policy.copy) return every(due);
  const follows = intervalOf(plan, strategy, source);
  if (policy.copy.after === 'dates') return Math.max(follows, every(due));
  if (policy.copy.after === 'backup') return follows;
  return Math.max(follows, every(fullsOf(strategy, source)));
}

/** Fulls that are due in the source of a copy: those of the backups it goes back to. */
function fullsOf(strategy: StrategyPlan, { policy, from }: ProtectionPlan): number {
  const source = strategy.protections[from];
  if (source) return fullsOf(strategy, source);
  const levels = strategy.groups[policy.group]?.levels ?? new Uint8Array();
  return levels.reduce((sum, level) => sum + (level <= SYNTHETIC ? 1 : 0), 0);
}

/** The longest that the age of `within` lasts, in seconds. */
const ageOf = (within: PolicyPlan['rules']['within']): number =>
  within ? within.months * 31 * DAY + within.days * DAY + within.seconds : 0;

/**
 * How far back the longest rule of one policy reaches, in seconds, where so many lie between runs: at
 * least as far as a lock holds.
 *
 * @example reachOf(policy, 86400) // 604800 where the last seven points are kept
 */
export function reachOf({ rules, gfs, lock }: PolicyPlan, interval: number): number {
  const byRule = RULES.map(
    (rule, index) => (rules.slots[index] ?? 0) * (PERIODS[rule] ?? interval),
  );
  const byGfs = GFS_RULES.map((rule, bit) => (gfs[bit] ?? 0) * (PERIODS[rule] ?? 0));
  return Math.max(ageOf(rules.within), lock, rules.points * interval, ...byRule, ...byGfs);
}
