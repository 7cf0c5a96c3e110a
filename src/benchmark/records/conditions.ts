import { z } from 'zod';
import { share, size } from './base-units.ts';

/** Where what a step read came from. */
export const cache = z.union([
  z.object({ state: z.literal('warm'), by: z.literal('read before') }),
  z.object({ state: z.literal('cold'), by: z.literal('caches dropped') }),
  z.object({ state: z.literal('uncontrolled'), because: z.string() }),
]);

/** What else the machine did. */
export const load = z.object({
  before: size.describe('processes that ran or wanted to, on average over the minute before'),
  others: share.nullable().describe('share of all cores that others took meanwhile'),
  stolen: share.nullable().describe('share that other machines on the same hardware took'),
});
