import { z } from 'zod';
import { count, seconds, size } from './base-units.ts';
import { cache, load } from './conditions.ts';

/** What a probe does to a target, in the order in which tables give it. */
export const PROBE_OPERATIONS = [
  ...(['log in', 'round trip', 'write', 'write in parts', 'read', 'list', 'delete'] as const),
] as const;

/** One operation on objects of one size, so many at once, as often as there was time. */
export const probed = z.object({
  operation: z.enum(PROBE_OPERATIONS),
  size: size.nullable().describe('bytes of each object; null where it has to do with none'),
  atOnce: count.describe('operations that go on at once; parts of an object written in parts'),
  began: z.string().describe('ISO 8601, UTC'),
  outcome: z.enum(['done', 'failed', 'left out']),
  reason: z.string().nullable().describe('why it failed or was left out'),
  bytes: size.describe('of all operations together'),
  seconds: seconds.describe('from the begin of the first to the end of the last'),
  each: z.array(seconds).describe('seconds of each operation, in the order in which they ended'),
  objects: count.nullable().describe('how many a list held'),
  cache: cache.nullable().describe('of what is read'),
  load: load.nullable(),
});

/** A line of a probe: what a target takes without any backup tool. */
export const probe = probed.extend({
  step: z.string(),
  kind: z.literal('probe'),
  target: z.string(),
});

/** See `probed`. */
export type Probed = z.output<typeof probed>;
/** See `probe`. */
export type ProbeRecord = z.output<typeof probe>;
