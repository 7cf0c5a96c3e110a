import type { Clock } from '../result/clock.ts';
import type { Table } from '../tables/table.ts';
import { groupsOf, type ShownTable, type Sizes, shown } from './shown.ts';
import { comparisonLines, gridLines, listLines, type Room, sentenceLines } from './text-table.ts';
import { wrap } from './wrap.ts';

const INDENT = '  ';
const NO_TERMINAL = 120;
const NARROWEST = 60;

/** Columns that a text is laid out in: those of the terminal, down to 60; 120 where there is none. */
export const layoutWidth = (columns: number | undefined): number =>
  Math.max(NARROWEST, columns ?? NO_TERMINAL);

/** Writes tables one below the other, each under its title; those without anything to say are left out. */
export const blockLines = (
  tables: readonly Table[],
  { clock, sizes, ...room }: Room & { readonly clock: Clock; readonly sizes?: Sizes },
): readonly string[] =>
  groupsOf(tables.map((table) => shown(table, clock, sizes))).flatMap((group) =>
    groupLines(group, room),
  );

function groupLines(group: readonly ShownTable[], { width, style }: Room): readonly string[] {
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
