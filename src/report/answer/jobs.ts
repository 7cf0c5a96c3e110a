import { LEVELS } from '../../simulation/plan/levels.ts';
import type { Plan } from '../../simulation/plan/plan.ts';
import { TERMS } from '../../simulation/sharing/flow-spec.ts';
import { type Estimate, estimate } from '../../stats/estimate.ts';
import type { Figures, JobFigures } from '../../study/figures.ts';
import type { JobResult } from '../result/result.ts';

/** The jobs of each workload at each level that there were, over the trials. */
export function jobResults(plan: Plan, figures: readonly Figures[]): JobResult[] {
  const groups = byWorkloadAndLevel(figures);
  return plan.workloads.flatMap(({ name }, workload) =>
    LEVELS.flatMap((level, place) => {
      const some = groups.get(keyOf(workload, place));
      return some ? [jobResult({ workload: name, level }, some, figures.length)] : [];
    }),
  );
}

const keyOf = (workload: number, level: number): number => workload * LEVELS.length + level;

function byWorkloadAndLevel(figures: readonly Figures[]): ReadonlyMap<number, JobFigures[]> {
  const groups = new Map<number, JobFigures[]>();
  for (const { jobs } of figures) {
    for (const job of jobs) {
      const key = keyOf(job.workload, job.level);
      const group = groups.get(key);
      if (group) group.push(job);
      else groups.set(key, [job]);
    }
  }
  return groups;
}

function jobResult(
  { workload, level }: Pick<JobResult, 'workload' | 'level'>,
  some: readonly JobFigures[],
  trials: number,
): JobResult {
  const over = (pick: (job: JobFigures) => number): Estimate => estimate(some.map(pick));
  const mean = (pick: (job: JobFigures) => number): number =>
    some.reduce((sum, job) => sum + pick(job), 0) / some.length;
  return {
    workload,
    level,
    // A trial without such jobs counts as none, for all else it has nothing to say.
    count: estimate(Array.from({ length: trials }, (_, at) => some[at]?.count ?? 0)),
    seconds: over(({ seconds }) => seconds),
    overJobs: {
      mean: mean(({ seconds }) => seconds),
      p50: mean(({ p50 }) => p50),
      p95: mean(({ p95 }) => p95),
      max: some.reduce((most, { max }) => Math.max(most, max), 0),
    },
    wait: over(({ wait }) => wait),
    bytesRead: over(({ bytesRead }) => bytesRead),
    bytesStored: over(({ bytesStored }) => bytesStored),
    ...(level === 'prune' && { bytesFreed: over(({ bytesFreed }) => bytesFreed) }),
    bottleneck: bottleneckOf(some),
    terms: Object.fromEntries(
      TERMS.map((term, index) => [term, over(({ terms }) => terms[index] ?? 0)]),
    ) as JobResult['terms'],
  };
}

function bottleneckOf(jobs: readonly JobFigures[]): JobResult['bottleneck'] {
  // Summed first: 1 / n added up n times may come out above 1.
  const sums = new Map<string, number>();
  for (const { bottleneckSeconds } of jobs) {
    for (const [stage, share] of bottleneckSeconds) sums.set(stage, (sums.get(stage) ?? 0) + share);
  }
  return [...sums]
    .map(([stage, sum]) => ({ stage, share: sum / jobs.length }))
    .sort((a, b) => b.share - a.share || (a.stage < b.stage ? -1 : 1));
}
