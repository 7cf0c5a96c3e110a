import { z } from 'zod';
import { COUNT, FRACTION } from '../units/dimensions.ts';
import { choice } from './language/choice.ts';
import { fields, quantity } from './language/declare.ts';

/** How writes are distributed over the data. */
export type Skew =
  | { readonly kind: 'uniform' }
  | { readonly kind: 'hot'; readonly hot: number; readonly takes: number }
  | { readonly kind: 'zipf'; readonly exponent: number; readonly units?: number };

/** Declares how writes are distributed over the data. */
export const skew = choice<Skew>(
  {
    description: 'how writes are spread over the data',
    default: 'uniform',
    example: { hot: '5 %', takes: '90 %' },
  },
  {
    what: 'uniform or a mapping',
    hint: 'write uniform, { hot: 5 %, takes: 90 % } or { zipf: 1.1 }',
  },
  () => [
    {
      shape: 'scalar',
      schema: z
        .literal('uniform')
        .transform((): Skew => ({ kind: 'uniform' }))
        .meta({ description: 'evenly spread', example: 'uniform' }),
    },
    {
      shape: ['hot', 'takes'],
      schema: fields(
        {
          hot: quantity(
            FRACTION,
            { max: 1, above: true },
            { description: 'share of the data that is hot', example: '5 %' },
          ),
          takes: quantity(
            FRACTION,
            { max: 1 },
            { description: 'share of the changes it takes', example: '90 %' },
          ),
        },
        { description: 'two classes: hot data and the rest' },
      ).transform(({ hot, takes }): Skew => ({ kind: 'hot', hot, takes })),
    },
    {
      shape: ['zipf'],
      schema: fields(
        {
          zipf: z
            .number()
            .min(0)
            .max(10)
            .meta({ description: 'the exponent; 0 is uniform', form: 'a number', example: 1.1 }),
          units: quantity(
            COUNT,
            { min: 1, max: 1e6, whole: true },
            { description: 'pieces the data falls into', default: '20 000', example: 20000 },
          ).optional(),
        },
        {
          description:
            'the i-th piece is written in proportion to i to the power of minus the exponent',
        },
      ).transform(
        ({ zipf, units }): Skew => ({
          kind: 'zipf',
          exponent: zipf,
          ...(units === undefined ? {} : { units }),
        }),
      ),
    },
  ],
);
