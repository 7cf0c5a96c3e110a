import { z } from 'zod';
import { gateOutcome } from './outcome.ts';

/**
 * The JSON Schema (draft 2020-12) of what `gate --json` prints. Published as
 * `docs/gate.schema.json`.
 */
export const gateSchema = (): string => {
  const schema = z.toJSONSchema(gateOutcome, { io: 'output' });
  return `${JSON.stringify({ title: 'What backcast gate has found', ...schema }, null, 1)}\n`;
};
