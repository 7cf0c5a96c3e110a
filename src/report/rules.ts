import { label, words } from './column.ts';
import { none, text, verdict } from './figure.ts';
import type { StrategyResult } from './result.ts';
import type { RuleResult } from './result-rules.ts';
import { type Column, type Table, tabulate } from './table.ts';

/** The first clause that fails, if any. */
const failing = ({ clauses, firstFailing }: RuleResult) =>
  firstFailing === null ? undefined : clauses[firstFailing - 1];

/** What decided a clause, or what to write so that it can be decided. */
function why(rule: RuleResult): string {
  const clause = failing(rule);
  if (!clause) return '';
  if (clause.verdict !== 'undecided') return clause.found;
  return clause.missing.map(({ what, write }) => `not said: ${what}; write ${write}`).join('; ');
}

const VERDICTS: Readonly<Record<RuleResult['verdict'], string>> = {
  kept: 'kept',
  broken: 'BROKEN',
  undecided: 'undecided',
};

const columns: readonly Column<RuleResult>[] = [
  label('rule', 'rule', ({ rule }) => text(rule)),
  words('verdict', 'verdict', (rule) => verdict(rule.verdict === 'kept', VERDICTS[rule.verdict])),
  words('failing', 'first clause that fails', (rule) => {
    const clause = failing(rule);
    return clause ? text(clause.text) : none('all are kept');
  }),
  words('why', 'because', (rule) => text(why(rule))),
];

/** Which rules a strategy keeps, and the first clause of each that it does not. */
export const rulesTable = ({ rules }: StrategyResult): Table =>
  tabulate({
    key: 'rules',
    title: 'Rules',
    notes: [
      ...new Set(rules.flatMap(({ rule, notes }) => notes.map((note) => `${rule}: ${note}`))),
    ],
    columns,
    rows: rules,
  });
