import { describe, expect, it } from 'vitest';
import { describe as line } from '../../src/problem.ts';
import { declarationOf } from '../../src/scenario/docs/declaration.ts';
import { priceBook } from '../../src/scenario/price-book.ts';
import { readPriceBook } from '../../src/scenario/reading/read-price-book.ts';

const BOOK = `as-of: 2026-01-31
source: offer 4711
currency: USD
discount: 12 %
prices:
  cloud/aws-s3-standard:
    storage:
      - { up-to: 50 TiB, price: 0.021 USD/GiB/month }
      - { price: 20 USD/TiB/month }
    put: 0.05 USD/10000
    get: 0.4 USD/million
    egress: 0.05 USD/GiB
    discount: 0 %
  cloud/aws-s3-deep-archive:
    retrieval: { bulk: 0.002 USD/GiB, standard: { requests: 0.1 USD/1000 requests } }
    thawed-copy: 0.02 USD/GB-month
`;

const problems = (text: string): readonly string[] => {
  const read = readPriceBook(text, 'prices.yaml');
  return read.ok ? [] : read.problems.map(line);
};
const withClass = (name: string, entry: string, currency = 'USD'): string =>
  `as-of: 2026-01-31\ncurrency: ${currency}\nprices:\n  ${name}: ${entry}\n`;

describe('a price book', () => {
  it('with an alias in a circle is refused at the alias', () => {
    expect(problems('as-of: 2026-01-31\ncurrency: USD\nprices: &a { x: *a }\n')).toEqual([
      'prices.yaml:3:14: prices.x: is an alias of what it is part of; write the value out',
    ]);
  });

  it('is read into prices of the units that the catalog has', () => {
    expect(readPriceBook(BOOK, 'prices.yaml')).toEqual({
      ok: true,
      value: {
        ...{ asOf: '2026-01-31', source: 'offer 4711', currency: 'USD', discount: 0.12 },
        prices: {
          'cloud/aws-s3-standard': {
            storage: [
              { upTo: 50 * 2 ** 40, price: { value: 0.021, unit: 'money/GiB/month' } },
              { price: { value: 20 / 1024, unit: 'money/GiB/month' } },
            ],
            put: { value: 0.005, unit: 'money/1000' },
            get: { value: 0.0004, unit: 'money/1000' },
            egress: [{ price: { value: 0.05, unit: 'money/GiB' } }],
            discount: 0,
          },
          'cloud/aws-s3-deep-archive': {
            retrieval: {
              bulk: { data: { value: 0.002, unit: 'money/GiB' } },
              standard: { requests: { value: 0.1, unit: 'money/1000' } },
            },
            thawedCopy: { value: 0.02, unit: 'money/GB/month' },
          },
        },
      },
    });
  });

  it('may be JSON, and is its own source', () => {
    const prices = { 'cloud/b2': { storage: '0.005 USD/GB/month' } };
    const text = JSON.stringify({ 'as-of': '2026-01', currency: 'USD', prices });
    expect(readPriceBook(text, 'own.json')).toMatchObject({ value: { source: 'own.json' } });
  });

  it('says everything that is wrong at once, in the order of the file', () => {
    const text = `source: offer
currency: dollars
prices:
  cloud/aws-s3-standart: { storage: 0.021 USD/GiB/month }
  cloud/b2: {}
  cloud/wasabi: { storage: 0.021, putt: 1 USD/1000 }
discount: 120 %
`;
    expect(problems(text)).toEqual([
      expect.stringMatching(/^prices\.yaml:1:1: as-of: is missing; write for example 2026/),
      expect.stringMatching(/^prices\.yaml:2:1: currency: is not a currency/),
      expect.stringMatching(
        /^prices\.yaml:4:3: prices\.cloud\/aws-s3-standart: there is no storage class .*did you mean cloud\/aws-s3-standard\?/,
      ),
      expect.stringMatching(/^prices\.yaml:5:3: prices\.cloud\/b2: has no price/),
      expect.stringMatching(/^prices\.yaml:6:19: .*storage: "0.021" is not a price for bytes kept/),
      expect.stringMatching(/^prices\.yaml:6:35: .*putt: is not a field here; did you mean put\?/),
      expect.stringMatching(/^prices\.yaml:7:1: discount: must be at most 100 %/),
    ]);
  });

  it.each([
    ['', /is empty; write as-of, currency and prices/],
    ['- a', /is not a price book but a list/],
    ['as-of: 2026-01-31\nprices: { cloud/b2: { discount: 1 % } }', /currency: is missing/],
    ['as-of: 2026-02-30\ncurrency: USD', /February 2026 has 28 days; write 2026-02-28/],
    ['as-of: 2026-01-31\ncurrency: USD', /prices: is missing/],
    ['as-of: 2026-01-31\ncurrency: USD\nprices: {}', /needs at least one entry/],
    [withClass('cloud/b2', '{ storage: 1 EUR/GB/month }'), /is in EUR, but the book is in USD/],
    [withClass('cloud/b2', '{ storage: 1 USD/GB }'), /units are USD\/TiB\/month/],
    [withClass('cloud/b2', '{ put: -1 USD/1000 }'), /must be at least 0/],
    [withClass('cloud/b2', '{ put: [1] }'), /not a list/],
    [withClass('cloud/b2', '{ aging: [1 USD/GB/month] }'), /has 1 prices for 0 steps/],
    [
      withClass('cloud/aws-s3-deep-archive', '{ retrieval: { bulky: 1 USD/GiB } }'),
      /there is no retrieval of .*did you mean bulk\? known are standard, bulk/,
    ],
    [
      withClass('cloud/b2', '{ egress: [{ price: 1 USD/GB }, { up-to: 1 TB, price: 1 USD/GB }] }'),
      /does not rise to an open end/,
    ],
  ])('%j', (text, message) => {
    expect(problems(text).join('\n')).toMatch(message);
  });

  it('in another currency has to have every price that is charged', () => {
    const partly = problems(withClass('cloud/b2', '{ storage: 0.005 EUR/GB/month }', 'EUR'));
    expect(partly).toEqual([
      expect.stringMatching(/cloud\/b2\.egress: is missing; the catalog has it in USD/),
      expect.stringMatching(/cloud\/b2\.get: is missing/),
    ]);
    const whole = '{ storage: 1 EUR/GB/month, get: 1 EUR/1000, egress: 1 EUR/GB }';
    expect(problems(withClass('cloud/b2', whole, 'EUR'))).toEqual([]);
    const deep = problems(withClass('cloud/aws-s3-deep-archive', '{ put: 1 EUR/1000 }', 'EUR'));
    expect(deep.join()).toContain('cloud/aws-s3-deep-archive.get: is missing');
    expect(deep.join()).toContain('retrieval.bulk.requests: is missing');
    expect(deep.join()).toContain('prices.cloud/aws-s3-standard.storage: is missing');
  });

  it('tells of every field what it is', () => {
    const { content } = declarationOf(priceBook);
    const fields = content.kind === 'fields' ? content.fields : [];
    expect(fields.map(({ name }) => name)).toEqual([
      ...['as-of', 'source', 'currency', 'prices', 'discount'],
    ]);
    for (const { declaration } of fields) expect(declaration.description ?? '').not.toBe('');
  });
});
