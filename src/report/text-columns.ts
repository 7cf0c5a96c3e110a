import { widthOf } from './text-width.ts';
import { wrap } from './wrap.ts';

/** One column of a text table. Cells hold their own line breaks. */
export interface ColumnText {
  readonly heading: string;
  readonly cells: readonly string[];
  /** Words stand at the left and may be wrapped; figures stand at the right and may not. */
  readonly words: boolean;
  /** Whether the column says which row it is, so that it leads every block. */
  readonly label: boolean;
  /** Dresses one line of the cell in a row. */
  readonly dress?: (line: string, row: number) => string;
}

/** A column with the width at which nothing but its heading is wrapped, and the least it can have. */
export interface TextColumn extends ColumnText {
  readonly natural: number;
  readonly least: number;
}

/** Measures a column once; its widths are asked for many times while room is shared out. */
export function measured(column: ColumnText): TextColumn {
  const { heading, cells, words } = column;
  const content = cells.reduce((most, cell) => Math.max(most, widest(cell)), 0);
  const word = longestWord(heading);
  const whole = Math.max(word, content);
  if (!words) {
    return {
      ...column,
      natural: whole,
      least: Math.max(content, Math.min(whole, NARROWEST_WORDS)),
    };
  }
  const natural = Math.min(WIDEST_WORDS, whole);
  return { ...column, natural, least: Math.min(natural, Math.max(NARROWEST_WORDS, word)) };
}

const GAP = 2;
/** A column of words may be wrapped down to this, and a heading broken. */
const NARROWEST_WORDS = 14;
/** Longer lines of words are hard to follow. */
const WIDEST_WORDS = 60;
const WIDEST_HEADING = 24;
/** A heading may be somebody's name and very long. */
const HIGHEST_HEADING = 4;

/** Widths at which the columns fit, words giving way first; undefined where they cannot. */
export function fitted(
  columns: readonly TextColumn[],
  room: number,
): readonly number[] | undefined {
  const widths = columns.map(({ natural }) => natural);
  const over = total(widths) - room;
  if (over <= 0) return widths;
  const give = total(widths) - total(columns.map(({ least }) => least));
  if (give < over) return undefined;
  return columns.map(({ natural, least }) =>
    Math.max(least, natural - Math.ceil(((natural - least) * over) / give)),
  );
}

/** The columns in as few blocks as the room allows, of about the same width. */
export function blocks(
  columns: readonly TextColumn[],
  room: number,
): readonly (readonly TextColumn[])[] {
  const fewest = packed(columns, room);
  let narrow = room;
  while (narrow > 0 && packed(columns, narrow - 1).length === fewest.length) narrow--;
  return packed(columns, narrow);
}

function packed(columns: readonly TextColumn[], room: number): readonly (readonly TextColumn[])[] {
  const labels = columns.filter(({ label }) => label);
  const groups: TextColumn[][] = [];
  for (const column of columns.filter(({ label }) => !label)) {
    const last = groups.at(-1);
    if (last && fitted([...labels, ...last, column], room)) last.push(column);
    else groups.push([column]);
  }
  return groups.map((group) => [...labels, ...group]);
}

/** Lays columns out below their headings and a rule. */
export function layColumns(
  columns: readonly TextColumn[],
  widths: readonly number[] = columns.map(({ least }) => least),
): readonly string[] {
  const width = (index: number): number => widths[index] ?? WIDEST_WORDS;
  const head = columns.map(({ heading }, index) => headingLines(heading, width(index)).join('\n'));
  const rule = columns.map((_, index) => '-'.repeat(width(index)));
  const rows = (columns[0]?.cells ?? []).map((_, row) =>
    columns.map(({ cells, dress }, index) => {
      const cell = wrapped(cells[row] ?? '', width(index));
      if (!dress) return cell;
      return cell
        .split('\n')
        .map((line) => dress(line, row))
        .join('\n');
    }),
  );
  return layOut(
    [head, rule, ...rows],
    columns.map(({ words }) => (words ? 'left' : 'right')),
  );
}

function headingLines(heading: string, width: number): readonly string[] {
  const lines = wrap(heading, width);
  if (lines.length <= HIGHEST_HEADING) return lines;
  const cut = wrap(heading, width - 1).slice(0, HIGHEST_HEADING);
  return cut.map((line, index) => (index === HIGHEST_HEADING - 1 ? `${line}…` : line));
}

/**
 * Puts cells side by side without drawing any rules. Done here and not by a library, because the
 * well-known one measures with an older Unicode table than the one that lines were wrapped by.
 */
export function layOut(
  rows: readonly (readonly string[])[],
  aligns: readonly ('left' | 'right')[],
): readonly string[] {
  const widths = aligns.map((_, index) =>
    rows.reduce((most, row) => Math.max(most, widest(row[index] ?? '')), 0),
  );
  return rows.flatMap((row) => {
    const cells = row.map((cell) => cell.split('\n'));
    const height = Math.max(...cells.map(({ length }) => length));
    return Array.from({ length: height }, (_, line) =>
      cells
        .map((lines, index) => padded(lines[line] ?? '', widths[index] ?? 0, aligns[index]))
        .join(' '.repeat(GAP))
        .trimEnd(),
    );
  });
}

function padded(line: string, width: number, align: 'left' | 'right' | undefined): string {
  const space = ' '.repeat(Math.max(0, width - widthOf(line)));
  return align === 'right' ? `${space}${line}` : `${line}${space}`;
}

/** Wraps every line of a cell. */
export const wrapped = (cell: string, width: number): string =>
  cell
    .split('\n')
    .flatMap((line) => wrap(line, width))
    .join('\n');

/** The widest line of a cell. */
export const widest = (cell: string): number =>
  Math.max(...cell.split('\n').map((line) => widthOf(line)));

const longestWord = (words: string): number =>
  Math.min(WIDEST_HEADING, Math.max(...words.split(/\s/).map((word) => widthOf(word))));

const total = (widths: readonly number[]): number =>
  widths.reduce((sum, width) => sum + width, GAP * Math.max(0, widths.length - 1));
