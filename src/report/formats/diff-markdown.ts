import { visible } from '../../problem.ts';
import type { Diff } from '../diff/difference.ts';
import { NO_CLOCK } from '../result/no-clock.ts';
import type { Table } from '../tables/table.ts';
import {
  inputsTable,
  movedTable,
  shiftsOf,
  turnedTable,
  verdictOn,
} from '../tables/what-if/diff.ts';
import { escaped, sections } from './markdown-blocks.ts';

/** Rows of a table that are told: three tables of them fit into the comment of a pull request. */
const MOST_ROWS = 100;
/** So many rows stand open; more are folded. */
const OPEN_ROWS = 12;

/**
 * Writes what differs between two answers as Markdown for a pull request; long tables are folded.
 *
 * @param failures what happened of all that must not.
 */
export function diffAsMarkdown(diff: Diff, failures: readonly string[]): string {
  const sides = [diff.old, diff.new].map(({ scenario }) => escaped(visible(scenario)));
  const [old, now] = sides;
  const parts = [
    `# ${old === now ? now : `${old} → ${now}`}`,
    `**${escaped(clippedTo(verdictOn(diff, failures)))}**`,
    ...shiftsOf(diff).map((line) => `${escaped(clippedTo(line))}.`),
    ...[turnedTable(diff), movedTable(diff), inputsTable(diff)].flatMap(folded),
  ];
  return `${parts.join('\n\n')}\n`;
}

const clippedTo = (text: string): string => (text.length > 2000 ? `${text.slice(0, 2000)}…` : text);

function folded(table: Table): readonly string[] {
  const left = table.rows.length - MOST_ROWS;
  const notes = left > 0 ? [...table.notes, `${left} more: --json has all of them`] : table.notes;
  const told = { ...table, notes, rows: table.rows.slice(0, MOST_ROWS) };
  const written = sections([told], { clock: NO_CLOCK, depth: 2, sizes: 'si' });
  if (table.rows.length <= OPEN_ROWS) return written;
  return [
    `<details><summary>${table.title}: ${table.rows.length}</summary>`,
    ...written,
    '</details>',
  ];
}
