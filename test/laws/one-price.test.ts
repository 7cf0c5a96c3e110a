import fc from 'fast-check';
import { expect, it } from 'vitest';
import { copiedScenario } from '../support/copied-scenario.ts';
import { type Declared, planOf, resultOf, strategyOf } from '../support/played.ts';

type Named = Readonly<Record<string, Declared>>;

/** What each of them costs, so that each price has a line of cost to itself. */
const PRICES = {
  once: '5000 USD',
  power: '300 W',
  yearly: '200 USD/year',
  drive: '4000 USD',
  cartridge: '90 USD',
  courier: '80 USD',
  staff: '60 USD/h',
  energy: '0.2 USD/kWh',
  penalty: '1000 USD/h',
};
type PriceName = keyof typeof PRICES;

/** The lines that a price is the only one of. */
const LINES: Readonly<Record<PriceName, readonly string[]>> = {
  once: ['devices disk'],
  power: ['energy disk'],
  yearly: ['devices bucket'],
  drive: ['devices tape'],
  cartridge: ['media tape'],
  courier: ['courier tape'],
  staff: ['people'],
  energy: ['energy disk'],
  penalty: ['penalties'],
};

/** The scenario at these prices, disasters at one of their three. */
function priced(declared: Declared, prices: typeof PRICES, kind: string): Declared {
  const { disk, tape, bucket } = declared.stores as Named;
  const { once, power, yearly, drive, cartridge, courier, staff, energy, penalty } = prices;
  return {
    ...declared,
    stores: {
      disk: { ...disk, cost: { once, power } },
      tape: { ...tape, cost: { drive, cartridge, ...(tape?.vault !== undefined && { courier }) } },
      bucket: { ...bucket, cost: { yearly } },
    },
    cost: { staff, energy, 'staff-hours': 2 },
    penalties: { [kind]: kind === 'all-lost' ? penalty.replace('/h', '') : penalty },
  };
}

const twice = (price: string): string =>
  price.replace(/^[\d.]+/, (number) => String(2 * Number(number)));

/** Every amount a year of every strategy: lines by store, and penalties. */
async function amountsOf(declared: Declared): Promise<ReadonlyMap<string, number>[]> {
  const result = await resultOf(planOf(declared));
  return result.strategies.map(({ name }) => {
    const { cost } = strategyOf(result, name);
    const lines = cost?.lines.map(({ line, store, perYear }): [string, number] => [
      store === null ? line : `${line} ${store}`,
      perYear.mean,
    ]);
    return new Map([...(lines ?? []), ['penalties', cost?.penalties.mean ?? 0]]);
  });
}

it('to double one price doubles its own line of cost, and moves no other', async () => {
  const moved = new Set<string>();
  const kinds = fc.constantFrom('outage', 'lost-data', 'all-lost');
  await fc.assert(
    fc.asyncProperty(copiedScenario, kinds, async (declared, kind) => {
      const before = await amountsOf(priced(declared, PRICES, kind));
      for (const name of Object.keys(PRICES) as PriceName[]) {
        const dearer = { ...PRICES, [name]: twice(PRICES[name]) };
        const after = await amountsOf(priced(declared, dearer, kind));
        for (const [index, amounts] of before.entries()) {
          for (const [line, amount] of amounts) {
            const isOwn = LINES[name].includes(line);
            if (isOwn && amount > 0) moved.add(name);
            expect([line, after[index]?.get(line)]).toEqual([line, isOwn ? 2 * amount : amount]);
          }
          expect(after[index]?.size).toBe(amounts.size);
        }
      }
    }),
    { numRuns: 15 },
  );
  expect(moved.size).toBeGreaterThan(4);
});
