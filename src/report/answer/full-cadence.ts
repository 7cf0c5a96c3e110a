import type { RuleFacts } from '../../catalog/rules/rule.ts';
import { SYNTHETIC } from '../../simulation/plan/levels.ts';
import type { Plan, StrategyPlan } from '../../simulation/plan/plan.ts';
import type { PolicyPlan } from '../../simulation/plan/policy.ts';

/**
 * The longest time without a full on schedule, in seconds, over the backups of a strategy. Where a
 * horizon holds too few of them to tell, nothing is known.
 *
 * @example fullsOf(plan, strategy) // { fullEvery: 604800 } for fulls on every Sunday
 */
export function fullsOf(plan: Plan, strategy: StrategyPlan): Pick<RuleFacts, 'fullEvery'> {
  const times = strategy.policies
    .filter(({ copy }) => copy === null)
    .map((policy) => secondsBetweenFulls(plan, strategy, policy));
  if (times.includes(Infinity)) return { fullEvery: Infinity };
  const known = times.filter((time) => time !== null);
  if (known.length < times.length) return {};
  return { fullEvery: known.reduce((most, time) => Math.max(most, time), 0) };
}

/**
 * Seconds by the clock on the wall, up to the end of the horizon; Infinity where the first full is
 * the only one that the style makes, null where the horizon holds no other. Every point of styles
 * reverse and dedup counts: the newest is whole.
 */
function secondsBetweenFulls(
  { calendar, end }: Plan,
  { groups }: StrategyPlan,
  { group, merges, tool: { style } }: PolicyPlan,
): number | null {
  if (merges || style === 'copy' || style === 'replica') return Infinity;
  const { times = [], levels = [] } = groups[group] ?? {};
  const isWhole = style === 'reverse' || style === 'dedup';
  const fulls = Array.from(times).filter(
    (_, index) => isWhole || index === 0 || (levels[index] ?? Infinity) <= SYNTHETIC,
  );
  if (fulls.length < 2) return null;
  const local = [...fulls, end].map(calendar.toLocal);
  return local.slice(1).reduce((most, time, at) => Math.max(most, time - (local[at] ?? 0)), 0);
}
