import { z } from 'zod';
import { measurement, opening } from './measurement.ts';

/**
 * The JSON Schema (draft 2020-12) of the lines of a measurements file: first an opening, then
 * measurements. Published as `docs/measurement.schema.json`.
 */
export const measurementSchema = (): string => {
  const lines = {
    anyOf: [opening, measurement].map((line) => z.toJSONSchema(line, { io: 'output' })),
  };
  return `${JSON.stringify({ title: 'A line of backcast measurements', ...lines }, null, 1)}\n`;
};
