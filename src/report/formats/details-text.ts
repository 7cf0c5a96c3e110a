import { visible } from '../../problem.ts';
import { clockOf } from '../result/clock.ts';
import type { Result } from '../result/result.ts';
import { openingOf } from '../tables/opening.ts';
import { reportOf } from '../tables/report.ts';
import { inSections, type Section } from '../tables/sections.ts';
import type { Table } from '../tables/table.ts';
import type { Sizes } from './shown.ts';
import { blockLines, layoutWidth } from './text-blocks.ts';
import { widest } from './text-columns.ts';
import { PLAIN_STYLE, type TextStyle } from './text-style.ts';
import { wrap } from './wrap.ts';

/**
 * Where a text will be read, and what of the answers it is to hold.
 *
 * @property columns of the terminal; 120 where the text does not go to one.
 * @property style how parts are dressed; plain unless given.
 * @property sections the parts that are asked for; all unless given.
 * @property only the strategy that alone is asked for.
 * @property sizes in which units sizes are told; in both unless given.
 */
export interface DetailsOptions {
  readonly columns?: number | undefined;
  readonly style?: TextStyle;
  readonly sections?: readonly Section[];
  readonly only?: string | undefined;
  readonly sizes?: Sizes;
}

/**
 * Writes all answers, or some parts of them, as plain text for a terminal or a mail; no line is
 * wider than asked, down to 60.
 */
export function asDetails(result: Result, options: DetailsOptions = {}): string {
  const { columns, style = PLAIN_STYLE, sections = [], only, sizes = 'both' } = options;
  const width = layoutWidth(columns);
  const clock = clockOf(result.scenario);
  const { title, facts, advice, why, joint, besides, good } = openingOf(result, clock);
  const report = reportOf(result, only);
  const isAsked = inSections(sections);
  const blocks = (tables: readonly Table[]): readonly string[] =>
    blockLines(tables.filter(isAsked), { width, style, clock, sizes });
  const lines = [
    ...wrap(title, width).map(style.title),
    ...facts.flatMap((fact) => wrap(fact, width)).map(style.faint),
    '',
    ...wrap(`${advice}${joint}${why}`, width).map(good ? style.good : style.bad),
    ...besides.flatMap((line) => wrap(line, width)),
    ...blocks([
      report.comparison,
      report.warnings,
      report.assumptions,
      report.workloads,
      ...report.training,
    ]),
    ...report.strategies.flatMap(({ name, tables }) => {
      const parts = blocks(tables);
      return parts.length === 0
        ? []
        : ['', '', ...underlined(visible(name), width, style), ...parts];
    }),
    ...tail(blocks([report.defaults])),
  ];
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`;
}

const tail = (lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : ['', ...lines];

function underlined(name: string, width: number, style: TextStyle): readonly string[] {
  const lines = wrap(name, width);
  const rule = '='.repeat(widest(lines.join('\n')));
  return [...lines, rule].map(style.title);
}
