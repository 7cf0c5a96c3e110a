import type { Row, Spread, Summary } from '../benchmark/summary.ts';
import { LEAST_FOR_MEDIAN } from '../stats/median-interval.ts';
import { count, ifAny, label, words } from './column.ts';
import { type Cell, figure, name, none, text, type Unit, verdict } from './figure.ts';
import { type Column, type Table, tabulate } from './table.ts';

const spread = (
  unit: Unit,
  key: string,
  heading: string,
  of: (row: Row) => Spread | null,
): Column<Row> => ({
  key,
  heading,
  cells: 'figures',
  empty: 'hidden',
  of: (row) => cellOf(unit, of(row)),
});

/** The median, with its interval or, where there is none, the least and the most. */
function cellOf(unit: Unit, of: Spread | null): Cell {
  if (!of) return none('');
  const { median, interval, least, most } = of;
  const [low, high] = interval ? [interval.low, interval.high] : [least, most];
  return figure(unit, { mean: median, p05: low, p50: median, p95: high });
}

const rows: readonly Column<Row>[] = [
  label('dataset', 'dataset', ({ dataset }) => name(dataset)),
  label('target', 'target', ({ target }) => name(target)),
  label('tool', 'tool', ({ tool }) => name(tool)),
  label('step', 'step', ({ step }) => name(step)),
  count('done', 'runs', ({ done }) => done),
  ifAny(count('failed', 'failed', ({ failed }) => failed)),
  ifAny(count('left_out', 'left out', ({ leftOut }) => leftOut)),
  spread('seconds', 'time', 'time', ({ wall }) => wall),
  spread('seconds', 'cpu', 'of processors', ({ cpu }) => cpu),
  spread('bytes', 'rate', 'source a second', ({ rate }) => rate),
  spread('bytes', 'memory', 'peak memory', ({ peakMemory }) => peakMemory),
  spread('bytes', 'stored', 'stored', ({ stored }) => stored),
];

/** What each step took, over the repetitions. */
export function stepsTable({ rows: all }: Summary): Table {
  const few = all.some(({ done }) => done > 1 && done < LEAST_FOR_MEDIAN);
  return tabulate({
    key: 'steps',
    title: 'Measured',
    notes: [
      few
        ? `medians, with the least and the most: a 95 % interval needs ${LEAST_FOR_MEDIAN} repetitions`
        : 'medians, with the 95 % interval of the median',
    ],
    columns: rows,
    rows: all,
  });
}

/** Whether what was backed up came back. */
export const restoresTable = ({ restores }: Summary): Table =>
  tabulate({
    key: 'restores',
    title: 'Restored and compared',
    layout: 'list',
    columns: [
      words<Summary['restores']>('equal', 'equal to the source', ({ compared, equal }) =>
        verdict(compared > 0 && compared === equal, `${equal} of ${compared}`),
      ),
    ],
    rows: [restores],
  });

/** What failed, in the words of whoever failed. */
export const failuresTable = ({ failures }: Summary): Table =>
  sentences('failures', 'Failed', failures.map(failureOf));

function failureOf({ step, reason, said, differences }: Summary['failures'][number]): string {
  const named = differences.join('; ');
  return [`${step}: ${reason}`, named, said ?? ''].filter((part) => part !== '').join(' | ');
}

/** What was asked for and not done. */
export const leftOutTable = ({ leftOut, notBegun }: Summary): Table =>
  sentences('left-out', 'Left out', [
    ...leftOut.map(({ what, because }) => `${what}: ${because}`),
    ...(notBegun.length === 0
      ? []
      : [`${notBegun.length} steps for want of time: ${notBegun.slice(0, 5).join(', ')} …`]),
  ]);

/** Doubts about what was measured. */
export const doubtsTable = ({ warnings }: Summary): Table =>
  sentences('warnings', 'Warnings', warnings);

const sentences = (key: string, title: string, lines: readonly string[]): Table =>
  tabulate({
    key,
    title,
    layout: 'lines',
    columns: [words<string>('text', 'what', (line) => name(line))],
    rows: lines,
  });

/** All tables of a run, in the order in which one asks. */
export const benchmarkTables = (summary: Summary): readonly Table[] => [
  stepsTable(summary),
  restoresTable(summary),
  failuresTable(summary),
  doubtsTable(summary),
  leftOutTable(summary),
  tabulate<[string, { readonly title: string; readonly version: string }]>({
    key: 'tools',
    title: 'Tools',
    columns: [
      label('tool', 'tool', ([tool]) => name(tool)),
      words('title', 'program', ([, tool]) => text(tool.title)),
      words('version', 'version', ([, tool]) => name(tool.version)),
    ],
    rows: Object.entries(summary.tools),
  }),
];
