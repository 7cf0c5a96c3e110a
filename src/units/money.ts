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
