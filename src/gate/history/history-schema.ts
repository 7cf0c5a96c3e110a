import { z } from 'zod';
import { baselineHead, storedReading } from '../baseline/entry.ts';
import { histories } from './history.ts';

/** The JSON Schema (draft 2020-12) of what `history --json` prints: `docs/history.schema.json`. */
export const historySchema = (): string =>
  written('What backcast history tells', z.toJSONSchema(histories, { io: 'output' }));

/**
 * The JSON Schema of the lines of a file of a baseline store, first a run, then its readings:
 * `docs/baseline.schema.json`.
 */
export const baselineSchema = (): string =>
  written('A line of a baseline store of backcast', {
    anyOf: [baselineHead, storedReading].map((line) => z.toJSONSchema(line, { io: 'output' })),
  });

const written = (title: string, schema: object): string =>
  `${JSON.stringify({ title, ...schema }, null, 1)}\n`;
