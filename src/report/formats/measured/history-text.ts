import type { Histories, History } from '../../../gate/history/history.ts';
import { visible } from '../../../problem.ts';
import { UTC_CLOCK } from '../../result/utc-clock.ts';
import { changesTable, linesTable } from '../../tables/measured/history.ts';
import { blockLines, layoutWidth } from '../text-blocks.ts';
import { PLAIN_STYLE, type TextStyle } from '../text-style.ts';
import { wrap } from '../wrap.ts';

/** Writes histories and their changes as text; no line is wider than asked, down to 60. */
export function historyText(
  { histories }: Histories,
  { columns, style = PLAIN_STYLE }: { columns?: number | undefined; style?: TextStyle } = {},
): string {
  const width = layoutWidth(columns);
  const parts = histories.map((history) =>
    [
      ...wrap(historyFact(history), width).map(style.title),
      ...blockLines([changesTable(history), linesTable(history)], {
        ...{ width, style, clock: UTC_CLOCK },
      }),
      '',
      ...wrap(changesFact(history), width),
    ]
      .map((line) => `${line.trimEnd()}\n`)
      .join(''),
  );
  return parts.join('\n');
}

/** Which history it is. */
export const historyFact = ({ branch, class: machine, plan, runs }: History): string =>
  visible(`branch ${branch}, plan ${plan}, ${runs.length} runs on ${machine}`, 600);

/** How many changes there are. */
export function changesFact({ series }: History): string {
  const count = series.reduce((sum, { changes }) => sum + changes.length, 0);
  const judged = series.filter((one) => one.judged > 0).length;
  if (judged === 0) return 'No changes were looked for: there are too few runs';
  return count === 0
    ? `No change in ${judged} figures`
    : `${count} ${count === 1 ? 'change' : 'changes'} in ${judged} figures; reported, never a reason to fail`;
}
