import { z } from 'zod';
import { COUNT, DURATION, POWER } from '../units/dimensions.ts';
import type { Money } from '../units/money.ts';
import { choice } from './language/choice.ts';
import { fields, named, quantity } from './language/declare.ts';
import { money } from './language/money.ts';

/** Cost of owning a store. */
export const storeCost = fields(
  {
    drive: money('once', {
      description: 'one drive, with its share of the enclosure',
      default: 'that of the profile; where once is given, only of a tape library',
      example: '450 USD',
    }).optional(),
    once: money('once', {
      description: 'everything else that is bought once; 0 where nothing is paid',
      default: 'none',
      example: '20000 USD',
    }).optional(),
    yearly: money('time', {
      description: 'support, floor space, contracts',
      default: 'none',
      example: '3000 USD/year',
    }).optional(),
    cartridge: money('once', {
      description: 'one cartridge',
      default: 'that of the profile',
      example: '95 USD',
    }).optional(),
    courier: money('once', {
      description: 'one shipment to the vault',
      default: 'no price: the cost is told as "at least"',
      example: '80 USD',
    }).optional(),
    life: quantity(
      DURATION,
      { above: true },
      {
        description: 'after which devices are replaced: what is bought is spread over it',
        default: '5 years',
        example: '5 years',
      },
    ).optional(),
    power: quantity(
      POWER,
      {},
      {
        description: 'drawn by all of it',
        default: 'that of the disks of the profile',
        example: '400 W',
      },
    ).optional(),
    'rack-units': z.number().nonnegative().max(100_000).optional().meta({
      description: 'height in racks that all of it takes',
      default: 'that of the enclosures of the profile',
      example: 4,
      form: 'a number',
    }),
    expand: quantity(
      COUNT,
      { min: 1, whole: true },
      {
        description: 'drives (or slots) that are bought at a time when it is full',
        default: 'never: a full store stays full',
        example: 12,
      },
    ).optional(),
    lead: quantity(
      DURATION,
      {},
      {
        description: 'from order to use',
        default: '0 s',
        example: '8 weeks',
      },
    ).optional(),
  },
  {
    description: 'What it costs to have.',
    default:
      'drives, cartridges and power of the profile; else no price: the cost is told as "at least"',
  },
);

/** Prices that apply to the whole scenario. */
export const cost = fields(
  {
    staff: money('time', {
      description: "people's time",
      default: 'none; with staff-hours the cost is told as "at least"',
      example: '60 USD/h',
    }).optional(),
    energy: money('energy', {
      description: 'electricity, cooling included',
      default: 'none',
      example: '0.15 USD/kWh',
    }).optional(),
    'staff-hours': z.number().nonnegative().max(1_000_000).optional().meta({
      description: 'hours a week that people spend on the backups',
      default: '0',
      example: 4,
      form: 'a number',
    }),
  },
  { description: 'Prices that hold everywhere.', default: 'none' },
);

/** Price of losing all of a workload: the same for each, or by workload. */
export type AllLost = { readonly each: Money } | { readonly by: Readonly<Record<string, Money>> };

const ALL_LOST = '2000000 USD';

const allLost = choice<AllLost>(
  {
    description: 'a workload of which nothing is left, each time that it happens',
    default: 'none: total loss is counted as its chance alone',
    example: ALL_LOST,
  },
  {
    what: 'an amount of money, or one by workload',
    hint: `write for example "${ALL_LOST}", or { ledger: ${ALL_LOST} }`,
  },
  () => [
    {
      shape: 'scalar',
      schema: money('once', { description: 'one amount for each workload', example: ALL_LOST })
        .transform((each): AllLost => ({ each }))
        .meta({ description: 'one amount for each workload', example: ALL_LOST }),
    },
    {
      shape: [],
      schema: named(money('once', { description: 'what it is worth', example: ALL_LOST }), {
        description: 'an amount by workload; others have no price',
        example: { ledger: ALL_LOST },
      }).transform((by): AllLost => ({ by })),
    },
  ],
);

/** Cost of outages, lost work and total loss. */
export const penalties = fields(
  {
    outage: money('time', {
      description: 'work that stands still',
      default: 'none',
      example: '50000 USD/h',
    }).optional(),
    'lost-data': money('time', {
      description: 'work that is lost, by the time in which it was done',
      default: 'none',
      example: '50000 USD/h',
    }).optional(),
    'all-lost': allLost.optional(),
  },
  { description: 'What disasters cost.', default: 'none' },
);

/** Exchange rates into the report currency, by currency code. */
export const exchange = named(
  money('once', { description: 'what one unit of it is worth', example: '0.14 USD' }),
  {
    description: 'what other currencies are worth in that of the answers',
    default:
      'none: an amount in another currency is a problem, and such a catalog price is missing',
    example: { CNY: '0.14 USD' },
  },
);
