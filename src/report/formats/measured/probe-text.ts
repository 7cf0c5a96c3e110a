import type { ProbeSummary } from '../../../benchmark/probe/probe-summary.ts';
import { visible } from '../../../problem.ts';
import { NO_CLOCK } from '../../result/no-clock.ts';
import { probeTables } from '../../tables/measured/probe.ts';
import { blockLines, layoutWidth } from '../text-blocks.ts';
import { PLAIN_STYLE } from '../text-style.ts';
import { wrap } from '../wrap.ts';
import { runFacts } from './benchmark-text.ts';

/** Writes what probes of targets found as plain text; no line is wider than asked, down to 60. */
export function probeText(summary: ProbeSummary, columns?: number): string {
  const width = layoutWidth(columns);
  const lines = [
    ...wrap(visible(summary.plan.name), width),
    ...runFacts(summary, width),
    ...blockLines(probeTables(summary), { width, style: PLAIN_STYLE, clock: NO_CLOCK }),
  ];
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`;
}
