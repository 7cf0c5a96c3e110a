import { z } from 'zod';
import { profile } from './profile.ts';

/**
 * The JSON Schema (draft 2020-12) of a profile, which `calibrate` writes. Published as
 * `docs/profile.schema.json`.
 */
export const profileSchema = (): string => {
  const shape = z.toJSONSchema(profile, { io: 'output' });
  return `${JSON.stringify({ title: 'A backcast profile of tools', ...shape }, null, 1)}\n`;
};
