import { z } from 'zod';
import { count, share, size } from './base-units.ts';

/** What a dataset is like in one of its generations. */
export const source = z.object({
  files: count,
  bytes: size,
  folders: count.nullable().describe('below the root'),
  links: count.nullable(),
  p50: size.nullable().describe('size that half of the files do not exceed'),
  p95: size.nullable().describe('size that 95 % of the files do not exceed'),
  largest: size.nullable(),
});

/** What files hold, sampled as `observe` does. */
export const content = z.object({
  compressibility: z
    .object({
      ratio: z.number().min(1).describe('by zlib at level 1, of blocks of 64 KiB'),
      low: z.number().min(1).nullable().describe('ends of its 95 % interval'),
      high: z.number().min(1).nullable(),
      blocks: count.describe('how many were compressed'),
    })
    .nullable(),
  duplicates: z
    .object({
      share: share.describe('of the bytes, in chunks of 64 KiB'),
      compared: size.describe('bytes of those that were compared'),
      complete: z.boolean().describe('whether all were; else the share is at least that'),
    })
    .nullable(),
});

/** What differs from an earlier generation of a dataset. */
export const change = z.object({
  since: count.nullable().describe('that generation; null: everything is new'),
  added: count.describe('files'),
  changed: count.describe('files with another size, time or content'),
  renamed: count.describe('files that are the same under another name'),
  removed: count,
  read: size.describe('bytes of the files that are new, changed or renamed'),
  within: size
    .nullable()
    .describe('bytes of changed files that differ from what they held, in blocks of 4 KiB'),
  folders: count.describe('folders in which a file was added, changed, renamed or removed'),
  beside: count.describe('files that lie in these folders now'),
  content: content.nullable().describe('of the files that are new, changed or renamed'),
});

/** See `change`. */
export type ChangeRecord = z.output<typeof change>;
