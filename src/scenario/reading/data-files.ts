import { parse } from 'csv-parse/sync';
import type { Checked, Problem } from '../../problem.ts';
import { parseInstant } from '../../units/calendar.ts';
import { type Dimension, parse as parseQuantity, parseStated } from '../../units/dimension.ts';
import { SIZE } from '../../units/dimensions.ts';
import type { Change } from '../change.ts';
import type { Limits } from '../language/declare.ts';
import { type Uncertain, wrongSample } from '../language/uncertain.ts';
import type { Scenario } from '../scenario.ts';

/** A data file that a scenario names, and the path of the field that names it. */
export type DataFile = SampleFile | SeriesFile | ProfileFile;

/** A file with one value per line, of one dimension and within limits. */
export interface SampleFile {
  readonly kind: 'samples';
  readonly path: string;
  readonly file: string;
  readonly base: Dimension;
  readonly limits: Limits;
}

/** A file with a measured history. */
export interface SeriesFile {
  readonly kind: 'series';
  readonly path: string;
  readonly file: string;
  /** The time zone of its dates: that of the scenario. */
  readonly zone: string;
}

/** A profile of tools that `calibrate` has written. */
export interface ProfileFile {
  readonly kind: 'profile';
  readonly path: string;
  readonly file: string;
}

/** Every data file that a scenario names, in the order of the fields. */
export function dataFilesOf(scenario: Scenario): DataFile[] {
  const found: DataFile[] = [];
  // The path is put together only where a file is named: of a large scenario few values name one.
  const above: { readonly value: object; readonly key: string }[] = [];
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if (isSampleFile(value)) {
      const { file, base, limits } = value;
      found.push({ kind: 'samples', path: `${pathTo(above)}.sample`, file, base, limits });
    } else if (isSeries(value)) {
      const zone = scenario.timezone ?? 'UTC';
      found.push({ kind: 'series', path: `${pathTo(above)}.series`, file: value.file, zone });
    } else {
      for (const key of Object.keys(value)) {
        const part = (value as Readonly<Record<string, unknown>>)[key];
        if (typeof part !== 'object') continue;
        above.push({ value, key });
        visit(part);
        above.pop();
      }
    }
  };
  visit(scenario);
  for (const [name, { profile }] of Object.entries(scenario.tools ?? {})) {
    if (profile) found.push({ kind: 'profile', path: `tools.${name}.profile`, file: profile });
  }
  return found;
}

const pathTo = (above: readonly { readonly value: object; readonly key: string }[]): string =>
  above.reduce((path, { value, key }) => stepInto(value, path, key), '');

const kindOf = (value: object): unknown => (value as { readonly kind?: unknown }).kind;
const isSampleFile = (value: object): value is Extract<Uncertain, { kind: 'sample file' }> =>
  kindOf(value) === 'sample file';
const isSeries = (value: object): value is Extract<Change, { kind: 'series' }> =>
  kindOf(value) === 'series';

/**
 * Path of a part as the user writes it. The parsed values of growth, change and amounts store their
 * parts under other names than the file.
 */
function stepInto(value: object, path: string, key: string): string {
  const { kind, every } = value as { kind?: unknown; every?: unknown };
  if (Array.isArray(value)) return `${path}[${key}]`;
  if (typeof kind !== 'string') {
    const name = key === 'amount' && 'after' in value ? 'changed' : key;
    return path ? `${path}.${name}` : name;
  }
  if (kind === 'files') return `${path}.${key}`;
  if (kind === 'power law') return `${path}.measured`;
  return kind === 'rate' && key === 'amount' ? `${path}.per-${every}` : path;
}

/** The values of a sample file, one per line; empty lines and comments (#) are dropped. */
export const sampleLines = (text: string): string[] =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));

/** Checks the values of a sample file; problems do not quote them. */
export function readSamples(
  text: string,
  { path, file, base, limits }: SampleFile,
): Checked<readonly string[]> {
  const lines = sampleLines(text);
  const wrong = wrongSample(base, lines, limits);
  if (wrong === undefined) return { ok: true, value: lines };
  const hint = `write one value a line, such as ${base.example}`;
  return { ok: false, problems: [{ path, message: `${file}: ${wrong}`, hint }] };
}

