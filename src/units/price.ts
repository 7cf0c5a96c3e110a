/** A price as people write it: so much money of a currency for a unit of something. */
export interface WrittenPrice {
  readonly amount: number;
  readonly currency: string;
  /** what stands behind the currency, e.g. `GiB/month` */
  readonly per: string;
}

const PRICE =
  /^([+-]?\d[\d_]*(?:\.\d+)?(?:[eE][+-]?\d+)?)\s*([A-Z]{3})\s*(?:\/|\bper\b)\s*(\S(?:.*\S)?)$/;

/**
 * Reads an amount of money for a unit of something; undefined where the text is none. What the unit
 * may be is the reader's to know.
 *
 * @example
 * parsePrice('0.021 USD/GiB/month') // { amount: 0.021, currency: 'USD', per: 'GiB/month' }
 */
export function parsePrice(text: string): WrittenPrice | undefined {
  const [, digits = '', currency = '', per = ''] = PRICE.exec(text.trim()) ?? [];
  const amount = Number(digits.replaceAll('_', ''));
  return currency !== '' && Number.isFinite(amount) ? { amount, currency, per } : undefined;
}
