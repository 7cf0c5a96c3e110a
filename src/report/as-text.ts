import { visible } from '../problem.ts';
import { clockOf } from './clock.ts';
import { openingOf } from './opening.ts';
import { type Order, reportOf } from './report.ts';
import type { Result } from './result.ts';
import { groupsOf, type ShownTable, shown } from './shown.ts';
import type { Table } from './table.ts';
import { widest } from './text-columns.ts';
import { PLAIN_STYLE, type TextStyle } from './text-style.ts';
import { comparisonLines, gridLines, listLines, sentenceLines } from './text-table.ts';
import { wrap } from './wrap.ts';

/** Where the text will be read. */
export interface TextOptions extends Order {
  /** Columns of the terminal; 120 where the text does not go to one. */
  readonly columns?: number | undefined;
  /** How parts are dressed; plain unless given. */
  readonly style?: TextStyle;
}

const NO_TERMINAL = 120;
const NARROWEST = 60;
const INDENT = '  ';

/** Writes the answers as plain text for a terminal or a mail; no line is wider than asked, down to 60. */
export function asText(
  result: Result,
  { order, columns, style = PLAIN_STYLE }: TextOptions,
): string {
  const width = Math.max(NARROWEST, columns ?? NO_TERMINAL);
  const clock = clockOf(result.scenario);
  const { title, facts, advice, why, good } = openingOf(result, clock);
  const report = reportOf(result, { order });
  const blocks = (tables: readonly Table[]): readonly string[] =>
    groupsOf(tables.map((table) => shown(table, clock))).flatMap((group) =>
      groupLines(group, { width, style }),
    );
  const lines = [
    ...wrap(title, width).map(style.title),
    ...facts.flatMap((fact) => wrap(fact, width)).map(style.faint),
    '',
    ...wrap(`${advice}: ${why}`, width).map(good ? style.good : style.bad),
    ...blocks([report.comparison, report.warnings, report.workloads, ...report.training]),
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

function groupLines(
  group: readonly ShownTable[],
  { width, style }: { readonly width: number; readonly style: TextStyle },
): readonly string[] {
  const [table] = group;
  if (!table) return [];
  const room = { width: width - INDENT.length, style };
  const indented = (lines: readonly string[]): readonly string[] =>
    lines.map((line) => `${INDENT}${line}`);
  if (table.layout === 'list') return ['', ...indented(listLines(group, room))];
  const notes = table.notes.flatMap((note) => wrap(note, room.width)).map(style.faint);
  const body = table.rows.length === 0 ? [] : READERS[table.layout](table, room);
  return ['', style.heading(table.title), ...indented([...body, ...notes])];
}

const READERS = { grid: gridLines, comparison: comparisonLines, lines: sentenceLines } as const;
