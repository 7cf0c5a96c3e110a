import { z } from 'zod';
import { result } from './result.ts';

/**
 * The JSON Schema (draft 2020-12) of what `simulate --json` prints; `docs/result.schema.json` is
 * this text.
 */
export const resultSchema = (): string =>
  `${JSON.stringify({ title: 'A backcast result', ...z.toJSONSchema(result, { io: 'output' }) }, null, 1)}\n`;
