import fc from 'fast-check';

type Declared = Readonly<Record<string, unknown>>;

const CURRENCIES = ['USD', 'CNY', 'EUR'] as const;
const PER = {
  once: [''],
  time: ['/h', '/day', '/month', '/year'],
  energy: ['/kWh'],
} as const;

/** An amount of money, in any of a few currencies. */
export const money = (per: keyof typeof PER): fc.Arbitrary<string> =>
  fc
    .tuple(
      fc.constantFrom('0', '2.5', '450', '1_000', '20000'),
      fc.constantFrom(...CURRENCIES),
      fc.constantFrom(...PER[per]),
    )
    .map(([amount, currency, unit]) => `${amount} ${currency}${unit}`);

/** Prices and penalties that hold for the whole scenario. */
export const pricing = {
  cost: fc.record(
    {
      staff: money('time'),
      energy: money('energy'),
      'staff-hours': fc.integer({ min: 0, max: 40 }),
    },
    { requiredKeys: [], noNullPrototype: true },
  ),
  penalties: fc.record(
    { outage: money('time'), 'lost-data': money('time'), 'all-lost': money('once') },
    { requiredKeys: [], noNullPrototype: true },
  ),
};

/** Says what the other currencies are worth in that of the answers. */
export function exchanged(declared: Declared): Declared {
  const own = declared.currency ?? 'USD';
  const others = CURRENCIES.filter((code) => code !== own);
  return {
    ...declared,
    exchange: Object.fromEntries(others.map((code) => [code, `0.5 ${own}`])),
  };
}
