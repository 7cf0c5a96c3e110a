import { none, text, verdict } from '../result/figure.ts';
import type { StrategyResult } from '../result/result.ts';
import type { RuleResult } from '../result/rules.ts';
import { label, words } from './column.ts';
import { type Column, type Table, tabulate } from './table.ts';

/** The first clause that fails, if any. */
const failing = ({ clauses, firstFailing }: RuleResult) =>
  firstFailing === null ? undefined : clauses[firstFailing - 1];

/** What decided a rule, or all that must be written so that it can be decided. */
function why(rule: RuleResult): string {
  if (rule.verdict !== 'undecided') return failing(rule)?.found ?? '';
  const missing = rule.clauses.flatMap((clause) => clause.missing);
  const reported = missing.map(({ what, write }) => `not said: ${what}; write ${write}`);
  return [...new Set(reported)].join('; ');
}

const VERDICTS: Readonly<Record<RuleResult['verdict'], string>> = {
  kept: 'PASS',
  broken: 'FAIL',
  undecided: 'undecided',
};

const columns: readonly Column<RuleResult>[] = [
  label('rule', 'rule', ({ rule }) => text(rule)),
  words('verdict', 'verdict', (rule) => verdict(rule.verdict === 'kept', VERDICTS[rule.verdict])),
  words('failing', 'first clause that fails', (rule) => {
    const clause = failing(rule);
    return clause ? text(clause.text) : none('all pass');
  }),
  words('why', 'because', (rule) => text(why(rule))),
];

/** A note that several rules share is told once, with all their names. */
function notesOn(rules: readonly RuleResult[]): readonly string[] {
  const names = new Map<string, string[]>();
  for (const { rule, notes } of rules) {
    for (const note of notes) names.set(note, [...(names.get(note) ?? []), rule]);
  }
  return [...names].map(([note, those]) => `${those.join(', ')}: ${note}`);
}

/** Which rules a strategy keeps, and the first clause of each that it does not. */
export const rulesTable = ({ rules }: StrategyResult): Table =>
  tabulate({
    key: 'rules',
    title: 'Rules',
    notes: notesOn(rules),
    columns,
    rows: rules,
  });
