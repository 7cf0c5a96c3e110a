import { z } from 'zod';
import { amountOutOfRange, type Money, parseMoney } from '../../units/money.ts';
import { parsePrice } from '../../units/price.ts';
import { type About, type Issues, kindOf, refuse } from './declare.ts';

/** Units that a price may be per, with their size in seconds or joules. */
const PER = {
  once: { '': 1 },
  time: { h: 3600, day: 86400, month: (365 * 86400) / 12, year: 365 * 86400 },
  energy: { kWh: 3.6e6 },
} as const;

/** Declares an amount of money: once, per time or per energy; read as such, per s or per J. */
export const money = (per: keyof typeof PER, about: About & { readonly example: string }) =>
  z
    .unknown()
    .transform((input, issues): Money => readMoney(per, input, issues, about.example))
    .meta({ form: 'an amount of money', ...about, shape: { type: 'string' } });

function readMoney(per: keyof typeof PER, input: unknown, issues: Issues, example: string): Money {
  const hint = `write for example "${example}"`;
  if (typeof input !== 'string') {
    return refuse(issues, `should be an amount of money, not ${kindOf(input)}`, hint);
  }
  const units: Readonly<Record<string, number>> = PER[per];
  const price = parsePrice(input);
  const parsed = price ?? parseMoney(input);
  const base = units[price?.per ?? ''];
  if (!parsed || base === undefined) return refuse(issues, `"${input}" is no such amount`, hint);
  if (parsed.amount < 0) return refuse(issues, 'must be at least 0', hint);
  const wrong = amountOutOfRange(parsed.amount);
  if (wrong) return refuse(issues, wrong.message, wrong.hint);
  return { amount: parsed.amount / base, currency: parsed.currency };
}
