import type { Baseline } from '../../../gate/baseline/entry.ts';
import type { BaselineHistory } from '../../../gate/baseline/histories.ts';
import { visible } from '../../../problem.ts';
import { UTC_CLOCK } from '../../result/utc-clock.ts';
import { baselinesTable, baselineTable } from '../../tables/measured/baseline.ts';
import { blockLines, layoutWidth } from '../text-blocks.ts';
import { PLAIN_STYLE } from '../text-style.ts';
import { wrap } from '../wrap.ts';

/** Writes which histories a store holds as text; no line is wider than asked, down to 60. */
export const baselinesText = (histories: readonly BaselineHistory[], columns?: number): string =>
  lined(
    blockLines([baselinesTable(histories)], {
      ...{ width: layoutWidth(columns), style: PLAIN_STYLE, clock: UTC_CLOCK },
    }).slice(1),
  );

/** Writes one run of a store as text. */
export function baselineRunText(baseline: Baseline, columns?: number): string {
  const width = layoutWidth(columns);
  const { head } = baseline;
  const tools = Object.values(head.tools).map(({ title, version }) => `${title} ${version}`);
  const facts = [
    `run ${head.run} of branch ${head.branch}${head.commit === null ? '' : `, commit ${head.commit}`}`,
    `plan ${head.plan.name} ${head.plan.hash.slice(0, 12)}, backcast ${head.backcast}${tools.map((tool) => `, ${tool}`).join('')}`,
    `${head.class}, kernel ${head.machine.kernel}`,
  ];
  return lined([
    ...facts.flatMap((fact) => wrap(visible(fact, MOST), width)),
    ...blockLines([baselineTable(baseline)], { width, style: PLAIN_STYLE, clock: UTC_CLOCK }),
  ]);
}

/** Names of plans and words for commits may be long. */
const MOST = 600;

const lined = (lines: readonly string[]): string =>
  `${lines.map((line) => line.trimEnd()).join('\n')}\n`;
