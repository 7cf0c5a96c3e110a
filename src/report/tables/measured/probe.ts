import type {
  ProbedOperation,
  ProbedSize,
  ProbeSummary,
} from '../../../benchmark/probe/probe-summary.ts';
import { format } from '../../../units/dimension.ts';
import { BINARY_SIZE } from '../../../units/dimensions.ts';
import { figure, name, none, text } from '../../result/figure.ts';
import { count, label, words } from '../column.ts';
import { type Column, type Table, tabulate } from '../table.ts';

/** The median time of one operation on objects of a size, or on none; machines get its ends too. */
const timeOf = (size: number | null): Column<ProbedOperation> => ({
  key: size === null ? 'alone' : `bytes_${size}`,
  heading: size === null ? 'time' : format(BINARY_SIZE, size),
  cells: 'figures',
  shows: 'mean',
  empty: 'hidden',
  of: ({ sizes }) => timeCell(sizes.find((one) => one.size === size)),
});

const timeCell = (of: ProbedSize | undefined) =>
  of
    ? figure('seconds', { mean: of.median, p05: of.least, p50: of.median, p95: of.most })
    : none('');

const operations = ({ rows }: ProbeSummary): Table => {
  const sizes = new Set(rows.flatMap(({ sizes }) => sizes.map(({ size }) => size)));
  return tabulate<ProbedOperation>({
    key: 'probe',
    title: 'Probed',
    notes: [
      'medians of single operations; "an object" and "rate" are the line through them, of all that go on at once together',
    ],
    columns: [
      label('target', 'target', ({ target }) => name(target)),
      label('operation', 'operation', ({ operation }) => text(operation)),
      count('at_once', 'at once', ({ atOnce }) => atOnce),
      ...[...sizes].sort((a, b) => (a ?? -1) - (b ?? -1)).map(timeOf),
      {
        ...{ key: 'per_object', heading: 'an object', cells: 'figures', shows: 'mean' },
        empty: 'hidden',
        of: ({ line }) => (line ? figure('seconds', line.perObject) : none('')),
      },
      {
        ...{ key: 'rate', heading: 'rate (/s)', cells: 'figures', shows: 'mean', twin: 'hidden' },
        empty: 'hidden',
        of: ({ line }) => (line?.rate ? figure('bytes', line.rate) : none('')),
      },
    ],
    rows,
  });
};

/** Sentences about steps, one a line. */
const told = (key: string, title: string, lines: readonly string[]): Table =>
  tabulate({
    ...{ key, title, layout: 'lines', rows: lines },
    columns: [words<string>('text', 'what', (line) => name(line))],
  });

/** All tables of a probe. */
export const probeTables = (summary: ProbeSummary): readonly Table[] => [
  operations(summary),
  told(
    'failures',
    'Failed',
    summary.failures.map(({ step, reason }) => `${step}: ${reason}`),
  ),
  told('left-out', 'Left out', leftOutLines(summary)),
];

/** What was left out for one reason, in one line. */
function leftOutLines({ leftOut }: ProbeSummary): readonly string[] {
  const reasons = [...new Set(leftOut.map(({ because }) => because))];
  return reasons.map((reason) => {
    const steps = leftOut.filter(({ because }) => because === reason).map(({ what }) => what);
    return `${reason}: ${steps.join('; ')}`;
  });
}
