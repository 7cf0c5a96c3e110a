import { describe, expect, it } from 'vitest';
import { changedSince, listPrices, regionsOf } from '../../src/catalog/list-prices.ts';
import type { StorageClass } from '../../src/catalog/storage-class.ts';
import { storageClass } from '../../src/catalog/storage-classes.ts';

const named = (name: string): StorageClass => {
  const found = storageClass(name);
  if (!found) throw new Error(`no class ${name}`);
  return found;
};
const [wasabi, b2, ebs] = [
  named('cloud/wasabi'),
  named('cloud/b2'),
  named('cloud/aws-backup-ebs'),
] as const;
/** What a TB of 1024 GB costs a month. */
const terabyte = (of: StorageClass) => (of.storage[0]?.price.value ?? 0) * 1024;

describe('list prices', () => {
  it('are those of the day: Wasabi 6.99 USD a TB until 2026-06-30, 7.99 from the next day on', () => {
    expect(terabyte(listPrices(wasabi, wasabi.region, '2026-06-30'))).toBeCloseTo(6.99, 9);
    expect(terabyte(listPrices(wasabi, wasabi.region, '2026-07-01'))).toBeCloseTo(7.99, 9);
    expect(changedSince(wasabi, '2026-06-30')?.until).toBe('2026-06-30');
    expect(changedSince(wasabi, '2026-07-01')).toBeUndefined();
  });

  it('before a change hold for all that changed: B2 had free calls a day, and none is priced now', () => {
    const [before, after] = ['2026-04-30', '2026-05-01'].map((day) => listPrices(b2, '', day));
    expect(before?.storage[0]?.price.value).toBe(0.006);
    expect([before?.get.value, before?.freeGets?.value]).toEqual([0.0004, 2500]);
    expect([after?.get.value, after?.freeGets]).toEqual([0, undefined]);
  });

  it('of several changes take the one that the day came before', () => {
    const [price] = ebs.storage;
    const costs = (value: number) => ({
      storage: price ? [{ price: { ...price.price, value } }] : [],
    });
    const often = {
      ...ebs,
      earlier: [
        { until: '2025-12-31', prices: costs(2) },
        { until: '2024-12-31', prices: costs(1) },
      ],
    };
    const on = (day: string) => listPrices(often, often.region, day).storage[0]?.price.value;
    expect(['2024-12-31', '2025-01-01', '2025-12-31', '2026-01-01'].map(on)).toEqual([
      ...[1, 2, 2, 0.055],
    ]);
  });

  it('are those of the region: an EBS snapshot 0.055 USD a GiB in us-west-1, 0.05 in us-east-1', () => {
    expect(regionsOf(ebs)).toEqual(['us-west-1', 'us-east-1']);
    const east = listPrices(ebs, 'us-east-1', '2026-01-01');
    expect([east.region, east.storage[0]?.price.value]).toEqual(['us-east-1', 0.05]);
    expect(listPrices(ebs, 'us-west-1', '2026-01-01').storage[0]?.price.value).toBe(0.055);
    expect(listPrices(ebs, 'nowhere', '2026-01-01').region).toBe('us-west-1');
  });
});
