import { expect } from 'vitest';
import { storageClass } from '../../../src/catalog/storage-classes.ts';
import { readPriceBook } from '../../../src/scenario/reading/read-price-book.ts';
import { type Declared, planOf, resultOf, strategyOf } from '../../support/played.ts';

/** A tiny scenario in which one term is alone, and what it must cost. */
export interface OneTerm {
  readonly what: string;
  readonly declared: Declared;
  /** By class, what it charges for; everything else of it is free. */
  readonly prices?: Readonly<Record<string, Declared>>;
  /** What the book says beside its prices. */
  readonly book?: Declared;
  /** The lines of cost that there are, each with its amount a year: there is no other. */
  readonly lines: Readonly<Record<string, number>>;
}

/** What a strategy costs a year, by line, penalties last; a line of several stores is summed up. */
async function costLinesOf(
  { declared, prices, book }: Omit<OneTerm, 'what' | 'lines'>,
  strategy = 'plan',
): Promise<Readonly<Record<string, number>>> {
  const plan = planOf(declared, {
    ...{ samples: new Map(), series: new Map() },
    prices: prices ? bookOf(prices, book) : null,
  });
  const { cost } = strategyOf(await resultOf(plan), strategy);
  const sums: Record<string, number> = {};
  for (const { line, perYear } of cost?.lines ?? []) sums[line] = (sums[line] ?? 0) + perYear.mean;
  const { mean: penalties = 0 } = cost?.penalties ?? {};
  return penalties === 0 ? sums : { ...sums, penalties };
}

/** Holds that a scenario costs what the row says and nothing else, to a hundred-thousandth. */
export async function holdsAlone(row: OneTerm): Promise<void> {
  const found = await costLinesOf(row);
  const right = Object.entries(row.lines).map(([line, amount]) => [
    line,
    expect.toSatisfy((said: number) => Math.abs(said - amount) <= 1e-5 * amount, `${amount}`),
  ]);
  expect(found).toEqual(Object.fromEntries(right));
}

/** A price book in which everything else is free. */
export function bookOf(prices: NonNullable<OneTerm['prices']>, more: Declared = {}) {
  const classes = Object.entries(prices).map(([name, own]) => [name, laidOver(free(name), own)]);
  const book = { 'as-of': '2026-01-01', currency: 'USD', ...more };
  const read = readPriceBook(
    JSON.stringify({ ...book, prices: Object.fromEntries(classes) }),
    'prices.yaml',
  );
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.value;
}

/** Prices laid over those that are 0; of a way out of a class only what is said. */
const laidOver = (nothing: Declared, own: Declared): Declared => ({
  ...nothing,
  ...own,
  ...(own.retrieval !== undefined && {
    retrieval: Object.fromEntries(
      Object.entries(nothing.retrieval as Declared).map(([way, none]) => [
        way,
        { ...(none as Declared), ...(own.retrieval as Readonly<Record<string, Declared>>)[way] },
      ]),
    ),
  }),
});

/** Every price of a class as 0. */
function free(name: string): Declared {
  const of = storageClass(name);
  if (!of) throw new Error(`no class ${name}`);
  const nothing = { data: '0 USD/GiB', requests: '0 USD/1000' };
  return {
    storage: '0 USD/GiB/month',
    ...(of.aging && { aging: of.aging.map(() => '0 USD/GiB/month') }),
    ...(of.monitoring && { monitoring: '0 USD/1000/month' }),
    ...{ put: '0 USD/1000', get: '0 USD/1000', list: '0 USD/1000' },
    ...(of.lifecycle && { lifecycle: '0 USD/1000' }),
    ...(of.upload && { upload: '0 USD/GiB' }),
    ...(of.retrieval.length > 0 && {
      retrieval: Object.fromEntries(of.retrieval.map(({ name: way }) => [way, nothing])),
    }),
    ...(of.thawedCopy && { 'thawed-copy': '0 USD/GiB/month' }),
    egress: '0 USD/GiB',
    ...(of.transfer && { transfer: '0 USD/GiB' }),
  };
}
