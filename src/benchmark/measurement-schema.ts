import { z } from 'zod';
import { measurement, opening } from './measurement.ts';
import { probe } from './records/probe.ts';

/**
 * The JSON Schema (draft 2020-12) of the lines of a measurements file: first an opening, then
 * measurements, or probes of targets. Published as `docs/measurement.schema.json`.
 */
export const measurementSchema = (): string => {
  const lines = {
    anyOf: [opening, measurement, probe].map((line) => z.toJSONSchema(line, { io: 'output' })),
  };
  return `${JSON.stringify({ title: 'A line of backcast measurements', ...lines }, null, 1)}\n`;
};
