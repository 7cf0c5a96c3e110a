import { z } from 'zod';
import { measurement, opening } from './measurement.ts';

/**
 * The JSON Schema (draft 2020-12) of the lines of a file of measurements: the first is an opening,
 * all others are measurements. `docs/measurement.schema.json` is this text.
 */
export const measurementSchema = (): string => {
  const lines = {
    anyOf: [opening, measurement].map((line) => z.toJSONSchema(line, { io: 'output' })),
  };
  return `${JSON.stringify({ title: 'A line of backcast measurements', ...lines }, null, 1)}\n`;
};
