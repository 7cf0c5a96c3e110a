import { z } from 'zod';
import { judgement } from './judgement.ts';

/** Version of what `gate --json` prints. */
export const GATE_FORMAT = 'backcast/gate/1';

const side = z.object({
  what: z.string().describe('a file of measurements, or the program or folder that was run'),
  tools: z.record(z.string(), z.string()).describe('by name, with their version'),
});

/** Whether a change made backups slower, larger or hungrier: what `gate --json` prints. */
export const gateOutcome = z.object({
  format: z.literal(GATE_FORMAT),
  verdict: z
    .enum(['pass', 'fail', 'cannot tell'])
    .describe('fail: something is worse; cannot tell: nothing is, but of something it is not sure'),
  from: z
    .enum(['pairs', 'records'])
    .describe('pairs that ran beside each other, or records of separate runs'),
  before: side,
  after: side,
  measurements: z.string().nullable().describe('the file that holds every run; null: two files'),
  seed: z.number().int().nullable().describe('of the coin that gave each pair its order'),
  orderEffect: z
    .number()
    .nullable()
    .describe('by what share the second run of a pair takes longer, on average of all times'),
  judgements: z.array(judgement).readonly(),
  notes: z
    .array(z.string())
    .readonly()
    .describe('what else there is to know, such as pairs that were dropped'),
});

/** See `gateOutcome`. */
export type GateOutcome = z.output<typeof gateOutcome>;

/** The verdict on all: one that is worse fails, one that cannot be told leaves it open. */
export function verdictOnAll(judgements: GateOutcome['judgements']): GateOutcome['verdict'] {
  if (judgements.some(({ verdict }) => verdict === 'worse')) return 'fail';
  return judgements.some(({ verdict }) => verdict === 'cannot tell') ? 'cannot tell' : 'pass';
}
