/** A price as written: an amount of money per unit. */
export interface WrittenPrice {
  readonly amount: number;
  readonly currency: string;
  /** text after the currency, e.g. `GiB/month` */
  readonly per: string;
}

const PRICE =
  /^([+-]?\d[\d_]*(?:\.\d+)?(?:[eE][+-]?\d+)?)\s*([A-Z]{3})\s*(?:\/|\bper\b)\s*(\S(?:.*\S)?)$/;

/**
 * Parses a price; undefined if invalid. The unit is not checked: that is up to the caller.
 *
 * @example
 * parsePrice('0.021 USD/GiB/month') // { amount: 0.021, currency: 'USD', per: 'GiB/month' }
 */
export function parsePrice(text: string): WrittenPrice | undefined {
  const [, digits = '', currency = '', per = ''] = PRICE.exec(text.trim()) ?? [];
  const amount = Number(digits.replaceAll('_', ''));
  return currency !== '' && Number.isFinite(amount) ? { amount, currency, per } : undefined;
}
