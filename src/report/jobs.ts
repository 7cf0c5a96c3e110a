import { TERMS } from '../simulation/flow-spec.ts';
import { figure, name, none, text } from './figure.ts';
import type { JobResult, StrategyResult } from './result.ts';
import { type Column, type Table, tabulate } from './table.ts';

/** A phase of a job. */
export type Term = keyof JobResult['terms'];

const labels: readonly Column<JobResult>[] = [
  {
    key: 'workload',
    heading: 'workload',
    dimension: 'words',
    better: 'neither',
    label: true,
    of: ({ workload }) => name(workload),
  },
  {
    key: 'level',
    heading: 'level',
    dimension: 'words',
    better: 'neither',
    label: true,
    of: ({ level }) => text(level),
  },
];

const jobs: readonly Column<JobResult>[] = [
  ...labels,
  {
    key: 'count',
    heading: 'jobs',
    dimension: 'count',
    better: 'neither',
    of: ({ count }) => figure('count', count),
  },
  {
    key: 'time',
    heading: 'time',
    dimension: 'seconds',
    better: 'less',
    of: ({ seconds }) => figure('seconds', seconds),
  },
  {
    key: 'time_p95_of_jobs',
    heading: '95 % within',
    dimension: 'seconds',
    better: 'less',
    of: ({ overJobs }) => figure('seconds', overJobs.p95),
  },
  {
    key: 'time_longest',
    heading: 'longest',
    dimension: 'seconds',
    better: 'less',
    of: ({ overJobs }) => figure('seconds', overJobs.max),
  },
  {
    key: 'wait',
    heading: 'wait before',
    dimension: 'seconds',
    better: 'less',
    empty: 'hidden',
    of: ({ wait }) => figure('seconds', wait),
  },
  {
    key: 'read',
    heading: 'read',
    dimension: 'bytes',
    better: 'less',
    of: ({ bytesRead }) => figure('bytes', bytesRead),
  },
  {
    key: 'stored',
    heading: 'stored',
    dimension: 'bytes',
    better: 'less',
    of: ({ bytesStored }) => figure('bytes', bytesStored),
  },
  {
    key: 'bottleneck',
    heading: 'held up by',
    dimension: 'words',
    better: 'neither',
    of: ({ bottleneck: [first] }) => (first ? name(first.stage) : none('nothing')),
  },
  {
    key: 'bottleneck_share',
    heading: 'of its time',
    dimension: 'share',
    better: 'neither',
    of: ({ bottleneck: [first] }) => (first ? figure('share', first.share) : none('')),
  },
];

const terms: readonly Column<JobResult>[] = [
  ...labels,
  {
    key: 'together',
    heading: 'together',
    dimension: 'seconds',
    better: 'less',
    shows: 'mean',
    of: ({ seconds }) => figure('seconds', seconds),
  },
  ...TERMS.map(
    (term): Column<JobResult> => ({
      key: term,
      heading: term,
      dimension: 'seconds',
      better: 'less',
      shows: 'mean',
      empty: 'hidden',
      of: (job) => figure('seconds', job.terms[term]),
    }),
  ),
];

/** How long a job of each workload and level takes, and what holds it up. */
export const jobsTable = (strategy: StrategyResult): Table =>
  tabulate({
    key: 'jobs',
    title: 'Time per job',
    notes: ['means over the jobs of the whole time; seed is the first full of all'],
    columns: jobs,
    rows: strategy.jobs,
  });

/** Where that time goes, phase by phase. */
export const termsTable = (strategy: StrategyResult): Table =>
  tabulate({
    key: 'terms',
    title: 'Where the time goes',
    notes: ['means over jobs and trials, so that the phases add up'],
    columns: terms,
    rows: strategy.jobs,
  });
