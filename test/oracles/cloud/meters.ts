import { z } from 'zod';
import { meterBill } from '../formulas/meter-bill.ts';
import { amount } from './units.ts';

const meters = z.strictObject({
  quantityOfEach: amount.optional(),
  quantities: z.record(z.string(), amount).optional(),
  unitPricesUSD: z.record(z.string(), amount),
  /** what each meter counts, in words; its price is for one of them */
  quantityUnit: z.record(z.string(), z.string()).optional(),
});

/** A vault's meters, each at its unit price. */
export function meterAnswers(given: unknown) {
  const { quantityOfEach, quantities, unitPricesUSD: prices, quantityUnit } = meters.parse(given);
  const names = Object.keys(prices);
  const strange = Object.keys(quantityUnit ?? {}).filter((name) => !names.includes(name));
  if (strange.length > 0) throw new Error(`no price for ${strange}`);
  const each = names.map((name) => [name, quantities?.[name] ?? quantityOfEach ?? 0]);
  const { costs, total } = meterBill({ ...Object.fromEntries(each), ...quantities }, prices);
  return { monthlyUSD: costs, totalUSD: total };
}
