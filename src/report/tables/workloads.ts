import { name } from '../result/figure.ts';
import type { Result } from '../result/result.ts';
import { bytes, label } from './column.ts';
import { type Column, type Table, tabulate } from './table.ts';

type Workload = Result['workloads'][number];

const columns: readonly Column<Workload>[] = [
  label('workload', 'workload', (workload) => name(workload.name)),
  bytes('size_at_start', 'size at the start', ({ sizeAtStart }) => sizeAtStart),
  bytes('size_at_end', 'size at the end', ({ sizeAtEnd }) => sizeAtEnd),
];

/** What is protected, and how it grows. */
export const workloadsTable = ({ workloads }: Result): Table =>
  tabulate({ key: 'workloads', title: 'What is protected', columns, rows: workloads });
