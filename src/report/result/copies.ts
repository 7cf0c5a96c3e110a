import { z } from 'zod';
import { estimate, say } from './parts.ts';

/** The copies of restore points in one store, over all workloads. */
export const copyResult = z.strictObject({
  store: say(z.string(), 'where they lie'),
  from: say(z.string(), 'the store they are made from'),
  count: say(estimate, 'copies that were made'),
  failed: say(estimate, 'copies that failed for want of room'),
  early: say(
    estimate,
    'copies on dates that were due while the newest backup was still being made, and took the one before',
  ),
  seconds: say(estimate, 'mean seconds of a copy, without waiting for its turn'),
  wait: say(estimate, 'mean seconds that a copy waited for its turn'),
  bytes: say(estimate, 'mean bytes of a copy'),
  points: say(estimate, 'restore points there at the end'),
  gap: say(estimate.nullable(), 'seconds: the longest gap between points there; null without any'),
  worstAge: say(
    estimate.nullable(),
    'seconds: the oldest that the newest point there ever was; null without any',
  ),
});
