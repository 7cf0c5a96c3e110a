import { z } from 'zod';
import { UNPRICED_PARTS } from '../../simulation/plan/cost.ts';
import { amount, bytes, date, estimate, say } from './parts.ts';

/** A part of a cost that has no price. */
export const unpricedPart = z.strictObject({
  store: say(z.string().nullable(), 'null for people'),
  part: say(
    z.enum(UNPRICED_PARTS),
    'devices: all that it is made of; library: frame and robot around the drives; purchases: drives bought later; energy: its power is not known; people: hours a week have no price',
  ),
  currency: say(
    z.string().nullable(),
    'of a catalog price that no exchange converts; null where there is no price',
  ),
});

/** What a strategy costs. */
export const costResult = z.strictObject({
  currency: z.string(),
  lines: say(
    z.array(
      z.strictObject({
        line: say(z.string(), 'what is paid for'),
        store: say(z.string().nullable(), 'null for what belongs to no store'),
        perYear: estimate,
      }),
    ),
    'amounts a year, on average over the horizon; what is bought is spread over its life',
  ),
  complete: say(
    z.boolean(),
    'whether all that is used has a price; else every amount is at least that, and `unpriced` says what is missing',
  ),
  total: say(estimate, 'the sum of the lines'),
  penalties: say(estimate, 'a year: what disasters are expected to cost'),
  allLost: say(
    estimate.nullable(),
    'the part of penalties for what is wholly lost; null where that has no price',
  ),
  expected: say(estimate, 'total and penalties together'),
  threeYears: say(
    estimate.nullable(),
    'what the first three years of the horizon cost, what comes once counted once; null where the horizon is shorter',
  ),
  noThreeYears: say(z.string().nullable(), 'why there is no total of three years'),
  perTerabyte: say(
    estimate,
    'total a year for each TB that is protected, at the middle of the horizon',
  ),
  bills: say(
    z.array(
      z.strictObject({
        store: z.string(),
        month: say(z.string(), 'a month of the calendar, such as 2026-01'),
        lines: z.array(
          z.strictObject({ line: say(z.string(), 'what is paid for'), amount: estimate }),
        ),
        total: estimate,
      }),
    ),
    'the bill of every month of each object store; restores after disasters are not in it',
  ),
});

/** Something that is bought for a store at one time. */
export const material = z.strictObject({
  store: z.string(),
  item: say(
    z.enum(['devices', 'drives', 'library', 'cartridges', 'slots']),
    'devices: all that the store is made of; library: frame and robot; cartridges: those first written in one year of the calendar; slots: places for more of them',
  ),
  number: estimate,
  bytes: say(
    bytes.nullable(),
    'usable bytes that it adds; null where it adds none or is unlimited',
  ),
  neededOn: say(date, 'when it is needed; devices come again when their life is over'),
  orderBy: say(date, 'the same, less the time from order to use'),
  price: say(estimate.nullable(), 'of all of it; null where it has none'),
  power: say(
    amount.nullable(),
    'watts that it draws; null where nobody knows, or where another row has that of the whole store',
  ),
  rackUnits: say(amount.nullable(), 'height in racks that it takes; null as for power'),
});
/** See `material`. */
export type Material = z.output<typeof material>;

/** What is paid in a year of the calendar. */
export const cashYear = z.strictObject({
  year: z.int(),
  bought: say(estimate, 'what is needed from that year on, paid at once'),
  running: say(estimate, 'bills, contracts, energy, people; restores after disasters as expected'),
  total: estimate,
});
/** See `cashYear`. */
export type CashYear = z.output<typeof cashYear>;

/** Something that has to be bought on the way. */
export const purchase = z.strictObject({
  store: z.string(),
  number: say(z.int().min(1), '1 is the first that this store needs'),
  bytes: say(bytes, 'usable bytes that it adds'),
  neededOn: say(date, 'when there is no room without it'),
  orderBy: say(date, 'the same, less the time from order to use'),
  price: say(amount.nullable(), 'null where it has none'),
});

/** Cartridges of a tape library. */
export const cartridges = z.strictObject({
  store: z.string(),
  slots: say(amount, 'places for cartridges with data'),
  everUsed: say(estimate, 'cartridges that were ever written: those that are bought'),
  mostInUse: say(estimate, 'the most that held data at once'),
  passes: say(estimate, 'how often the most worn was written from end to end'),
});

/** What a strategy costs. */
export type CostResult = z.output<typeof costResult>;
