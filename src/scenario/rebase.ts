import { z } from 'zod';
import { COUNT, FRACTION } from '../units/dimensions.ts';
import { fields, quantity, readQuantity } from './language/declare.ts';

const share = z
  .unknown()
  .transform((input, issues): number | 'auto' =>
    input === 'auto' ? 'auto' : readQuantity(FRACTION, { above: true }, input, issues, '40 %'),
  )
  .meta({
    description:
      'a differential that would be larger than this share of a full is made a full; auto: where the bytes written a day are least',
    form: 'a share, or auto',
    example: '40 %',
    shape: { type: ['string', 'number'] },
  });

/** When a strategy starts a new chain with an unscheduled full. */
export const rebase = fields(
  {
    differential: share.optional(),
    chain: quantity(
      COUNT,
      { min: 1, whole: true },
      { description: 'increments after which the next job is a full', example: 30 },
    ).optional(),
  },
  {
    description: 'when a job is made a full although it is not due',
    default: 'never',
    example: { differential: 'auto' },
  },
);
