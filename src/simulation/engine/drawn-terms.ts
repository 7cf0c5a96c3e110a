import type { StrategyPlan } from '../plan/plan.ts';
import type { PolicyPlan } from '../plan/policy.ts';

/**
 * A strategy as one future has it: the terms of each tool that rests on a profile are those of the row
 * that this future drew. Without such a tool it is the strategy itself.
 */
export function withDrawnTerms(strategy: StrategyPlan, values: Float64Array): StrategyPlan {
  if (!strategy.policies.some(({ tool }) => tool.profile)) return strategy;
  const drawn = new Map(strategy.policies.map((policy) => [policy, drawnPolicy(policy, values)]));
  const of = (policy: PolicyPlan): PolicyPlan => drawn.get(policy) ?? policy;
  return {
    ...strategy,
    policies: strategy.policies.map(of),
    protections: strategy.protections.map(({ workload, policy, from }) => ({
      workload,
      policy: of(policy),
      from,
    })),
  };
}

function drawnPolicy(policy: PolicyPlan, values: Float64Array): PolicyPlan {
  const { profile } = policy.tool;
  const row = profile?.rows[values[profile.row] as number];
  return row ? { ...policy, tool: { ...policy.tool, ...row } } : policy;
}
