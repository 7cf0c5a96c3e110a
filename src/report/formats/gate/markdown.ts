import type { Judgement } from '../../../gate/judgement.ts';
import type { GateOutcome } from '../../../gate/outcome.ts';
import { visible } from '../../../problem.ts';
import { NO_CLOCK } from '../../result/no-clock.ts';
import { gateNotes, gateTable, gateVerdict, metricText } from '../../tables/measured/gate.ts';
import { escaped, sections } from '../markdown-blocks.ts';
import { growthBar } from './chart.ts';

/** Characters of a comment that GitHub takes are 65 536; some of them may be needed around it. */
const MOST = 60_000;
/** Rows that stand open; all others are folded. */
const OPEN = 12;
/** Rows of the chart, and notes. */
const CHARTED = 20;
const NOTES = 20;

/**
 * Writes what a gate has found as Markdown for a pull request: the verdict first, then what did not
 * pass, all else folded; at most 60 000 characters, whatever was judged.
 */
export function gateMarkdown(outcome: GateOutcome): string {
  const rows = [...outcome.judgements].sort((a, b) => weightOf(a) - weightOf(b));
  for (let shown = rows.length; ; shown = Math.floor(shown * 0.8)) {
    const text = written(outcome, rows, shown);
    if (text.length <= MOST || shown === 0) return text;
  }
}

const ORDER = { worse: 0, 'cannot tell': 1, better: 2, same: 3 } as const;

const weightOf = ({ verdict }: Judgement): number => ORDER[verdict];

function written(outcome: GateOutcome, rows: readonly Judgement[], shown: number): string {
  const telling = rows.filter(({ verdict }) => verdict !== 'same').slice(0, OPEN);
  const sides = [outcome.before, outcome.after].map(({ what }) => escaped(visible(what)));
  const notes = gateNotes(outcome);
  const parts = [
    `**${escaped(gateVerdict(outcome))}**`,
    `${sides.join(' → ')}`,
    ...(telling.length === 0 ? [] : table(outcome, telling)),
    `<details><summary>All ${rows.length} judged</summary>`,
    ['```text', ...rows.slice(0, Math.min(CHARTED, shown)).map(charted), '```'].join('\n'),
    ...table(outcome, rows.slice(0, shown)),
    ...(shown < rows.length ? [`${rows.length - shown} more: --json has all of them`] : []),
    ...notes.slice(0, NOTES).map((note) => `- ${escaped(visible(note, 600))}`),
    ...(notes.length > NOTES ? [`- ${notes.length - NOTES} more notes: --json has them`] : []),
    '</details>',
  ];
  return `${parts.join('\n\n')}\n`;
}

const table = (outcome: GateOutcome, judgements: readonly Judgement[]): readonly string[] =>
  // Nothing of a gate has a date that people read.
  sections([gateTable({ ...outcome, judgements: [...judgements] })], {
    clock: NO_CLOCK,
    depth: 3,
  });

/** No fence of a code block can be broken by a name: backticks are no part of one. */
const charted = (one: Judgement): string =>
  `${growthBar(one)}  ${visible(one.scenario, 60).replaceAll('`', "'")} ${metricText(one)}`;
