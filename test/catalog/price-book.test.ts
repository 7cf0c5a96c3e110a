import { describe, expect, it } from 'vitest';
import { type PriceBook, withPrices } from '../../src/catalog/price-book.ts';
import type { StorageClass } from '../../src/catalog/storage-class.ts';
import { storageClass } from '../../src/catalog/storage-classes.ts';

const named = (name: string): StorageClass => {
  const found = storageClass(`cloud/${name}`);
  if (!found) throw new Error(`no class ${name}`);
  return found;
};
const standard = named('aws-s3-standard');
const deep = named('aws-s3-deep-archive');
const tiering = named('aws-s3-intelligent-tiering');

const book = (prices: PriceBook['prices'], discount?: number): PriceBook => ({
  asOf: '2026-01-31',
  source: 'offer 4711',
  currency: 'USD',
  prices,
  ...(discount === undefined ? {} : { discount }),
});
const stored = (value: number) => ({ value, unit: 'money/GiB/month' }) as const;

describe('withPrices', () => {
  it('leaves a class alone that the book does not name', () => {
    expect(withPrices(standard, book({}, 0.5))).toBe(standard);
    expect(withPrices(standard, book({ constructor: {} }, 0.5))).toBe(standard);
  });

  it('puts a price in place of the listed one, with its source and date', () => {
    const own = withPrices(
      standard,
      book({ [standard.name]: { storage: [{ price: stored(0.02) }] } }),
    );
    expect(own.storage).toEqual([
      {
        price: {
          ...{ value: 0.02, unit: 'money/GiB/month', source: 'offer 4711', date: '2026-01-31' },
          ...{ grade: 'reported', note: 'price book' },
        },
      },
    ]);
    expect(own.put).toBe(standard.put);
  });

  it('takes the discount off listed and own prices; that of the class goes first', () => {
    const own = withPrices(
      standard,
      book({ [standard.name]: { put: { value: 1, unit: 'money/1000' } } }, 0.12),
    );
    expect(own.put.value).toBeCloseTo(0.88, 12);
    expect(own.get).toMatchObject({ value: 0.0004 * 0.88, grade: 'derived' });
    expect(own.storage.map(({ price }) => price.value)).toEqual(
      standard.storage.map(({ price }) => price.value * 0.88),
    );
    expect(own.storage[0]?.upTo).toEqual(standard.storage[0]?.upTo);
    const none = withPrices(standard, book({ [standard.name]: { discount: 0 } }, 0.12));
    expect(none).toEqual(standard);
  });

  it('prices the parts of an upload into an archive by the book of the standard class', () => {
    const put = { value: 0.004, unit: 'money/1000' } as const;
    const both = { [deep.name]: {}, [standard.name]: { put, discount: 0.25 } };
    expect(withPrices(deep, book(both)).partPut?.value).toBeCloseTo(0.003, 12);
    expect(withPrices(deep, book({ [deep.name]: {} }, 0.5)).partPut?.value).toBe(0.0025);
    // Nothing is converted: in another currency parts have the price of the class, lists none.
    const francs = { ...book({ [deep.name]: { put } }), currency: 'CHF' };
    expect(withPrices(deep, francs)).not.toHaveProperty('partPut');
    expect(withPrices(deep, francs)).not.toHaveProperty('list');
    expect(withPrices(deep, book({ [deep.name]: {} }, 0.5)).list?.value).toBe(0.0025);
  });

  it('prices what an archive keeps at the standard price by the book', () => {
    const both = { [deep.name]: {}, [standard.name]: { storage: [{ price: stored(0.02) }] } };
    expect(withPrices(deep, book(both)).overhead?.standardPrice.value).toBe(0.02);
    expect(withPrices(deep, book({ [deep.name]: {} }, 0.5)).overhead?.standardPrice.value).toBe(
      0.0115,
    );
  });

  it('prices ways out and steps of age', () => {
    const bulk = { data: { value: 0.001, unit: 'money/GiB' } } as const;
    const own = withPrices(deep, book({ [deep.name]: { retrieval: { bulk } } }));
    expect(own.retrieval.map(({ data }) => data.value)).toEqual([0.02, 0.001]);
    expect(own.retrieval[1]?.requests?.value).toBe(0.025);
    const aged = withPrices(
      tiering,
      book({ [tiering.name]: { aging: [stored(0.01), stored(0.002)] } }),
    );
    expect(aged.aging?.map(({ price }) => price.value)).toEqual([0.01, 0.002]);
    expect(aged.monitoring).toBe(tiering.monitoring);
  });
});
