import { z } from 'zod';
import { COUNT, DURATION, POWER } from '../units/dimensions.ts';
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
      default: 'none',
      example: '60 USD/h',
    }).optional(),
    energy: money('energy', {
      description: 'electricity, cooling included',
      default: 'none',
      example: '0.15 USD/kWh',
    }).optional(),
    'staff-hours': z.number().nonnegative().optional().meta({
      description: 'hours a week that people spend on the backups',
      default: '0',
      example: 4,
      form: 'a number',
    }),
  },
  { description: 'Prices that hold everywhere.', default: 'none' },
);

/** Cost of outages and lost work. */
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
