import type { JobResult } from '../result/result.ts';

/**
 * The job a strategy runs on an ordinary night: of each workload the level with most jobs (the
 * seed and prunes apart), and of those the longest.
 */
export function usualJob(jobs: readonly JobResult[]): JobResult | undefined {
  const usual = new Map<string, JobResult>();
  for (const job of jobs) {
    if (job.level === 'prune') continue;
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
