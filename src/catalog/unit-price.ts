import type { PriceUnit, Sourced } from './sourced.ts';

/** Things of the base unit that one price is for: bytes or requests. */
const THINGS: Readonly<Record<PriceUnit, number>> = {
  'money/GiB/month': 2 ** 30,
  'money/GB/month': 1e9,
  'money/GiB': 2 ** 30,
  'money/GB': 1e9,
  'money/1000': 1000,
  'money/1000/month': 1000,
};

/**
 * What one byte or one request costs, in the currency of the entry; for a month where the price is
 * for a month. Nothing where there is no price.
 *
 * @throws RangeError where the number is no price: that is a bug.
 * @example
 * unitPrice(sourced(0.005, 'money/1000', origin)) // 0.000005 for one request
 */
export function unitPrice(price: Sourced | undefined): number {
  if (price === undefined) return 0;
  const things = THINGS[price.unit as PriceUnit] as number | undefined;
  if (things === undefined) throw new RangeError(`${price.unit} is no price`);
  return price.value / things;
}
