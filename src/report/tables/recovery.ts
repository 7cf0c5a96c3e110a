import { name, none, text } from '../result/figure.ts';
import type { RecoveryResult, StrategyResult } from '../result/result.ts';
import { asMean, bytes, count, ifAny, instants, label, seconds } from './column.ts';
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
  label('which', 'point', ({ which }) => text(which)),
  label('workload', 'workload', ({ recovery }) =>
    recovery.workload === null ? none('varies') : name(recovery.workload),
  ),
  instants('point_time', 'made', ({ recovery }) => recovery.pointTime),
  count('chain', 'files read', ({ recovery }) => recovery.chain),
  bytes('read', 'read', ({ recovery }) => recovery.bytesRead),
  seconds('time', 'time', ({ recovery }) => recovery.seconds),
  ...RESTORE_TERMS.map((term) =>
    ifAny(asMean(seconds(term, term, ({ recovery }: Row) => recovery.terms[term]))),
  ),
];

/** How long a restore takes, of the newest point and of the slowest. */
export function recoveryTable({ recovery: { newest, worst } }: StrategyResult): Table {
  const rows = [
    ...(newest ? [{ which: 'newest', recovery: newest }] : []),
    ...(worst ? [{ which: 'slowest', recovery: worst }] : []),
  ];
  return tabulate({
    key: 'recovery',
    title: 'Restore time',
    notes:
      rows.length === 0
        ? ['there is no point to restore']
        : ['with nothing else running; files read are the whole chain that a point needs'],
    columns,
    rows,
  });
}
