import { z } from 'zod';
import { count, size } from './base-units.ts';

/** The file system that something lies in. */
export const mount = z.object({
  fileSystem: z.string(),
  device: z.string(),
  rotational: z.boolean().nullable(),
  options: z.string().describe('with which it is mounted'),
});

/** The machine of a run, and its settings that move measurements. */
export const machine = z.object({
  cpu: z.string().nullable(),
  cores: count,
  memory: size,
  fileSystem: z.string().nullable(),
  device: z.string().nullable(),
  rotational: z.boolean().nullable(),
  kernel: z.string(),
  virtual: z.string().nullable(),
  node: z.string(),
  governor: z.string().nullable().describe('of the frequency of the processors'),
  megahertz: z.number().nonnegative().nullable().describe('of the first one, as the run began'),
  coresAllowed: z.number().positive().nullable().describe('by control groups; null: all'),
  swap: size.nullable(),
  dirtyLimits: z
    .object({
      background: size.describe('bytes from which the system writes them'),
      blocking: size.describe('bytes at which programs wait'),
    })
    .nullable()
    .describe('how much may be written to memory alone'),
  hugePages: z.string().nullable(),
});