/** A measured history; matches `Series` of `simulation/plan/`. */
interface History {
  readonly times: readonly number[];
  readonly sizes: readonly number[];
  readonly changed: readonly number[];
}

/**
 * Reads a measured history from CSV with a header; lines that begin with # are comments. Columns:
 * date, size, added, changed; the unit is in the cell (`26.7 GiB`) or in the header (`size_GiB`).
 * Problems give state number and column only: the contents are never quoted.
 */
export function readHistory(text: string, { path, file, zone }: SeriesFile): Checked<History> {
  const problem = (message: string, hint: string): Checked<History> => ({
    ok: false,
    problems: [{ path, message: `${file}: ${message}`, hint }],
  });
  let rows: string[][];
  try {
    rows = parse(text, {
      comment: '#',
      skip_empty_lines: true,
      relax_column_count: true,
      bom: true,
    });
  } catch {
    return problem('is not CSV', 'write a header line and one line for each measured state');
  }
  const header = rows[0] ?? [];
  const columns = columnsOf(header);
  if (columns.date === undefined || columns.size === undefined || rows.length < 3) {
    return problem('needs a header with date and size, and at least two states', HEADER);
  }
  const states = rows.slice(1).map((row, index) => stateOf(row, { header, columns, index, zone }));
  const problems = states.flatMap(({ wrong }): Problem[] =>
    wrong ? [{ path, message: `${file}: ${wrong}`, hint: HEADER }] : [],
  );
  if (problems.length > 0) return { ok: false, problems: problems.slice(0, 20) };
  const sorted = states.every(({ time }, i) => i === 0 || time > (states[i - 1]?.time ?? 0));
  if (!sorted) return problem('its dates do not rise', 'put the states in the order of time');
  return {
    ok: true,
    value: {
      times: states.map(({ time }) => time),
      sizes: states.map(({ size }) => size),
      changed: states.map(({ added, changed }) => added + changed),
    },
  };
}

const HEADER = 'columns are date, size, added, changed, with units: size_GiB, or 26.7 GiB';
const NAMES = ['date', 'size', 'added', 'changed'] as const;
type Columns = Readonly<Partial<Record<(typeof NAMES)[number], number>>>;

function columnsOf(header: readonly string[]): Columns {
  const columns: Partial<Record<(typeof NAMES)[number], number>> = {};
  for (const [index, cell] of header.entries()) {
    const [name, unit] = cell.trim().split('_');
    const known = NAMES.find((one) => one === name);
    const isSize = unit === undefined || parseQuantity(SIZE, `1 ${unit}`).ok;
    if (known && isSize && columns[known] === undefined) columns[known] = index;
  }
  return columns;
}

function stateOf(
  row: readonly string[],
  at: {
    readonly header: readonly string[];
    readonly columns: Columns;
    readonly index: number;
    readonly zone: string;
  },
) {
  const { header, columns, index, zone } = at;
  const state = { time: 0, size: 0, added: 0, changed: 0, wrong: '' };
  const time = parseInstant(row[columns.date ?? 0]?.trim() ?? '', zone);
  if (time === undefined) state.wrong = `state ${index + 1} has no date such as 2026-01-05`;
  state.time = time ?? 0;
  for (const name of ['size', 'added', 'changed'] as const) {
    const column = columns[name];
    const cell = column === undefined ? '' : (row[column] ?? '').trim();
    if (cell === '' && (name !== 'size' || column === undefined)) continue;
    const unit = header[column ?? 0]?.trim().split('_')[1] ?? '';
    const parsed = parseStated(SIZE, unit ? `${cell} ${unit}` : cell);
    if (parsed.ok && parsed.value >= 0) state[name] = parsed.value;
    else state.wrong ||= `state ${index + 1} has no size with a unit in column ${name}`;
  }
  return state;
}
