import { stringify } from 'csv-stringify/sync';
import { visible } from '../../problem.ts';
import type { Cell, Unit } from '../result/figure.ts';
import { inOrder } from '../result/order.ts';
import type { Result } from '../result/result.ts';
import { billsTable } from '../tables/money/cost.ts';
import { reportOf } from '../tables/report.ts';
import type { Table } from '../tables/table.ts';
import { rounded } from './json.ts';

/** One figure of the flat table, in base units. */
export interface Line {
  readonly strategy: string;
  readonly section: string;
  readonly workload: string;
  readonly item: string;
  readonly name: string;
  readonly unit: Unit | 'instant' | 'text';
  readonly value: number | string;
  readonly mean: number | string;
  readonly p05: number | string;
  readonly p50: number | string;
  readonly p95: number | string;
  readonly never: number | string;
}

const COLUMNS: readonly (keyof Line)[] = [
  'strategy',
  'section',
  'workload',
  'item',
  'name',
  'unit',
  'value',
  'mean',
  'p05',
  'p50',
  'p95',
  'never',
];

/**
 * Writes every figure as one flat table under one header row: bytes, seconds, shares from 0 to 1
 * and counts, instants in UTC. `value` is what people are shown first, the median over the trials.
 * A text that a spreadsheet would run as a formula gets a `'` before it.
 */
export function asCsv(result: Result): string {
  const { comparison, assumptions, workloads, training, strategies, warnings, defaults } =
    reportOf(result);
  const lines = [
    ...about(result),
    ...linesOf(comparison, ''),
    ...linesOf(assumptions, ''),
    ...linesOf(workloads, ''),
    ...training.flatMap((table) => linesOf(table, '')),
    ...strategies.flatMap(({ name, tables }) =>
      tables.flatMap((table) => linesOf(table, harmless(name))),
    ),
    ...inOrder(result).flatMap((one) => linesOf(billsTable(one), harmless(one.name))),
    ...linesOf(warnings, ''),
    ...linesOf(defaults, ''),
  ];
  return written(lines, COLUMNS);
}

/**
 * Writes lines under one header row. A text that a spreadsheet would run as a formula gets a `'`
 * before it.
 */
export const written = <T extends object>(
  lines: readonly T[],
  columns: readonly (keyof T & string)[],
): string =>
  stringify([...lines], {
    header: true,
    columns: [...columns],
    escape_formulas: true,
    cast: { number: String },
  });

const EMPTY = { mean: '', p05: '', p50: '', p95: '', never: '' } as const;
const NOWHERE = { strategy: '', workload: '', item: '' } as const;

function about({ scenario, seed, trials, advice }: Result): readonly Line[] {
  const line = (name: string, value: string | number, unit: Line['unit'] = 'text'): Line => ({
    ...NOWHERE,
    ...EMPTY,
    section: 'about',
    name,
    unit,
    value: typeof value === 'string' ? harmless(value) : value,
  });
  return [
    line('scenario', scenario.name),
    line('hash', scenario.hash),
    line('start', scenario.start, 'instant'),
    line('end', scenario.end, 'instant'),
    line('timezone', scenario.timezone),
    line('seed', seed, 'count'),
    line('trials', trials, 'count'),
    line('take', advice.take ?? ''),
    line('why', advice.why),
  ];
}

/** The figures of a table, a line each. */
export function linesOf({ key: section, columns, rows }: Table, strategy: string): readonly Line[] {
  return rows.flatMap((row) => {
    const labels = columns.flatMap(({ key, label }, index) => {
      const cell = row[index];
      return label && cell ? [{ key, inWords: wordsOf(cell) }] : [];
    });
    const inWords = (wanted: string): string =>
      labels.find(({ key }) => key === wanted)?.inWords ?? '';
    const place = {
      strategy: strategy || inWords('strategy'),
      section,
      workload: inWords('workload'),
      item: labels
        .filter(({ key }) => key !== 'workload' && key !== 'strategy')
        .map((label) => label.inWords)
        .join(' '),
    };
    return columns.flatMap(({ key, label }, index) => {
      const cell = row[index];
      return cell && !label ? [{ ...place, name: key, ...figuresOf(cell) }] : [];
    });
  });
}

const wordsOf = (cell: Cell): string => ('text' in cell ? harmless(cell.text) : '');

/** CSV may be printed in a terminal, so that control characters are shown here as well. */
const harmless = (text: string): string => visible(text, Infinity);

type Figures = Pick<Line, 'unit' | 'value' | 'mean' | 'p05' | 'p50' | 'p95' | 'never'>;

function figuresOf(cell: Cell): Figures {
  if (cell.kind === 'figure') {
    const [mean, p05, p50, p95] = [
      rounded(cell.value.mean),
      rounded(cell.value.p05),
      rounded(cell.value.p50),
      rounded(cell.value.p95),
    ];
    return { unit: cell.unit, value: p50, mean, p05, p50, p95, never: '' };
  }
  if (cell.kind === 'date') {
    const [p05, p50, p95] = [cell.value.p05 ?? '', cell.value.p50 ?? '', cell.value.p95 ?? ''];
    return {
      ...EMPTY,
      unit: 'instant',
      value: p50,
      p05,
      p50,
      p95,
      never: rounded(cell.value.never),
    };
  }
  const beside = cell.kind === 'verdict' ? (cell.beside ?? []) : [];
  const words = cell.kind === 'none' ? '' : harmless([cell.text, ...beside].join('; '));
  return { ...EMPTY, unit: 'text', value: words };
}
