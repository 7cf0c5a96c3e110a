import { z } from 'zod';
import { COUNT, DURATION, FRACTION, FRACTION_RATE, RATE } from '../units/dimensions.ts';
import type { Seconds } from '../units/quantity.ts';
import { fields, named, oneOf, quantity, readQuantity, text } from './language/declare.ts';
import { money } from './language/money.ts';

const time = (description: string, otherwise: string, example: string) =>
  quantity(DURATION, {}, { description, default: otherwise, example }).optional();

/** Declares the time between saves; `auto` is null: the best interval is computed. */
const every = z
  .unknown()
  .transform((input, issues): Seconds | null =>
    input === 'auto' ? null : readQuantity(DURATION, { above: true }, input, issues, '20 min'),
  )
  .meta({
    description:
      'work from one save to the next; auto takes what loses least to first order, by Young',
    default: 'auto',
    example: '20 min',
    form: 'a length of time, or auto',
    shape: { type: 'string' },
  });

const tier = fields(
  {
    name: text({
      description: 'what people call it',
      default: 'the name of its store',
      example: 'peer memory',
    }).optional(),
    store: text({
      description: 'a store of this file that takes the saves',
      default: 'none',
      example: 'bucket',
    }).optional(),
    rate: quantity(
      RATE,
      { above: true },
      {
        description: 'bytes a second that it takes and gives',
        default: 'that of the store and of the way to it',
        example: '2 TB/s',
      },
    ).optional(),
    save: quantity(
      DURATION,
      { above: true },
      { description: 'how long a save takes', default: 'size ÷ rate', example: '3 s' },
    ).optional(),
    restore: time('how long reading it back takes', 'size ÷ rate, or as long as a save', '30 s'),
    every: every.optional(),
    survives: z
      .array(z.string())
      .min(1)
      .optional()
      .meta({
        description: 'the failures after which its copies are still there',
        form: 'a list of names',
        default: 'all',
        example: ['process', 'node'],
      }),
    'keep-last': quantity(
      COUNT,
      { min: 1, whole: true },
      { description: 'how many saves it holds', default: '1', example: 20 },
    ).optional(),
  },
  { description: 'a place for saves' },
);

const run = fields(
  {
    workload: text({
      description: 'the workload that is saved: its size is that of a checkpoint',
      example: 'checkpoint',
    }),
    accelerators: quantity(
      COUNT,
      { min: 1, whole: true },
      { description: 'accelerators that compute together', example: 16384 },
    ),
    price: money('time', {
      description: 'what an accelerator costs',
      default: 'costs are not told',
      example: '2.5 USD/h',
    }).optional(),
    mtbf: quantity(
      DURATION,
      { above: true },
      {
        description: 'mean time between failures of the whole run',
        default: 'from nodes and node-failures',
        example: '3.09 h',
      },
    ).optional(),
    nodes: quantity(
      COUNT,
      { min: 1, whole: true },
      { description: 'nodes it runs on', default: 'given by mtbf', example: 2048 },
    ).optional(),
    'node-failures': quantity(
      FRACTION_RATE,
      { above: true },
      {
        description: 'how often one node fails',
        default: 'given by mtbf',
        example: '0.0038 /day',
      },
    ).optional(),
    restart: time('from a failure until a restore begins', '0 s', '5 min'),
    mode: oneOf(['sync', 'async'], {
      description:
        'whether the run waits for a save, or only for a snapshot of it that is then written out',
      default: 'sync',
    }).optional(),
    snapshot: time('how long a snapshot holds up the run, for mode: async', 'none', '5 s'),
    tiers: z
      .array(tier)
      .min(1)
      .max(20)
      .meta({
        description: 'where it is saved, from quick and near to slow and safe',
        form: 'a list',
        example: [{ name: 'pfs', rate: '2 TB/s' }],
      }),
    failures: named(
      quantity(FRACTION, { max: 1 }, { description: 'its share of all failures', example: '60 %' }),
      {
        description: 'kinds of failures, by name; together 100 %',
        default: 'all of one kind',
        example: { process: '60 %', node: '40 %' },
      },
      1,
    ).optional(),
  },
  { description: 'A training run that saves its state.' },
);

/** Training runs by name. */
export const training = named(run, {
  description: 'Training runs: how often to save their state, and where.',
  default: 'none',
});
