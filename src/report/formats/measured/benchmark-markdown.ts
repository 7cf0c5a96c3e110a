import type { Summary } from '../../../benchmark/summary.ts';
import { visible } from '../../../problem.ts';
import { NO_CLOCK } from '../../result/no-clock.ts';
import { benchmarkTables } from '../../tables/measured/benchmark.ts';
import { escaped, sections } from '../markdown-blocks.ts';
import { runFacts } from './benchmark-text.ts';

/** Writes what runs of real backups found as Markdown, one after the other. */
export const benchmarkMarkdown = (summaries: readonly Summary[]): string =>
  `${summaries.flatMap(partsOf).join('\n\n')}\n`;

const partsOf = (summary: Summary): readonly string[] => [
  `# ${escaped(visible(summary.plan.name))}`,
  ...runFacts(summary, Infinity).map((fact) => `${escaped(fact)}.`),
  ...sections(benchmarkTables(summary), { clock: NO_CLOCK, depth: 2 }),
];
