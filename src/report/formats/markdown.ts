import { visible } from '../../problem.ts';
import { clockOf } from '../result/clock.ts';
import type { Result } from '../result/result.ts';
import { briefOf } from '../tables/brief/brief.ts';
import { reportOf } from '../tables/report.ts';
import { escaped, sections } from './markdown-blocks.ts';
import type { TextOptions } from './text.ts';

/** A comment of a pull request holds 65 536 characters; something is to stand beside it. */
const MOST_CHARACTERS = 60_000;
/** Room for the lines that say what was left out. */
const FOR_THE_REST = 1_000;

/**
 * Writes the answer as Markdown for a pull request: what to take and why, the strategies side by
 * side, and folded below them as much of the details as fits into a comment.
 */
export function asMarkdown(result: Result, { only, sizes = 'si' }: TextOptions = {}): string {
  const clock = clockOf(result.scenario);
  const brief = briefOf(result, clock, only);
  const bullets = (title: string, lines: readonly string[]): readonly string[] =>
    lines.length === 0 ? [] : [`## ${title}`, lines.map((one) => `- ${escaped(one)}`).join('\n')];
  const head = [
    `# ${escaped(brief.title)}`,
    ...brief.asked.map((line) => `${escaped(line)}.`),
    `**${escaped(brief.advice)}**${brief.joint}${escaped(brief.why)}`,
    ...brief.beside.map(escaped),
    ...sections([brief.comparison, ...brief.tables], { clock, depth: 2, sizes }),
    ...bullets('What breaks', brief.breaks),
    ...bullets('Warnings', brief.warnings),
  ];
  return `${withFolded(head, foldsOf(result, { only, sizes })).join('\n\n')}\n`;
}

/** The details, the recommended strategy first, each part under a line that opens it. */
function foldsOf(result: Result, { only, sizes }: TextOptions): readonly string[] {
  const clock = clockOf(result.scenario);
  const { assumptions, workloads, training, strategies, defaults } = reportOf(result, only);
  const general = [assumptions, workloads, ...training];
  return [
    ...strategies.map(({ name, tables }) => ({ title: visible(name), tables })),
    { title: 'What is protected and assumed', tables: general },
    { title: 'Defaults used', tables: [defaults] },
  ].flatMap(({ title, tables }) => {
    const parts = sections(tables, { clock, depth: 3, sizes });
    if (parts.length === 0) return [];
    const summary = `<details><summary>${escaped(title)}</summary>`;
    return [[summary, ...parts, '</details>'].join('\n\n')];
  });
}

/** As many of the folds as fit, and what to do to see the others. */
function withFolded(head: readonly string[], folds: readonly string[]): readonly string[] {
  const told = [...head];
  let length = head.reduce((sum, part) => sum + part.length + 2, 0);
  let left = 0;
  for (const fold of folds) {
    if (length + fold.length + 2 > MOST_CHARACTERS - FOR_THE_REST) left++;
    else {
      told.push(fold);
      length += fold.length + 2;
    }
  }
  return left === 0 ? told : [...told, `_${left} more parts: \`--full\` writes all of them_`];
}
