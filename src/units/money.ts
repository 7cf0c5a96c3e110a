/** An amount of money; the currency is an ISO 4217 code. */
export interface Money {
  readonly amount: number;
  readonly currency: string;
}

const AMOUNT = /^([+-]?\d[\d_]*(?:\.\d+)?(?:[eE][+-]?\d+)?)\s*([A-Z]{3})$/;

/**
 * Parses an amount with its currency; undefined if invalid. Nothing is converted: exchange rates
 * are inputs.
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
 * Formats an amount so that `parseMoney` returns the same amount.
 *
 * @example
 * formatMoney({ amount: 50000, currency: 'USD' }) // '50000 USD'
 */
export const formatMoney = ({ amount, currency }: Money): string => `${amount} ${currency}`;

/**
 * Adds amounts of one currency.
 *
 * @throws RangeError if the currencies differ: a bug, since inputs were checked.
 */
export function addMoney(first: Money, ...rest: readonly Money[]): Money {
  const other = rest.find(({ currency }) => currency !== first.currency);
  if (other) throw new RangeError(`${other.currency} cannot be added to ${first.currency}`);
  return { ...first, amount: rest.reduce((sum, { amount }) => sum + amount, first.amount) };
}
