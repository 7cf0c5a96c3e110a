import { z } from 'zod';
import { amount, say } from './parts.ts';

const trusted = z.strictObject({
  figure: say(
    z.enum(['backup', 'restore', 'stored']),
    'seconds of backups, of restores, or bytes that a backup adds',
  ),
  label: say(z.enum(['A', 'B', 'C', 'D']), 'A best, D not to plan on'),
  error: say(
    amount.nullable(),
    'median error on data that the fit had not seen, as a share; null where it had one dataset alone',
  ),
  beyond: say(
    z
      .strictObject({
        quantity: z.enum(['files', 'read', 'ratio']),
        factor: amount,
        workload: z.string(),
      })
      .nullable(),
    'where data lie farthest outside of what was measured, and by which factor; null where none do',
  ),
});

/** A tool that rests on measurements, and how far each of its figures may be trusted. */
export const profiledTool = z.strictObject({
  tool: z.string(),
  file: say(z.string(), 'the profile'),
  strategies: say(z.array(z.string()), 'the strategies whose figures rest on it'),
  measuredOn: say(z.string(), 'the day of its first measurement'),
  machine: z.string(),
  trust: z.array(trusted),
});
/** See `profiledTool`. */
export type ProfiledToolResult = z.output<typeof profiledTool>;
