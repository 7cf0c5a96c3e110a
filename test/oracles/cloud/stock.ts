import { z } from 'zod';
import { type StockMonth, stockBill } from '../formulas/stock-bill.ts';
import { amount, billingGB, share } from './units.ts';

const stock = z.strictObject({
  billingGB,
  tier: z.string().optional(),
  filesWrittenInMonth1: amount.optional(),
  storedGB: amount.optional(),
  gbWrittenInMonth1: amount.optional(),
  filesWrittenPerMonth: amount.optional(),
  gbWrittenPerMonth: amount.optional(),
  readShareOfFilesPerMonth: share.default(0),
  readShareOfGBPerMonth: share.default(0),
  readsAfterWrites: z.boolean().default(true),
  writesPerFile: amount.default(1),
  readsPerFile: amount.default(1),
  months: z.number().int().min(1).default(12),
  prices: z.strictObject({
    usdPer10000Writes: amount.default(0),
    usdPerGBMonth: amount,
    usdPer10000Reads: amount.default(0),
    usdPerGBRetrieved: amount.default(0),
  }),
});

const YEAR = 12;
const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September'],
  ...['October', 'November', 'December'],
];

/** A stock that is written once or every month, a share of which is read every month. */
export function stockAnswers(given: unknown, expected: Readonly<Record<string, unknown>>) {
  const inputs = stock.parse(given);
  const bill = stockBill(
    {
      ingests: ingestsOf(inputs),
      writesPerFile: inputs.writesPerFile,
      readsPerFile: inputs.readsPerFile,
      readShare: { files: inputs.readShareOfFilesPerMonth, amount: inputs.readShareOfGBPerMonth },
      readsAfterWrites: inputs.readsAfterWrites,
    },
    {
      write: inputs.prices.usdPer10000Writes / 10_000,
      read: inputs.prices.usdPer10000Reads / 10_000,
      store: inputs.prices.usdPerGBMonth,
      retrieve: inputs.prices.usdPerGBRetrieved,
    },
  );
  const all = (part: keyof StockMonth) => bill.map((month) => month[part]);
  const year = (part: keyof StockMonth) =>
    all(part)
      .slice(0, YEAR)
      .reduce((sum, each) => sum + each, 0);
  return {
    ...{ storedGB: all('stored'), writeUSD: all('write'), storeUSD: all('store') },
    ...{ rehydrateUSD: all('retrieve'), totalUSD: all('total'), yearGBMonths: year('stored') },
    yearUSD: {
      ...{ write: year('write'), store: year('store') },
      ...{ rehydrate: year('retrieve'), total: year('total') },
    },
    firstMonths: monthNames(expected.firstMonths, bill.length),
  };
}

function ingestsOf(inputs: z.output<typeof stock>) {
  const { filesWrittenInMonth1, storedGB, gbWrittenInMonth1, months } = inputs;
  const { filesWrittenPerMonth = 0, gbWrittenPerMonth = 0 } = inputs;
  return Array.from({ length: months }, (_, month) => ({
    files: filesWrittenPerMonth + (month === 0 ? (filesWrittenInMonth1 ?? 0) : 0),
    amount: gbWrittenPerMonth + (month === 0 ? (storedGB ?? gbWrittenInMonth1 ?? 0) : 0),
  }));
}

/** The names of months are labels: they follow each other from whichever the case begins with. */
function monthNames(labels: unknown, months: number): readonly string[] {
  const first = Array.isArray(labels) ? MONTHS.indexOf(String(labels[0])) : 0;
  return Array.from({ length: months }, (_, index) => MONTHS[(first + index) % YEAR] ?? '');
}
