import { z } from 'zod';

/** A part of the result with what it means. */
export const say = <T extends z.ZodType>(schema: T, description: string): T =>
  schema.meta({ description });

/** A number that is never below nothing: of bytes, seconds, things or money. */
export const amount = z.number().min(0);
/** A share or a chance, from 0 to 1. */
export const share = z.number().min(0).max(1);

/** A number of bytes. */
export const bytes = amount.meta({ description: 'bytes' });
const instant = say(z.string(), 'an instant in UTC, to the second').nullable();

const spreadOf = (figure: z.ZodNumber) =>
  z.strictObject({ mean: figure, p05: figure, p50: figure, p95: figure });

/** An amount with its spread over the trials. */
export const estimate = spreadOf(amount).meta({
  description:
    'a figure with its spread over the trials; with one trial all four are equal. Units: bytes, seconds, counts, money; never below 0',
});

/** A share or a chance with its spread over the trials. */
export const estimatedShare = spreadOf(share).meta({
  description:
    'a share from 0 to 1 with its spread over the trials; with one trial all four are equal',
});

/** A date with its spread over the trials. */
export const date = z
  .strictObject({ p05: instant, p50: instant, p95: instant, never: share })
  .meta({
    description:
      'when something happened, over the trials; never is the share of trials in which it did not, and a quantile that falls there is null',
  });
