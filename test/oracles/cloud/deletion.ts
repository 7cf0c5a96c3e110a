import { z } from 'zod';
import { earlyDeletionCost, timeLeft } from '../../../src/model/early-deletion.ts';
import { amount, billingGB, product } from './units.ts';

const deletion = z.strictObject({
  billingGB,
  tier: z.string().optional(),
  minimumDays: amount,
  deletedAfterDays: amount,
  sizeGB: amount.optional(),
  objects: amount.optional(),
  blobs: amount.optional(),
  files: amount.optional(),
  objectGB: amount.optional(),
  blobGB: amount.optional(),
  fileGB: amount.optional(),
  usdPerGBMonth: amount.optional(),
  daysInMonth: z.number().positive().default(30),
});

/** What is left of a minimum time, and what it costs where a size and a price are given. */
export function deletionAnswers(given: unknown) {
  const inputs = deletion.parse(given);
  const left = timeLeft(inputs.minimumDays, inputs.deletedAfterDays);
  const number = inputs.objects ?? inputs.blobs ?? inputs.files;
  const each = inputs.objectGB ?? inputs.blobGB ?? inputs.fileGB;
  const size = inputs.sizeGB ?? product(number, each);
  const { usdPerGBMonth: price, daysInMonth: month } = inputs;
  const usd =
    size === undefined || price === undefined
      ? undefined
      : earlyDeletionCost({ amount: size, price, left, month });
  return {
    ...{ penaltyDays: left, billedDays: Math.max(inputs.minimumDays, inputs.deletedAfterDays) },
    ...{ penaltyUSD: usd, earlyDeletionUSD: usd },
  };
}
