import type { Row, Spread, Summary } from '../../../benchmark/summary.ts';
import { visible } from '../../../problem.ts';
import { LEAST_FOR_MEDIAN } from '../../../stats/median-interval.ts';
import { type Cell, figure, name, none, text, type Unit, verdict } from '../../result/figure.ts';
import { count, ifAny, label, share, words } from '../column.ts';
import { type Column, type Table, tabulate } from '../table.ts';

/** The median of a figure; machines get its interval, or the least and the most, beside it. */
const median = (
  unit: Unit,
  key: string,
  heading: string,
  of: (row: Row) => Spread | null,
): Column<Row> => ({
  key,
  heading,
  cells: 'figures',
  shows: 'mean',
  twin: 'hidden',
  empty: 'hidden',
  of: (row) => cellOf(unit, of(row)),
});

function cellOf(unit: Unit, of: Spread | null): Cell {
  if (!of) return none('');
  const [low, high] = endsOf(of);
  return figure(unit, { mean: of.median, p05: low, p50: of.median, p95: high });
}

/** Processor time is told in hundredths of a second. */
const cpuCell = (cpu: Spread | null): Cell =>
  cpu?.median === 0 ? text('< 10 ms') : cellOf('seconds', cpu);

const endsOf = ({ interval, least, most }: Spread): readonly [number, number] =>
  interval ? [interval.low, interval.high] : [least, most];

/** Half of what lies between the ends, as a share of the median. */
function doubt({ wall }: Row): number | null {
  if (!wall || wall.median === 0) return null;
  const [low, high] = endsOf(wall);
  return (high - low) / 2 / wall.median;
}

const rows: readonly Column<Row>[] = [
  label('dataset', 'dataset', ({ dataset }) => name(dataset)),
  label('target', 'target', ({ target }) => name(target)),
  label('step', 'step', ({ step }) => name(step)),
  label('tool', 'tool', ({ tool }) => name(tool)),
  count('done', 'runs', ({ done }) => done),
  ifAny(count('failed', 'failed', ({ failed }) => failed)),
  ifAny(count('left_out', 'left out', ({ leftOut }) => leftOut)),
  median('seconds', 'time', 'time', ({ wall }) => wall),
  ifAny(share('doubt', '±', doubt)),
  ifAny(share('to_fastest', 'of fastest', ({ toFastest }) => toFastest)),
  { ...median('seconds', 'cpu', 'processors', ({ cpu }) => cpu), of: ({ cpu }) => cpuCell(cpu) },
  ifAny(median('share', 'waited', 'waited', ({ waited }) => waited)),
  ifAny(count('noisy', 'noisy', ({ noisy }) => noisy)),
  ifAny(count('too_short', 'too short', ({ tooShort }) => tooShort)),
  median('bytes', 'rate', 'source/s', ({ rate }) => rate),
  median('bytes', 'memory', 'peak memory', ({ peakMemory }) => peakMemory),
  median('bytes', 'added', 'added', ({ added }) => added),
  median('bytes', 'stored', 'stored', ({ stored }) => stored),
  median('bytes', 'sent', 'sent', ({ sent }) => sent),
  median('count', 'requests', 'requests', ({ requests }) => requests),
];

/** What each step took, over the repetitions. */
const stepsTable = ({ rows: all }: Summary): Table =>
  tabulate({
    key: 'steps',
    title: 'Measured',
    notes: notesOf(all),
    columns: rows,
    // What was left out because something before it failed is told there.
    rows: all.filter(({ done, failed }) => done + failed > 0),
  });

function notesOf(all: readonly Row[]): readonly string[] {
  const most = Math.max(0, ...all.map(({ done }) => done));
  if (most === 0) return [];
  if (most === 1) return ['one run each: nothing tells how far another would differ'];
  return most < LEAST_FOR_MEDIAN
    ? [
        `medians; ± is half of what lies between the least and the most, as a 95 % interval needs ${LEAST_FOR_MEDIAN} repetitions`,
      ]
    : ['medians; ± is half of the 95 % interval of the median'];
}

/** Whether what was backed up came back. */
const restoresTable = ({ restores, notCompared }: Summary): Table =>
  tabulate({
    key: 'restores',
    title: 'Restored and compared',
    layout: 'list',
    columns: [
      words<Summary['restores']>('equal', 'equal to the source', ({ due, equal }) =>
        verdict(due > 0 && due === equal, `${equal} of ${due}`),
      ),
      ifAny(
        words('not_compared', 'not compared, as not kept', () =>
          Object.keys(notCompared).length === 0 ? none('') : text(unkept(notCompared)),
        ),
      ),
    ],
    rows: [restores],
  });

/** `rclone: modes, directory times`. */
const unkept = (by: Summary['notCompared']): string =>
  Object.entries(by)
    .map(([tool, what]) => `${tool}: ${what.map(spaced).join(', ')}`)
    .join('; ');

const spaced = (word: string): string =>
  word.replaceAll(/[A-Z]/g, (big) => ` ${big.toLowerCase()}`);

/** What failed, in the words of whoever failed. */
const failuresTable = ({ failures }: Summary): Table =>
  sentences('failures', 'Failed', failures.map(failureOf));

function failureOf({ step, reason, said, differences }: Summary['failures'][number]): string {
  return [`${step}: ${reason}`, ...differences, ...(said ? [said] : [])].join('\n');
}

/** What was asked for and not done. */
const leftOutTable = ({ leftOut, notBegun }: Summary): Table =>
  sentences('left-out', 'Left out', [
    ...leftOut.map(({ what, because }) => `${what}: ${because}`),
    ...(notBegun.length === 0
      ? []
      : [`${notBegun.length} steps that were not begun: ${notBegun.slice(0, 5).join(', ')} …`]),
  ]);

/** Doubts about what was measured. */
const doubtsTable = ({ warnings }: Summary): Table => sentences('warnings', 'Warnings', warnings);

/** Words of tools are shown as they come, line by line; one that is longer says nothing to people. */
const LONGEST_LINE = 1000;

const inLines = (words: string): string =>
  words
    .split('\n')
    .map((line) => visible(line, LONGEST_LINE))
    .join('\n');

const sentences = (key: string, title: string, lines: readonly string[]): Table =>
  tabulate({
    key,
    title,
    layout: 'lines',
    columns: [words<string>('text', 'what', (line) => text(inLines(line)))],
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
