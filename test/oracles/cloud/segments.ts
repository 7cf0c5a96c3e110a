import { z } from 'zod';
import type { Tier } from '../../../src/model/tiered-price.ts';
import { tierCosts } from '../../support/tier-costs.ts';
import { amountHours, meanOfMonth } from '../formulas/byte-hours.ts';
import { amount, billingGB } from './units.ts';

const segment = z.strictObject({
  storedBytes: amount.optional(),
  storedGB: amount.optional(),
  storedTB: amount.optional(),
  days: amount.optional(),
  hours: amount.optional(),
});

const tier = z.strictObject({
  firstGBMonths: amount.optional(),
  nextGBMonths: amount.optional(),
  rest: z.literal(true).optional(),
  usdPerGBMonth: amount,
});

const segments = z.strictObject({
  billingGB,
  hoursInMonth: z.number().positive().optional(),
  daysInMonth: z.number().positive().optional(),
  segments: z.array(segment),
  tiers: z.array(tier).min(1).optional(),
  usdPerGBMonth: amount.optional(),
});

/** Stored bytes over the days of a month, and their price by tiers. */
export function segmentAnswers(given: unknown) {
  const inputs = segments.parse(given);
  const { billingGB: gigabyte = 2 ** 30, hoursInMonth, daysInMonth } = inputs;
  const spans = inputs.segments.map((one) => ({
    amount: bytesIn(one, gigabyte),
    hours: hoursIn(one),
  }));
  const all = spans.reduce((sum, { hours }) => sum + hours, 0);
  const month = hoursInMonth ?? (daysInMonth === undefined ? all : daysInMonth * 24);
  const byteHours = amountHours(spans);
  const gbMonths = meanOfMonth(byteHours, month) / gigabyte;
  const tiers = inputs.tiers ? tiersIn(inputs.tiers) : flat(inputs.usdPerGBMonth);
  const tierUSD = tiers && tierCosts(gbMonths, tiers);
  const totalUSD = tierUSD?.reduce((sum, cost) => sum + cost, 0);
  return {
    ...{ byteHours, gbHours: byteHours / gigabyte, byteMonths: byteHours / month, gbMonths },
    ...{ tierUSD, totalUSD, storageUSD: totalUSD },
  };
}

function bytesIn(one: z.output<typeof segment>, gigabyte: number): number {
  const found = [
    one.storedBytes,
    scaled(one.storedGB, gigabyte),
    scaled(one.storedTB, gigabyte * (gigabyte === 1e9 ? 1000 : 1024)),
  ];
  const [bytes, ...more] = found.filter((each) => each !== undefined);
  if (bytes === undefined || more.length > 0) throw new Error('a segment needs one size');
  return bytes;
}

const scaled = (value: number | undefined, by: number) =>
  value === undefined ? undefined : value * by;

function hoursIn({ days, hours }: z.output<typeof segment>): number {
  if ((days === undefined) === (hours === undefined)) throw new Error('a segment needs one time');
  return hours ?? (days ?? 0) * 24;
}

const flat = (price: number | undefined): readonly Tier[] | undefined =>
  price === undefined ? undefined : [{ upTo: Number.POSITIVE_INFINITY, price }];

/** Widths of tiers as bounds; only the last one may be without. */
function tiersIn(given: readonly z.output<typeof tier>[]): readonly Tier[] {
  let upTo = 0;
  return given.map((one, index) => {
    const width = index === 0 ? (one.firstGBMonths ?? one.nextGBMonths) : one.nextGBMonths;
    const isLast = index === given.length - 1;
    if ((width === undefined) !== (one.rest === true)) throw new Error('a tier needs one width');
    if (one.rest && !isLast) throw new Error('only the last tier is the rest');
    upTo += width ?? Number.POSITIVE_INFINITY;
    return { upTo, price: one.usdPerGBMonth };
  });
}
