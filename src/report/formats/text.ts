import { visible } from '../../problem.ts';
import { clockOf } from '../result/clock.ts';
import type { Result } from '../result/result.ts';
import { openingOf } from '../tables/opening.ts';
import { reportOf } from '../tables/report.ts';
import type { Table } from '../tables/table.ts';
import { blockLines, layoutWidth } from './text-blocks.ts';
import { widest } from './text-columns.ts';
import { PLAIN_STYLE, type TextStyle } from './text-style.ts';
import { wrap } from './wrap.ts';

/** Where the text will be read. */
export interface TextOptions {
  /** Columns of the terminal; 120 where the text does not go to one. */
  readonly columns?: number | undefined;
  /** How parts are dressed; plain unless given. */
  readonly style?: TextStyle;
}

/** Writes the answers as plain text for a terminal or a mail; no line is wider than asked, down to 60. */
export function asText(result: Result, { columns, style = PLAIN_STYLE }: TextOptions = {}): string {
  const width = layoutWidth(columns);
  const clock = clockOf(result.scenario);
  const { title, facts, advice, why, joint, besides, good } = openingOf(result, clock);
  const report = reportOf(result);
  const blocks = (tables: readonly Table[]): readonly string[] =>
    blockLines(tables, { width, style, clock });
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
    ...report.strategies.flatMap(({ name, tables }) => [
      '',
      '',
      ...underlined(visible(name), width, style),
      ...blocks(tables),
    ]),
    '',
    ...blocks([report.defaults]),
  ];
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`;
}

function underlined(name: string, width: number, style: TextStyle): readonly string[] {
  const lines = wrap(name, width);
  const rule = '='.repeat(widest(lines.join('\n')));
  return [...lines, rule].map(style.title);
}
