import { date, figure, figureOr, name, none, verdict } from './figure.ts';
import type { JobResult, StrategyResult } from './result.ts';
import { type Column, type Table, tabulate } from './table.ts';

/**
 * The job a strategy runs on an ordinary night: of each workload the level with most jobs (the
 * seed apart), and of those the longest.
 */
export function usualJob(jobs: readonly JobResult[]): JobResult | undefined {
  const usual = new Map<string, JobResult>();
  for (const job of jobs) {
    const known = usual.get(job.workload);
    if (!known || busier(job, known)) usual.set(job.workload, job);
  }
  let longest: JobResult | undefined;
  for (const job of usual.values()) {
    if (!longest || job.seconds.p50 > longest.seconds.p50) longest = job;
  }
  return longest;
}

const busier = (a: JobResult, b: JobResult): boolean =>
  b.level === 'seed' ? a.level !== 'seed' : a.level !== 'seed' && a.count.p50 > b.count.p50;

/** How full the fullest store gets. */
function fullest({ stored }: StrategyResult): ReturnType<typeof figure> {
  const limited = stored.byStore.filter(({ capacity }) => capacity !== null);
  const [first, ...rest] = limited;
  if (!first) return none('unlimited');
  const most = rest.reduce((a, b) => (b.fill.p50 > a.fill.p50 ? b : a), first);
  return figure('share', most.fill);
}

const columns: readonly Column<StrategyResult>[] = [
  {
    key: 'strategy',
    heading: 'strategy',
    dimension: 'words',
    better: 'neither',
    label: true,
    of: (strategy) => name(strategy.name),
  },
  {
    key: 'objectives_met',
    heading: 'objectives met',
    dimension: 'words',
    better: 'more',
    of: ({ objectives }) => {
      const met = objectives.filter((objective) => objective.met).length;
      if (objectives.length === 0) return none('none set');
      return verdict(met === objectives.length, `${met} of ${objectives.length}`);
    },
  },
  {
    key: 'window_fits',
    heading: 'nights that fit',
    dimension: 'share',
    better: 'more',
    of: ({ window }) => figureOr('share', window.fits, 'no window'),
  },
  {
    key: 'usual_job',
    heading: 'nightly job',
    dimension: 'seconds',
    better: 'less',
    of: ({ jobs }) => figureOr('seconds', usualJob(jobs)?.seconds ?? null, 'no jobs'),
  },
  {
    key: 'peak',
    heading: 'peak stored',
    dimension: 'bytes',
    better: 'less',
    of: ({ stored }) => figure('bytes', stored.peak),
  },
  {
    key: 'fill',
    heading: 'fullest store',
    dimension: 'share',
    better: 'less',
    of: fullest,
  },
  {
    key: 'full_on',
    heading: 'full on',
    dimension: 'day',
    better: 'neither',
    of: ({ stored }) => date(stored.fullOn),
  },
  {
    key: 'gap',
    heading: 'data at risk (RPO)',
    dimension: 'seconds',
    better: 'less',
    of: ({ rpo }) => figureOr('seconds', rpo.gap, 'no points'),
  },
  {
    key: 'restore_worst',
    heading: 'slowest restore',
    dimension: 'seconds',
    better: 'less',
    of: ({ recovery }) => figureOr('seconds', recovery.worst?.seconds ?? null, 'no points'),
  },
];

/** The strategies side by side. */
export const compareTable = (strategies: readonly StrategyResult[]): Table =>
  tabulate({
    key: 'comparison',
    title: 'Strategies side by side',
    layout: 'comparison',
    notes: ['nightly job: the level that runs most often, of the workload where it takes longest'],
    columns,
    rows: strategies,
  });
