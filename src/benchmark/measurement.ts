import { z } from 'zod';
import { LEVEL_NAMES } from './level.ts';
import { count, seconds, size } from './records/base-units.ts';
import { cache, load } from './records/conditions.ts';
import { machine, mount } from './records/machine.ts';
import { change, content, source } from './records/source.ts';
import { pressure, usage } from './records/usage.ts';
import { RETENTION_KINDS } from './retention.ts';

/** Version of the measurements format. */
export const FORMAT = 'backcast/measurements/2';

const reported = z.object({
  added: count.nullable().describe('files that are new'),
  changed: count.nullable(),
  unchanged: count.nullable(),
  copied: count.nullable().describe('added and changed together'),
  processed: size.nullable().describe('bytes of the source that it went through'),
  stored: size.nullable().describe('bytes that it says it sent or stored'),
});

const compared = z.object({
  entries: count,
  bytes: size,
  differences: count,
  first: z.array(z.string()).describe('the first of them'),
  notCompared: z.array(z.string()).describe('what the tool does not keep, such as modes'),
});

const truth = z.object({
  generation: count,
  files: count,
  bytes: size,
  changed: count,
  added: count,
  removed: count,
  renamed: count,
  written: size,
});

/** First line of a measurements file: the plan, the tools and the machine of the run. */
export const opening = z.object({
  format: z.literal(FORMAT),
  run: z.string().describe('names this run: the instant at which it began'),
  backcast: z.string(),
  purpose: z
    .enum(['backups', 'probe', 'pilot', 'gate'])
    .default('backups')
    .describe(
      'backups; a probe of targets, without tools; a pilot that finds how large data must be; pairs of a gate',
    ),
  arms: z
    .record(
      z.string(),
      z.object({
        of: z.string().describe('the tool of the plan'),
        side: z.enum(['before', 'after']),
      }),
    )
    .default({})
    .describe('of a gate: by tool of this run, which side of which pair it is'),
  least: seconds
    .nullable()
    .default(null)
    .describe('seconds of processor time that each step is to hold; null: any'),
  scale: z
    .record(z.string(), z.number().positive())
    .default({})
    .describe('how many times as large made datasets are as the plan says'),
  plan: z.object({ name: z.string(), hash: z.string(), seed: count }),
  datasets: z.record(z.string(), z.unknown()).describe('how each was made, or where it lies'),
  tools: z.record(
    z.string(),
    z.object({
      title: z.string(),
      version: z.string(),
      settings: z.record(z.string(), z.unknown()).describe('as the plan gives them'),
      resolved: z
        .record(z.string(), z.string())
        .nullable()
        .describe('what the tool runs with, also where the plan leaves it to the tool'),
    }),
  ),
  targets: z.record(z.string(), z.object({ kind: z.string(), limit: size.nullable() })),
  mounts: z
    .object({
      datasets: z.record(z.string(), mount.nullable()),
      targets: z.record(z.string(), mount.nullable()),
    })
    .nullable()
    .describe('of what lies on this machine'),
  machine,
});

/** All further lines: the result of one step each. */
export const measurement = z.object({
  step: z.string(),
  kind: z.enum([
    ...(['dataset', 'init', 'backup', 'check', 'restore', 'verify'] as const),
    ...RETENTION_KINDS,
    'remove',
  ]),
  dataset: z.string(),
  tool: z.string().nullable(),
  target: z.string().nullable(),
  repetition: count,
  generation: count.nullable(),
  level: z.enum(LEVEL_NAMES).nullable(),
  point: count.nullable(),
  method: z.string().nullable().describe('of a verification'),
  part: z.enum(['all', 'one file']).nullable().describe('how much of the point is restored'),
  keep: count.nullable().describe('how many of the newest points are left by a step that forgets'),
  began: z.string().describe('ISO 8601, UTC'),
  outcome: z.enum(['done', 'failed', 'left out']),
  reason: z.string().nullable().describe('why it failed or was left out'),
  said: z
    .string()
    .nullable()
    .describe("the end of the tool's own words, where it failed or warned"),
  again: z.boolean().describe('whether an earlier run was broken off in this step'),
  warnings: z.array(z.string()),
  usage: usage.nullable(),
  source: source.nullable().describe('the dataset as it is'),
  content: content.nullable().describe('of all files of a dataset; on its own lines'),
  changes: z
    .array(change)
    .nullable()
    .describe('of a dataset: since each generation that a backup of this one builds on'),
  base: z
    .object({ point: count, generation: count })
    .nullable()
    .describe('the point that a backup builds on, and the generation in it; null for a full'),
  change: change.nullable().describe('of a backup: what has changed since its base'),
  stored: z
    .object({ bytes: size, files: count })
    .nullable()
    .describe('all that lies in the repository afterwards'),
  added: z
    .object({ bytes: z.number(), files: z.number().int() })
    .nullable()
    .describe('by how much that is more than before the step; negative where it is less'),
  reported: reported.nullable(),
  compared: compared.nullable(),
  truth: truth.nullable().describe('what the generator did, of a made dataset'),
  cache: cache.nullable(),
  wire: z
    .object({ sent: size, received: size })
    .nullable()
    .describe(
      'bytes to and from another machine, where the tool tells (rsync by ssh) or a relay counts',
    ),
  requests: count
    .nullable()
    .default(null)
    .describe('to an object store, where a relay counts: targets with count-requests'),
  flush: z
    .object({
      seconds: seconds.nullable().describe('to write out what the step wrote, after its end'),
      dirty: z
        .object({ before: size, after: size })
        .nullable()
        .describe('bytes of the machine that waited to be written, before and after the step'),
    })
    .nullable(),
  load: load.nullable(),
  pressure: pressure.nullable().describe('waits of all programs of the machine meanwhile'),
});

/** See `opening`. */
export type Opening = z.output<typeof opening>;
/** See `measurement`. */
export type Measurement = z.output<typeof measurement>;
