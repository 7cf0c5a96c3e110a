import { type ShownCell, type ShownTable, sideways } from './shown.ts';
import {
  blocks,
  fitted,
  layColumns,
  layOut,
  measured,
  type TextColumn,
  widest,
  wrapped,
} from './text-columns.ts';
import type { TextStyle } from './text-style.ts';
import { wrap } from './wrap.ts';

/** The room a table has in terminal columns, and its dress. */
export interface Room {
  readonly width: number;
  readonly style: TextStyle;
}

const GAP = 2;

/** Lists as `title  figure  value` lines, one below the other. */
export function listLines(
  tables: readonly ShownTable[],
  { width, style }: Room,
): readonly string[] {
  const most = Math.floor(width / 3);
  const lines = tables.flatMap(({ title, columns, rows: [row = []] }) =>
    columns.map(({ heading }, index) => ({
      title: index === 0 ? title : '',
      heading: wrapped(heading, most),
      value: row[index],
    })),
  );
  const titles = widest(lines.map(({ title }) => title).join('\n'));
  const headings = widest(lines.map(({ heading }) => heading).join('\n'));
  const rest = Math.max(GAP, width - titles - headings - 2 * GAP);
  return layOut(
    lines.map(({ title, heading, value }) => [
      style.heading(title),
      heading,
      value ? wrapped(widest(oneLine(value)) <= rest ? oneLine(value) : inline(value), rest) : '',
    ]),
    ['left', 'left', 'left'],
  );
}

/** Rows side by side, so that each line compares one figure. */
export function comparisonLines(table: ShownTable, room: Room): readonly string[] {
  return gridLines(sideways(table), room);
}

/** Every row on lines of its own, in several blocks where the width is too small for one. */
export function gridLines(table: ShownTable, { width, style }: Room): readonly string[] {
  for (const cellText of [inline, stacked]) {
    const columns = textColumns(table, cellText, style);
    const widths = fitted(columns, width, 'whole');
    if (widths) return layColumns(columns, widths);
  }
  return blocks(textColumns(table, stacked, style), width).flatMap((block, index) => [
    ...(index === 0 ? [] : ['']),
    ...layColumns(block, fitted(block, width)),
  ]);
}

/** The last cell of each row as a sentence, or several lines below each other. */
export function sentenceLines({ rows }: ShownTable, { width }: Room): readonly string[] {
  return rows.flatMap((row) =>
    (row.at(-1)?.main ?? '')
      .split('\n')
      .flatMap((line) => wrap(line, width - GAP))
      .map((line, index) => (index === 0 ? `- ${line}` : `  ${line}`)),
  );
}

type CellText = (cell: ShownCell) => string;

const bracketed = ({ also }: ShownCell): string => (also === '' ? '' : `(${also})`);

const joined = (parts: readonly string[], between: string): string =>
  parts.filter((part) => part !== '').join(between);

const oneLine: CellText = (cell) =>
  joined([joined([cell.main, bracketed(cell)], ' '), cell.spread], '; ');
const inline: CellText = (cell) =>
  joined([joined([cell.main, bracketed(cell)], ' '), ...spreadLines(cell)], '\n');
const stacked: CellText = (cell) =>
  joined([cell.main, bracketed(cell), ...spreadLines(cell)], '\n');

/** Words beside a verdict may be wrapped to this; figures are not. */
const WIDEST_BESIDE = 24;

const spreadLines = ({ kind, spread }: ShownCell): readonly string[] => {
  const parts = spread.split('; ');
  return kind === 'verdict' ? parts.flatMap((part) => wrap(part, WIDEST_BESIDE)) : parts;
};

const textColumns = (
  { columns, rows }: ShownTable,
  cellText: CellText,
  style: TextStyle,
): readonly TextColumn[] =>
  columns.map(({ heading, cells: kind, label, whole }, index) => {
    const cells = rows.flatMap((row) => row[index] ?? []);
    return measured({
      heading,
      words: kind === 'words',
      label: label === true,
      whole: whole === true,
      cells: cells.map(cellText),
      dress: (text, row) => {
        const tone = cells[row]?.tone ?? 'plain';
        return tone === 'plain' ? text : style[tone](text);
      },
    });
  });
