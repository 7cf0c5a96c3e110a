import { z } from 'zod';
import { amount, estimate, say, share } from './parts.ts';

const terms = z
  .strictObject({
    prepare: estimate,
    scan: estimate,
    move: estimate,
    latency: estimate,
    transform: estimate,
    verify: estimate,
    finish: estimate,
    retry: estimate,
  })
  .meta({ description: 'seconds of a job by phase; they add up to its seconds' });

/** The jobs of one workload at one level. */
export const jobResult = z
  .strictObject({
    workload: z.string(),
    level: z.enum(['seed', 'full', 'synthetic', 'differential', 'incremental', 'prune']),
    count: say(estimate, 'jobs that ended well'),
    seconds: say(estimate, 'mean seconds of a job, without waiting for its turn'),
    overJobs: say(
      z.strictObject({ mean: amount, p50: amount, p95: amount, max: amount }),
      'spread of the seconds over the jobs of a run; over trials the mean of each, and the largest max',
    ),
    wait: say(
      estimate,
      'mean seconds that a job waited for its turn, or for its window to open again',
    ),
    bytesRead: say(estimate, 'mean source bytes of a job; of a prune bytes of packs'),
    bytesStored: say(
      estimate,
      'mean bytes that a job added as its point; of a prune those that it wrote anew',
    ),
    bytesFreed: say(estimate.optional(), 'mean bytes that a prune freed; of prunes alone'),
    bottleneck: say(
      z.array(z.strictObject({ stage: z.string(), share })),
      'what held the jobs up, with its share of job time, the largest first',
    ),
    terms,
  })
  .meta({
    description:
      'the jobs of one workload at one level; seed is the initial full: the first backup of a workload; prune is no backup: it frees what no point needs any more',
  });
