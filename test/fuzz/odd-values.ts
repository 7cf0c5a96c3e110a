import fc from 'fast-check';
import { HOSTILE } from '../report/hostile.ts';

/** Values that stand where others are meant: of other types, at the ends of what can be written. */
const ODD: readonly unknown[] = [
  ...[null, true, false, '', ' ', '~', [], {}, [[]], [null], { amount: 1 }],
  ...[0, -0, -1, 0.5, 1, 2, 1e21, 1e308, 5e-324, 2 ** 53, Infinity, -Infinity, NaN],
  ...['0', '1', '-1', '1e308', '0x10', '1_000', '1,5', '１', '1e', '+', '%', '± 3', '1:0'],
  ...['0 B', '1 B', '1 TB', '1e300 YB', '-1 TB', '1 EB', '1 TB ± 200 %', '1 TB ± 0 %'],
  ...['1 B/s', '5e-324 GB/s', '1000000 TB/s', '1 bit/s', '1 GB/day', '8640000 %/day', '-50 %/year'],
  ...['0 s', '1 ms', '1 s', '3 weeks', '1 month', '3650000 d', '1e300 h', '1 year'],
  ...['0 %', '100 %', '100.0000001 %', '1e-300 %', '200 %', '99.99 %'],
  ...[
    'daily at 25:00',
    'every 0 s',
    'every 6 h',
    'every 1e300 days',
    'never',
    '* * 31 2 *',
    '@daily',
  ],
  ...['2026-02-30', '0001-01-01', '9999-12-31', '2026-03-29T02:30', '-2026-01-05', '275760-09-14'],
  ...['1 USD', '1 XAU', '-1 USD/h', '1e300 USD/month', '0 USD/GiB/month'],
  ...['22:00-22:00', '00:00-24:00', '06:00-05:59', 'Etc/GMT+12', 'Mars/Olympus'],
  'x'.repeat(5000),
];

/** A value that is odd wherever it stands. */
export const oddValue: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...ODD) },
  { weight: 1, arbitrary: fc.constantFrom(...HOSTILE) },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 2 }) },
);

/** A name that means something else to a careless program or terminal. */
export const oddName: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    ...HOSTILE,
    'toString',
    'hasOwnProperty',
    '',
    ' ',
    '0',
    '-0',
    '1e3',
    'null',
    'a.b',
    '<<',
  ),
  fc.string({ unit: 'binary', maxLength: 12 }),
);

/** What may stand in place of a number in a quantity, and in place of its unit. */
export const oddNumber = fc.constantFrom(
  ...['0', '-1', '1e9', '1e18', '1e300', '5e-324', '0.1', '1e-9', '999999999999', '007', '１'],
);
export const oddUnit = fc.constantFrom(
  ...['', 'B', 'kB', 'TiB', 'YB', 'bit', 'GB/s', 'GB/day', 's', 'h', 'd', 'weeks', 'years', '%'],
  ...['ppm', '%/year', '/s', '/h', 'USD', 'EUR/h', 'USD/GiB/month', 'km', 'W', 'million', 'x'],
);
