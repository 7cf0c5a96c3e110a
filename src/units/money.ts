/** An amount of money; the currency is an ISO 4217 code. */
export interface Money {
  readonly amount: number;
  readonly currency: string;
}

/**
 * The least and the most money, apart from 0, that a file may state in any currency: a sum of many
 * such amounts neither overflows nor vanishes.
 */
const [LEAST, MOST] = [1e-12, 1e15];

/** What is wrong with an amount that no file may state; undefined if it is in range. */
export function amountOutOfRange(
  amount: number,
): { readonly message: string; readonly hint: string } | undefined {
  if (amount > MOST) return { message: 'is too large', hint: `write at most ${MOST}` };
  if (amount === 0 || amount >= LEAST) return undefined;
  return { message: 'is too small', hint: `write at least ${LEAST}, or 0` };
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
