import { date, figure, name, none, text } from './figure.ts';
import type { RecoveryResult, StrategyResult } from './result.ts';
import { type Column, type Table, tabulate } from './table.ts';

/** The phases of a restore, in the order in which they happen. */
export const RESTORE_TERMS = [
  'prepare',
  'move',
  'latency',
  'verify',
  'finish',
] as const satisfies readonly (keyof RecoveryResult['terms'])[];

interface Row {
  readonly which: string;
  readonly recovery: RecoveryResult;
}

const columns: readonly Column<Row>[] = [
  {
    key: 'which',
    heading: 'point',
    dimension: 'words',
    better: 'neither',
    label: true,
    of: ({ which }) => text(which),
  },
  {
    key: 'workload',
    heading: 'workload',
    dimension: 'words',
    better: 'neither',
    label: true,
    of: ({ recovery }) => (recovery.workload === null ? none('varies') : name(recovery.workload)),
  },
  {
    key: 'point_time',
    heading: 'made',
    dimension: 'instant',
    better: 'neither',
    of: ({ recovery }) => date(recovery.pointTime),
  },
  {
    key: 'chain',
    heading: 'files read',
    dimension: 'count',
    better: 'less',
    of: ({ recovery }) => figure('count', recovery.chain),
  },
  {
    key: 'read',
    heading: 'read',
    dimension: 'bytes',
    better: 'less',
    of: ({ recovery }) => figure('bytes', recovery.bytesRead),
  },
  {
    key: 'time',
    heading: 'time',
    dimension: 'seconds',
    better: 'less',
    of: ({ recovery }) => figure('seconds', recovery.seconds),
  },
  ...RESTORE_TERMS.map(
    (term): Column<Row> => ({
      key: term,
      heading: term,
      dimension: 'seconds',
      better: 'less',
      shows: 'mean',
      empty: 'hidden',
      of: ({ recovery }) => figure('seconds', recovery.terms[term]),
    }),
  ),
];

/** How long the way back takes, from the newest point and from the worst. */
export function recoveryTable({ recovery: { newest, worst } }: StrategyResult): Table {
  const rows = [
    ...(newest ? [{ which: 'newest', recovery: newest }] : []),
    ...(worst ? [{ which: 'slowest', recovery: worst }] : []),
  ];
  return tabulate({
    key: 'recovery',
    title: 'Way back (restore)',
    notes:
      rows.length === 0
        ? ['there is no point to restore']
        : ['with nothing else running; files read are the whole chain that a point needs'],
    columns,
    rows,
  });
}
