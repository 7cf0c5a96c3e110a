import { markdownTable } from 'markdown-table';
import type { Clock } from '../result/clock.ts';
import type { Table } from '../tables/table.ts';
import { groupsOf, type ShownCell, type ShownTable, type Sizes, shown, sideways } from './shown.ts';
import { widthOf } from './text-width.ts';

/** How tables are written: under headings of a depth, instants on a clock. */
interface Layout {
  readonly clock: Clock;
  readonly depth: number;
  readonly sizes?: Sizes | undefined;
}

/** Writes tables as Markdown, each under its heading; those without anything to say are left out. */
export const sections = (
  tables: readonly Table[],
  { clock, depth, sizes }: Layout,
): readonly string[] =>
  groupsOf(tables.map((table) => shown(table, clock, sizes))).map((group) => section(group, depth));

function section(group: readonly ShownTable[], depth: number): string {
  const [table] = group;
  if (!table) return '';
  if (table.layout === 'list') return lists(group);
  const notes = table.notes.map((note) => `_${escaped(note)}_`);
  const body = table.rows.length === 0 ? [] : [READERS[table.layout](table)];
  return [`${'#'.repeat(depth)} ${table.title}`, ...body, ...notes].join('\n\n');
}

/** The one row of each list, read downwards. */
function lists(group: readonly ShownTable[]): string {
  const lines = group.flatMap(({ title, columns, rows: [row = []] }) =>
    columns.map(({ heading }, index) => [
      index === 0 ? `**${escaped(title)}**` : '',
      escaped(heading),
      cellText(row[index]),
    ]),
  );
  return tableText([['', 'figure', 'value'], ...lines], ['l', 'l', 'l']);
}

function grid({ columns, rows }: ShownTable): string {
  const head = columns.map(({ heading }) => escaped(heading));
  return tableText(
    [head, ...rows.map((row) => row.map(cellText))],
    columns.map(({ cells }) => (cells === 'words' ? 'l' : 'r')),
  );
}

const comparison = (table: ShownTable): string => grid(sideways(table));

const sentences = ({ rows }: ShownTable): string =>
  rows.map((row) => `- ${cellText(row.at(-1))}`).join('\n');

const READERS = { grid, comparison, lines: sentences } as const;

const tableText = (rows: readonly (readonly string[])[], align: readonly string[]): string =>
  markdownTable(rows, { stringLength: widthOf, align });

function cellText(cell: ShownCell | undefined): string {
  if (!cell) return '';
  const main = escaped(cell.main);
  const strong = cell.tone === 'bad' ? `**${main}**` : main;
  const also = cell.also === '' ? '' : ` (${escaped(cell.also)})`;
  const spread = cell.spread === '' ? '' : `<br>${escaped(cell.spread)}`;
  return `${strong}${also}${spread}`;
}

/** Parts a word in two for what looks for names and addresses in it; readers see nothing of it. */
const APART = '<!-- -->';

/**
 * Makes text stand for itself in Markdown and in the HTML that comes of it: every character with a
 * meaning is escaped, and nothing becomes a link, a mention of somebody or of an issue.
 *
 * @example
 * escaped('<b>|`x`') // '&lt;b&gt;\\|\\`x\\`'
 */
export const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/[\\`*_[\]|~$!]/g, (mark) => `\\${mark}`)
    .replace(/[@#](?=\w)/g, (mark) => `${mark}${APART}`)
    .replaceAll('://', `:${APART}//`)
    .replace(/\bwww\./gi, (start) => `${start.slice(0, 3)}${APART}.`)
    .replace(
      /^(\s*)([=+#-])/,
      (_, space: string, mark: string) => `${space}&#${mark.charCodeAt(0)};`,
    )
    .replace(/^(\s*\d+)([.)])(?=\s|$)/, '$1\\$2');
