/** An amount in one currency, by its ISO 4217 code. */
export interface Money {
  readonly amount: number;
  readonly currency: string;
}

const AMOUNT = /^([+-]?\d[\d_]*(?:\.\d+)?(?:[eE][+-]?\d+)?)\s*([A-Z]{3})$/;

/**
 * Reads an amount with its currency; undefined where the text is none. Nothing is converted: an
 * exchange rate is an input like any other.
 *
 * @example
 * parseMoney('50_000 USD') // { amount: 50000, currency: 'USD' }
 */
export function parseMoney(text: string): Money | undefined {
  const [, amount = '', currency] = AMOUNT.exec(text.trim()) ?? [];
  const number = Number(amount.replaceAll('_', ''));
  return currency !== undefined && Number.isFinite(number)
    ? { amount: number, currency }
    : undefined;
}

/**
 * Writes an amount so that `parseMoney` reads the same back.
 *
 * @example
 * formatMoney({ amount: 50000, currency: 'USD' }) // '50000 USD'
 */
export const formatMoney = ({ amount, currency }: Money): string => `${amount} ${currency}`;

/**
 * Adds amounts.
 *
 * @throws RangeError where the currencies differ: that is a bug, since inputs were checked.
 */
export function addMoney(first: Money, ...rest: readonly Money[]): Money {
  const stranger = rest.find(({ currency }) => currency !== first.currency);
  if (stranger) throw new RangeError(`${stranger.currency} cannot be added to ${first.currency}`);
  return { ...first, amount: rest.reduce((sum, { amount }) => sum + amount, first.amount) };
}
