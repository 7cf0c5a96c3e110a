import { visible } from '../../problem.ts';
import { clockOf } from '../result/clock.ts';
import type { Result } from '../result/result.ts';
import { openingOf } from '../tables/opening.ts';
import { reportOf } from '../tables/report.ts';
import { inSections } from '../tables/sections.ts';
import type { Table } from '../tables/table.ts';
import type { DetailsOptions } from './details-text.ts';
import { escaped, sections } from './markdown-blocks.ts';

/** Writes all answers, or some parts of them, as Markdown for a wiki. */
export function asDetailedMarkdown(result: Result, options: DetailsOptions = {}): string {
  const { sections: asked = [], only, sizes } = options;
  const clock = clockOf(result.scenario);
  const { title, facts, advice, why, joint, besides } = openingOf(result, clock);
  const report = reportOf(result, only);
  const isAsked = inSections(asked);
  const written = (tables: readonly Table[], depth: number): readonly string[] =>
    sections(tables.filter(isAsked), { clock, depth, sizes });
  const parts = [
    `# ${escaped(title)}`,
    ...facts.map((fact) => `${escaped(fact)}.`),
    `**${escaped(advice)}**${joint}${escaped(why)}`,
    ...besides.map(escaped),
    ...written(
      [
        report.comparison,
        report.warnings,
        report.assumptions,
        report.workloads,
        ...report.training,
      ],
      2,
    ),
    ...report.strategies.flatMap(({ name, tables }) => {
      const own = written(tables, 3);
      return own.length === 0 ? [] : [`## ${escaped(visible(name))}`, ...own];
    }),
    ...written([report.defaults], 2),
  ];
  return `${parts.join('\n\n')}\n`;
}
