import type { Grade } from '../sourced.ts';
import type { Clause, Missing, Rule, RuleFacts } from './rule.ts';

/** The outcome of a rule or a clause. */
export type Verdict = 'kept' | 'broken' | 'undecided';

/** A judged clause; if it is undecided, `found` is empty and `missing` lists the unknown facts. */
export interface ClauseJudgement {
  readonly text: string;
  readonly grade: Grade;
  readonly verdict: Verdict;
  readonly found: string;
  readonly missing: readonly Missing[];
}

/** A judged rule; `firstFailing` is the first broken clause, or else the first undecided one. */
export interface Judgement {
  readonly rule: string;
  readonly verdict: Verdict;
  readonly clauses: readonly ClauseJudgement[];
  readonly firstFailing: ClauseJudgement | null;
}

/**
 * Judges a plan by a rule: broken if a clause is broken; else undecided if one is undecided; else
 * kept.
 *
 * @example
 * judge(rule('cn.csl.21'), { logs: 30 * 86_400 }).firstFailing?.found // 'logs are kept for: 30 d'
 */
export function judge(rule: Rule, facts: RuleFacts): Judgement {
  const clauses = rule.clauses.map((clause) => judgeClause(rule, clause, facts));
  const first = (wanted: Verdict): ClauseJudgement | undefined =>
    clauses.find(({ verdict }) => verdict === wanted);
  const firstFailing = first('broken') ?? first('undecided') ?? null;
  return {
    rule: rule.name,
    verdict: firstFailing?.verdict ?? 'kept',
    clauses,
    firstFailing,
  };
}

function judgeClause(rule: Rule, clause: Clause, facts: RuleFacts): ClauseJudgement {
  const decision = clause.decide(facts);
  const grade = clause.grade ?? rule.grade;
  return {
    text: grade === 'unverified' ? `${clause.text} (unverified)` : clause.text,
    grade,
    verdict: decision.verdict,
    found: 'found' in decision ? decision.found : '',
    missing: 'missing' in decision ? decision.missing : [],
  };
}
