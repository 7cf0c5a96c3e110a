import Table from 'cli-table3';
import type { Command } from 'commander';
import { arrayOf } from '../catalog/array.ts';
import { ENTRIES, type Entry, entriesNamed, KINDS, kindNamed } from '../catalog/entry.ts';
import { type FigureRow, figureRows } from '../catalog/listing.ts';
import { nearest } from '../catalog/suggest.ts';
import { summaryOf } from '../catalog/summary.ts';
import { jsonText } from '../escape.ts';
import { type Problem, ProblemsFound } from '../problem.ts';
import type { CommandContext } from './command-context.ts';

/** `backcast catalog list [kind]` and `backcast catalog show NAME`. */
export function define(command: Command, context: CommandContext): void {
  command
    .command('list')
    .description('Lists what the catalog holds, of all kinds or of one.')
    .argument('[kind]', `one of ${Object.keys(KINDS).join(', ')}`)
    .action(
      context.action(async (kind?: string) => {
        await context.result(context.json ? json(ofKind(kind)) : listing(ofKind(kind)));
        if (!context.json)
          context.note('backcast catalog show NAME has every figure with its source');
        return 0;
      }),
    );
  command
    .command('show')
    .description('Shows every figure of an entry with its unit, source, date and grade.')
    .argument('<name>', 'a name that "backcast catalog list" prints')
    .action(
      context.action(async (name: string) => {
        const entries = named(name);
        const text = (): string =>
          entries.map((entry) => details(entry, context.columns)).join('\n');
        await context.result(context.json ? json(entries) : text());
        return 0;
      }),
    );
}

const json = (entries: readonly Entry[]): string =>
  jsonText({ format: 'backcast/catalog/1', entries });

function ofKind(kind: string | undefined): readonly Entry[] {
  if (kind === undefined) return ENTRIES;
  const meant = kindNamed(kind);
  if (meant !== undefined) return ENTRIES.filter((entry) => entry.kind === meant);
  const kinds = Object.keys(KINDS);
  throw new ProblemsFound([unknown('kind', kind, kinds, `the kinds are ${kinds.join(', ')}`)]);
}

function named(name: string): readonly Entry[] {
  const entries = entriesNamed(name);
  if (entries.length > 0) return entries;
  const names = ENTRIES.map(({ data }) => data.name);
  throw new ProblemsFound([
    unknown('entry', name, names, '"backcast catalog list" prints every name'),
  ]);
}

function unknown(
  what: string,
  wrong: string,
  names: readonly string[],
  otherwise: string,
): Problem {
  const near = nearest(wrong, names);
  return {
    path: '',
    message: `the catalog has no ${what} "${wrong}"`,
    hint: near.length > 0 ? `did you mean ${near.join(' or ')}?` : otherwise,
  };
}

function listing(entries: readonly Entry[]): string {
  const sections = Object.entries(KINDS).flatMap(([kind, title]) => {
    const rows = entries
      .filter((entry) => entry.kind === kind)
      .map((entry) => [entry.data.name, entry.data.title, summaryOf(entry)]);
    return rows.length > 0 ? [`${title} (${kind})\n${table(rows)}`] : [];
  });
  return sections.join('\n');
}

/** One entry: its plain fields as lines, then its numbers as a table. */
function details(entry: Entry, columns: number | undefined): string {
  const rows = figureRows(entry);
  const lines = rows
    .filter(({ figure, grade }) => grade === '' && figure !== 'title')
    .map(({ figure, value }) => `  ${figure === 'notes' ? 'note' : figure}: ${value}\n`);
  const sum = entry.kind === 'store' ? `  together: ${arrayOf(entry.data).explanation}\n` : '';
  const numbers = rows.filter(({ grade }) => grade !== '');
  const figures = numbers.length > 0 ? figureTable(numbers, columns) : '  costs no time\n';
  return `${entry.kind} ${entry.data.name}: ${entry.data.title}\n${lines.join('')}${sum}${figures}`;
}

const HEAD = ['figure', 'value', 'grade', 'source', 'note'];

function figureTable(numbers: readonly FigureRow[], columns: number | undefined): string {
  const rows = numbers.map(({ figure, value, grade, source, date, note }) => [
    figure,
    value,
    grade,
    `${source}, ${date}`,
    note,
  ]);
  return table([HEAD, ...rows], columns);
}

const GAP = 2;
const NARROWEST = 20;

/** Cells side by side without rules; on a terminal, the last two columns share what is left. */
function table(rows: readonly (readonly string[])[], columns?: number): string {
  const widths = (rows[0] ?? []).map(
    (_, at) => GAP + Math.max(...rows.map((row) => row[at]?.length ?? 0)),
  );
  const fixed = widths.slice(0, -2).reduce((sum, width) => sum + width, GAP);
  const share = Math.max(NARROWEST, Math.floor(((columns ?? Infinity) - fixed) / 2));
  const last = widths.length - 2;
  const plain = new Table({
    chars: NO_RULES,
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': GAP },
    colWidths: widths.map((width, at) => (at < last ? width : Math.min(width, share))),
    wordWrap: true,
  });
  for (const row of rows) plain.push([...row]);
  const lines = plain.toString().split('\n');
  return lines.map((line) => `  ${line.trimEnd()}\n`).join('');
}

const RULES = 'top top-mid top-left top-right bottom bottom-mid bottom-left bottom-right';
const MORE_RULES = 'left left-mid mid mid-mid right right-mid middle';
const NO_RULES = Object.fromEntries(`${RULES} ${MORE_RULES}`.split(' ').map((name) => [name, '']));
