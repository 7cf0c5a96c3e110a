import type { PriceUnit, Sourced } from './sourced.ts';

/** Number of base units (bytes, requests or objects) that a price is for. */
const THINGS: Readonly<Record<PriceUnit, number>> = {
  'money/GiB/month': 2 ** 30,
  'money/GB/month': 1e9,
  'money/GiB': 2 ** 30,
  'money/GB': 1e9,
  'money/1000': 1000,
  'money/1000/month': 1000,
};

/**
 * Price of one byte or request in the currency of the entry; per month if the price is per month. 0
 * without a price.
 *
 * @throws RangeError if the number is not a price: a bug.
 * @example
 * unitPrice(sourced(0.005, 'money/1000', origin)) // 0.000005 for one request
 */
export function unitPrice(price: Sourced | undefined): number {
  if (price === undefined) return 0;
  const things = THINGS[price.unit as PriceUnit] as number | undefined;
  if (things === undefined) throw new RangeError(`${price.unit} is no price`);
  return price.value / things;
}
