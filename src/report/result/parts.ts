import { z } from 'zod';

/** A part of the result with what it means. */
export const say = <T extends z.ZodType>(schema: T, description: string): T =>
  schema.meta({ description });

/** A number of bytes. */
export const bytes = z.number().meta({ description: 'bytes' });
const instant = say(z.string(), 'an instant in UTC, to the second').nullable();

/** A figure with its spread over the trials. */
export const estimate = z
  .strictObject({ mean: z.number(), p05: z.number(), p50: z.number(), p95: z.number() })
  .meta({
    description:
      'a figure with its spread over the trials; with one trial all four are equal. Units: bytes, seconds, counts, shares from 0 to 1',
  });

/** A date with its spread over the trials. */
export const date = z
  .strictObject({ p05: instant, p50: instant, p95: instant, never: z.number() })
  .meta({
    description:
      'when something happened, over the trials; never is the share of trials in which it did not, and a quantile that falls there is null',
  });
