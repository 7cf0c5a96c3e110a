import { z } from 'zod';
import { date, estimate, say } from './parts.ts';

/** Of one workload under one strategy: what it may lose, and how long a restore takes. */
export const workloadResult = z.strictObject({
  workload: z.string(),
  rpo: say(
    estimate.nullable(),
    'seconds: the longest gap between points once seeded, logs and replicas counted; null without points',
  ),
  newest: say(estimate.nullable(), 'seconds: the restore of its newest point'),
  slowest: say(estimate.nullable(), 'seconds: the slowest restore of a kept point'),
});

/** What came of the schedule of the backups, or of the copies in one store. */
export const scheduleResult = z.strictObject({
  copy: say(z.string().nullable(), 'the store of the copies; null for the backups'),
  due: say(estimate, 'runs that came due, without those that failed by chance'),
  missed: say(estimate, 'those of them that left no point'),
  firstMiss: say(date, 'when the first of them was due'),
  why: say(z.string().nullable(), 'why it left no point'),
  seededOn: say(
    date,
    'when all workloads were there for the first time, with what came due meanwhile',
  ),
});
