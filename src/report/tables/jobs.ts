import { TERMS } from '../../simulation/sharing/flow-spec.ts';
import { name, none, text } from '../result/figure.ts';
import type { JobResult, StrategyResult } from '../result/result.ts';
import { asMean, bytes, count, ifAny, label, seconds, share, words } from './column.ts';
import { type Column, type Table, tabulate } from './table.ts';

/** A phase of a job. */
export type Term = keyof JobResult['terms'];

/** A level as people call it. */
export const levelName = (level: JobResult['level']): string =>
  level === 'seed' ? 'initial full' : level;

const labels: readonly Column<JobResult>[] = [
  label('workload', 'workload', ({ workload }) => name(workload)),
  label('level', 'level', ({ level }) => text(levelName(level))),
];

const took: readonly Column<JobResult>[] = [
  ...labels,
  count('count', 'jobs', (job) => job.count),
  seconds('time', 'time', (job) => job.seconds),
  seconds('time_p95_of_jobs', '95 % within', ({ overJobs }) => overJobs.p95),
  seconds('time_longest', 'longest', ({ overJobs }) => overJobs.max),
  ifAny(seconds('wait', 'wait before', ({ wait }) => wait)),
  bytes('read', 'read', ({ bytesRead }) => bytesRead),
  bytes('stored', 'stored', ({ bytesStored }) => bytesStored),
];

const freed = bytes('freed', 'freed', (job: JobResult) => job.bytesFreed ?? null);

const bottleneck: readonly Column<JobResult>[] = [
  words('bottleneck', 'bottleneck', ({ bottleneck: [first] }) =>
    first ? name(first.stage) : none('nothing'),
  ),
  share('bottleneck_share', 'of its time', ({ bottleneck: [first] }) => first?.share ?? null),
];

const terms: readonly Column<JobResult>[] = [
  ...labels,
  asMean(seconds('together', 'together', (job) => job.seconds)),
  ...TERMS.map((term) => ifAny(asMean(seconds(term, term, (job: JobResult) => job.terms[term])))),
];

const isPrune = ({ level }: JobResult): boolean => level === 'prune';

/** How long a job of each workload and level takes, and its bottleneck. */
export const jobsTable = (strategy: StrategyResult): Table =>
  tabulate({
    key: 'jobs',
    title: 'Time per job',
    notes: [
      'means over the jobs of the whole time; the initial full is the first backup of a workload',
    ],
    columns: [...took, ...(strategy.jobs.some(isPrune) ? [freed] : []), ...bottleneck],
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
