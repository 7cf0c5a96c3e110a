import { figure, name } from './figure.ts';
import type { Result } from './result.ts';
import { type Column, type Table, tabulate } from './table.ts';

type Workload = Result['workloads'][number];

const columns: readonly Column<Workload>[] = [
  {
    key: 'workload',
    heading: 'workload',
    dimension: 'words',
    better: 'neither',
    label: true,
    of: (workload) => name(workload.name),
  },
  {
    key: 'size_at_start',
    heading: 'size at the start',
    dimension: 'bytes',
    better: 'neither',
    of: ({ sizeAtStart }) => figure('bytes', sizeAtStart),
  },
  {
    key: 'size_at_end',
    heading: 'size at the end',
    dimension: 'bytes',
    better: 'neither',
    of: ({ sizeAtEnd }) => figure('bytes', sizeAtEnd),
  },
];

/** What is protected, and how it grows. */
export const workloadsTable = ({ workloads }: Result): Table =>
  tabulate({ key: 'workloads', title: 'What is protected', columns, rows: workloads });
