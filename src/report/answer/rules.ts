import { GBT20988, level } from '../../catalog/rules/gbt20988.ts';
import { type Judgement, judge } from '../../catalog/rules/judge.ts';
import type { Rule, RuleFacts } from '../../catalog/rules/rule.ts';
import { rule } from '../../catalog/rules/rulebook.ts';
import type { Plan, StrategyPlan } from '../../simulation/plan/plan.ts';
import { estimate } from '../../stats/estimate.ts';
import type { ObjectiveResult } from '../result/result.ts';
import type { RuleResult } from '../result/rules.ts';
import type { Known } from './backup-copies.ts';
import { factsOf } from './facts-of.ts';

/** Judges a strategy by every rule that the scenario asks for, in the order of the file. */
export function rulesOf(plan: Plan, strategy: StrategyPlan, result: Known): RuleResult[] {
  const asked = (plan.objectives.rules ?? []).flatMap((name) => rule(name) ?? []);
  if (asked.length === 0) return [];
  const facts = factsOf(plan, strategy, result);
  return asked.map((one) => ruleResult(one, facts));
}

function ruleResult(asked: Rule, facts: RuleFacts): RuleResult {
  const { rule: name, verdict, clauses, firstFailing } = judge(asked, facts);
  return {
    rule: name,
    title: asked.title,
    verdict,
    clauses: clauses.map(({ missing, ...clause }) => ({ ...clause, missing: [...missing] })),
    firstFailing: numberOf(clauses, firstFailing),
    notes: [...asked.notes, ...(GBT20988.includes(asked) ? [levelReached(facts)] : [])],
  };
}

const numberOf = (
  clauses: Judgement['clauses'],
  failing: Judgement['firstFailing'],
): number | null => (failing ? clauses.indexOf(failing) + 1 : null);

function levelReached(facts: RuleFacts): string {
  const { level: reached, next } = level(facts);
  const far = reached === 0 ? 'No level is reached' : `Level ${reached} is reached`;
  return next ? `${far}; level ${next.level} fails: ${next.failing.text}` : `${far}.`;
}

/** Each rule as an objective: of so many clauses all must be kept. A rule has no doubt by chance. */
export const ruleObjectives = (rules: readonly RuleResult[]): ObjectiveResult[] =>
  rules.map(({ rule: name, verdict, clauses }) => {
    const kept = clauses.filter((clause) => clause.verdict === 'kept').length;
    const met = verdict === 'kept';
    return {
      name: 'rule',
      rule: name,
      workload: null,
      disaster: null,
      copy: null,
      limit: clauses.length,
      value: estimate([kept]),
      share: met ? 1 : 0,
      probability: null,
      met,
      at: {
        workload: null,
        disaster: null,
        store: null,
        since: null,
        pointAge: null,
        why: null,
        others: [],
      },
    };
  });
