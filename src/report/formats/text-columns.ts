import { widthOf } from './text-width.ts';
import { limbsOf, wrap } from './wrap.ts';

/** One column of a text table. Cells hold their own line breaks. */
export interface ColumnText {
  readonly heading: string;
  readonly cells: readonly string[];
  /** Words stand at the left and may be wrapped; figures stand at the right and may not. */
  readonly words: boolean;
  /** Whether the column says which row it is, so that it leads every block. */
  readonly label: boolean;
  /** Whether its words are never wrapped. */
  readonly whole?: boolean;
  /** Dresses one line of the cell in a row. */
  readonly dress?: (line: string, row: number) => string;
}

/**
 * A column with three widths: the one at which nothing but its heading is wrapped, one at which no
 * name or word need be broken but at its joints, and the least that it can have.
 */
export interface TextColumn extends ColumnText {
  readonly natural: number;
  readonly unbroken: number;
  readonly least: number;
}

/** Measures a column once; its widths are asked for many times while room is shared out. */
export function measured(column: ColumnText): TextColumn {
  const { heading, cells, words, whole = false } = column;
  const content = most(cells, widest);
  const word = longest(heading, (text) => text.split(/\s/));
  const limb = longest(heading, (text) => text.split(/\s/).flatMap(limbsOf));
  if (!words) {
    const natural = Math.max(word, content);
    const least = Math.max(content, Math.min(natural, NARROWEST_WORDS));
    return { ...column, natural, unbroken: Math.max(least, limb), least };
  }
  const natural = whole ? content : Math.min(WIDEST_WORDS, Math.max(word, content));
  if (whole) return { ...column, natural, unbroken: natural, least: natural };
  const least = Math.min(natural, Math.max(NARROWEST_WORDS, limb));
  const inCells = most(cells, (cell) => longest(cell, (text) => text.split(/\s/).flatMap(limbsOf)));
  return { ...column, natural, unbroken: Math.max(least, inCells), least };
}

const GAP = 2;
/** A column of words may be wrapped down to this, and a heading broken. */
const NARROWEST_WORDS = 14;
/** Longer lines of words are hard to follow. */
const WIDEST_WORDS = 60;
const WIDEST_WORD = 24;
/** A heading may be somebody's name and very long. */
const HIGHEST_HEADING = 4;

/**
 * Widths at which the columns fit, words giving way first; undefined where they cannot, or not
 * without breaking words where they must stay `whole`.
 */
export function fitted(
  columns: readonly TextColumn[],
  room: number,
  whole: 'whole' | 'broken' = 'broken',
): readonly number[] | undefined {
  const natural = columns.map((column) => column.natural);
  const unbroken = columns.map((column) => column.unbroken);
  const least = columns.map((column) => column.least);
  if (total(natural) <= room) return natural;
  if (total(unbroken) <= room) return between(natural, unbroken, room);
  if (whole === 'broken' && total(least) <= room) return between(unbroken, least, room);
  return undefined;
}

/** Takes from each column in proportion to what it can give. */
function between(
  wide: readonly number[],
  narrow: readonly number[],
  room: number,
): readonly number[] {
  const over = total(wide) - room;
  const give = total(wide) - total(narrow);
  return wide.map((width, index) => {
    const least = narrow[index] ?? width;
    return Math.max(least, width - Math.ceil(((width - least) * over) / give));
  });
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
    if (last && fitted([...labels, ...last, column], room, 'whole')) last.push(column);
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
  const widths = aligns.map((_, index) => most(rows, (row) => widest(row[index] ?? '')));
  return rows.flatMap((row) => {
    const cells = row.map((cell) => cell.split('\n'));
    const height = most(cells, ({ length }) => length);
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
export const widest = (cell: string): number => most(cell.split('\n'), widthOf);

/** The largest measure of some things; there may be more of them than a function takes arguments. */
const most = <Thing>(things: readonly Thing[], measure: (thing: Thing) => number): number =>
  things.reduce((largest, thing) => Math.max(largest, measure(thing)), 0);

const longest = (text: string, split: (text: string) => readonly string[]): number =>
  Math.min(WIDEST_WORD, most(split(text), widthOf));

const total = (widths: readonly number[]): number =>
  widths.reduce((sum, width) => sum + width, GAP * Math.max(0, widths.length - 1));
