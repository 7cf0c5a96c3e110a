import type { GateOutcome } from '../../../gate/outcome.ts';
import { visible } from '../../../problem.ts';
import { NO_CLOCK } from '../../result/no-clock.ts';
import { gateNotes, gateTable, gateVerdict } from '../../tables/measured/gate.ts';
import { blockLines, layoutWidth } from '../text-blocks.ts';
import { PLAIN_STYLE, type TextStyle } from '../text-style.ts';
import { wrap } from '../wrap.ts';

/** Notes hold paths and words of tools, which may be long. */
const MOST = 600;

/** Writes what a gate has found as text, the verdict last; no line is wider than asked, down to 60. */
export function gateText(
  outcome: GateOutcome,
  { columns, style = PLAIN_STYLE }: { columns?: number | undefined; style?: TextStyle } = {},
): string {
  const width = layoutWidth(columns);
  const sides = [outcome.before, outcome.after].map(({ what }) => visible(what));
  const verdict = wrap(gateVerdict(outcome), width);
  const lines = [
    ...wrap(sides.join(' → '), width).map(style.title),
    // Nothing of a gate has a date that people read.
    ...blockLines([gateTable(outcome)], { width, style, clock: NO_CLOCK }),
    '',
    ...gateNotes(outcome).flatMap((note) => wrap(visible(note, MOST), width)),
    ...verdict.map(outcome.verdict === 'fail' ? style.bad : style.title),
  ];
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`;
}
