import { describe, expect, it } from 'vitest';
import { listPrices, regionsOf } from '../../src/catalog/list-prices.ts';
import type { StorageClass } from '../../src/catalog/storage-class.ts';
import { STORAGE_CLASSES, storageClass } from '../../src/catalog/storage-classes.ts';
import { unitPrice } from '../../src/catalog/unit-price.ts';
import { thawOf } from '../../src/model/retrieval.ts';
import { tiersOf } from '../../src/model/tiered-price.ts';
import { tierCosts } from '../support/tier-costs.ts';

const GIB = 2 ** 30;
const named = (name: string): StorageClass => {
  const found = storageClass(`cloud/${name}`);
  if (!found) throw new Error(`no class ${name}`);
  return found;
};
const kept = (of: StorageClass, gib: number): number =>
  tierCosts(gib * GIB, tiersOf(of.storage)).reduce((sum, cost) => sum + cost, 0);
const storage = (name: string, gib: number): number => kept(named(name), gib);
/** A class at the prices of us-east-1, the region of the totals that Infracost prints. */
const east = (name: string): StorageClass => listPrices(named(name), 'us-east-1', '2026-11-01');

describe('storage classes', () => {
  it('are named after what a scenario writes', () => {
    for (const name of [
      ...['aws-s3-standard', 'aws-s3-standard-ia', 'aws-s3-onezone-ia', 'aws-s3-glacier-ir'],
      ...['aws-s3-intelligent-tiering', 'aws-s3-glacier-flexible', 'aws-s3-deep-archive'],
      ...['aws-s3-express-one-zone', 'aws-backup-efs-warm', 'aws-backup-efs-cold'],
      ...['azure-blob-hot', 'azure-blob-cool', 'azure-blob-cold', 'azure-blob-archive'],
      ...['gcs-standard', 'gcs-nearline', 'gcs-coldline', 'gcs-archive', 'b2', 'wasabi'],
      ...['r2', 'r2-infrequent-access'],
      ...['oss-standard', 'oss-ia', 'oss-archive', 'oss-cold-archive', 'oss-deep-cold-archive'],
      ...['cos-standard', 'cos-ia', 'cos-archive', 'cos-deep-archive'],
    ]) {
      expect(named(name).name).toBe(`cloud/${name}`);
    }
  });

  it.each(STORAGE_CLASSES.map((one) => [one.name, one] as const))(
    '%s has prices of its unit, rising tiers, and ways out with names',
    (_, one) => {
      const { storage: stored, egress, retrieval, minimumTime, minimumFrom, overhead } = one;
      for (const { price } of stored) expect(price.unit).toBe(`money/${one.billed}/month`);
      for (const { price } of egress) expect(price.unit).toBe(`money/${one.billed}`);
      for (const tiers of [stored, egress]) {
        const bounds = tiers.map(({ upTo }) => upTo?.value ?? Number.POSITIVE_INFINITY);
        expect(bounds).toEqual([...new Set(bounds)].sort((a, b) => a - b));
        if (tiers.length > 0) expect(bounds.at(-1)).toBe(Number.POSITIVE_INFINITY);
      }
      expect(new Set(retrieval.map(({ name }) => name)).size).toBe(retrieval.length);
      for (const { least, most } of retrieval) expect(least.value).toBeLessThanOrEqual(most.value);
      if (minimumTime) expect(minimumFrom).toBeDefined();
      if (overhead) {
        const standard = storageClass(overhead.standardClass);
        expect(standard?.storage[0]?.price.value).toBe(overhead.standardPrice.value);
      }
      expect(one.currency).toBe(/^cloud\/(oss|cos)-/.test(one.name) ? 'CNY' : 'USD');
    },
  );

  it('of Amazon all have prices in us-east-1, so that a comparison need not mix regions', () => {
    const amazon = STORAGE_CLASSES.filter(({ provider }) => /Amazon|AWS/.test(provider));
    expect(amazon.length).toBeGreaterThan(10);
    for (const one of amazon) expect(regionsOf(one)).toContain('us-east-1');
  });

  it('no price of Tencent COS in CNY claims to be checked', () => {
    const prices = STORAGE_CLASSES.filter(({ provider }) => provider === 'Tencent COS').flatMap(
      ({ storage: kept, put, get, retrieval }) => [
        ...[put, get, ...kept.map(({ price }) => price)],
        ...retrieval.flatMap(({ data, requests = data }) => [data, requests]),
      ],
    );
    for (const { grade } of prices) expect(['unverified', 'derived']).toContain(grade);
  });
});

describe('totals that Infracost prints (95ba4f49a, s3_bucket_test.golden, 2024-07-01)', () => {
  it.each([
    ['aws-s3-standard', 10_000, 230, 10_000, 0.05, 0, 0],
    ['aws-s3-standard-ia', 30_000, 375, 30_000, 0.3, 0.03, 300],
    ['aws-s3-onezone-ia', 40_000, 400, 40_000, 0.4, 0.04, 400],
  ])('%s: %d GB cost %d USD', (name, gib, kept, requests, puts, gets, retrieved) => {
    const { put, get, lifecycle, retrieval } = named(name);
    expect(storage(name, gib)).toBeCloseTo(kept, 6);
    expect(requests * unitPrice(put)).toBeCloseTo(puts, 6);
    expect(Math.floor(requests * unitPrice(get) * 100) / 100).toBeCloseTo(gets, 6);
    expect(requests * unitPrice(lifecycle)).toBeCloseTo(lifecycle ? puts : 0, 6);
    expect(gib * GIB * unitPrice(retrieval[0]?.data)).toBeCloseTo(retrieved, 6);
  });

  it('internet egress by tiers: 10,240, 40,960 and 5,800 GB', () => {
    const tiers = tiersOf(named('aws-s3-standard').egress);
    const [first, second, third, rest] = tierCosts((10_240 + 40_960 + 5800) * GIB, tiers);
    expect([first, second, third].map((cost) => cost?.toFixed(2))).toEqual([
      ...['921.60', '3481.60', '406.00'],
    ]);
    expect(rest).toBe(0);
    expect(750 * GIB * unitPrice(named('aws-s3-standard').transfer)).toBeCloseTo(15, 9);
  });

  it.each([
    ['aws-backup-ebs', 10, 0.5, 'ebs_snapshot_test, 2024-07-01'],
    ['aws-backup-rds', 1000, 95, 'db_instance_test, 2026-05-03'],
    ['aws-backup-aurora', 400, 8.4, 'rds_cluster_test, 2024-07-01'],
    ['aws-backup-fsx', 10_000, 500, 'fsx_windows_file_system_test, 2024-07-01'],
    ['aws-backup-dynamodb', 460, 46, 'dynamodb_table_test, 2024-11-15'],
    ['aws-backup-dynamodb-continuous', 2300, 460, 'dynamodb_table_test, 2024-11-15'],
  ])('%s: %d GB cost %d USD a month (%s)', (name, gib, month) => {
    expect(kept(east(name), gib)).toBeCloseTo(month, 9);
  });

  it('230 GB of a table restored: 34.50 USD (dynamodb_table_test, 2024-11-15)', () => {
    const [back] = east('aws-backup-dynamodb').retrieval;
    expect(230 * GIB * unitPrice(back?.data)).toBeCloseTo(34.5, 9);
  });

  it('Azure hot by tiers: 51,200 GB cost 1,064.96 USD', () => {
    const [first] = tierCosts(1e6 * GIB, tiersOf(named('azure-blob-hot').storage));
    expect(first).toBeCloseTo(1064.96, 6);
  });
});

describe('figures as published', () => {
  it('Azure: 10 TB cool cost 117.76 USD a month; the page prints 117.78', () => {
    expect(storage('azure-blob-cool', 10_240)).toBeCloseTo(117.76, 6);
  });

  it('Azure in EUR on 2026-06-27 (Azure Retail Prices API, westus): 50 USD were 43.005204', () => {
    const eur = (price: number) => (price * (43.005204 / 50)).toFixed(6);
    const [cold, archive] = [named('azure-blob-cold'), named('azure-blob-archive')];
    const [standard, high] = archive.retrieval;
    expect([eur(storage('azure-blob-cold', 1)), eur(storage('azure-blob-archive', 1))]).toEqual([
      ...['0.003870', '0.001720'],
    ]);
    expect(
      [cold.put, cold.get, archive.put, archive.get].map((one) => eur(1e4 * unitPrice(one))),
    ).toEqual(['0.154819', '0.086010', '0.094611', '4.730572']);
    expect([standard, high].map((way) => eur(GIB * unitPrice(way?.data)))).toEqual([
      ...['0.018922', '0.111814'],
    ]);
    expect(eur(1e4 * (unitPrice(high?.requests) + unitPrice(archive.get)))).toBe('55.906765');
  });

  it('Azure: a blob of ten blocks is ten writes of the hot tier and one of the archive', () => {
    const { partPut, put, parts } = named('azure-blob-archive');
    const once = 10 * unitPrice(partPut) + (parts?.commits.value ?? 0) * unitPrice(put);
    expect(1e4 * once).toBeCloseTo(10 * 0.055 + 0.11, 9);
  });

  it('Google egress: 0.12 to 10 TiB, 0.11 to 150 TiB, 0.08 above (its page, 2026-10-02)', () => {
    const tiers = tiersOf(named('gcs-standard').egress);
    // 10,240 x 0.12, 143,360 x 0.11 and 1,000 x 0.08.
    const costs = tierCosts(154_600 * GIB, tiers).map((cost) => cost.toFixed(2));
    expect(costs).toEqual(['1228.80', '15769.60', '80.00']);
  });

  it('Google: 0.0200, 0.0100, 0.0040 and 0.0012 for 730 h', () => {
    const prices = ['standard', 'nearline', 'coldline', 'archive'].map((name) =>
      storage(`gcs-${name}`, 1).toFixed(4),
    );
    expect(prices).toEqual(['0.0200', '0.0100', '0.0040', '0.0012']);
  });

  it('Cloudflare: of 1000 GB 990 cost 14.85 USD; rarely read 10 USD, and 10 to read (its page, 2026)', () => {
    expect(kept(named('r2'), 1e12 / GIB)).toBeCloseTo(14.85, 10);
    expect(kept(named('r2-infrequent-access'), 1e12 / GIB)).toBeCloseTo(10, 10);
    expect(unitPrice(named('r2-infrequent-access').retrieval[0]?.data) * 1e12).toBeCloseTo(10, 10);
    expect(unitPrice(named('r2-infrequent-access').put) * 1e6).toBeCloseTo(9, 10);
    expect(unitPrice(named('r2').get) * 290e6).toBeCloseTo(104.4, 10);
  });

  it('Backblaze: a TB costs 6.95 USD, calls nothing (its page, 2026-09-19)', () => {
    const { storage: tiers, put, get, list } = named('b2');
    expect(1e12 * unitPrice(tiers[0]?.price)).toBeCloseTo(6.95, 9);
    expect([put, get, list].map(unitPrice)).toEqual([0, 0, 0]);
  });

  it('Tencent COS for other countries, Beijing, 2023: USD at 6.8 CNY', () => {
    const usd = (price: number) => Number((price / 6.8).toFixed(6));
    const data = (name: string) =>
      named(name).retrieval.map((way) => usd(GIB * unitPrice(way.data)));
    expect(data('cos-archive')).toEqual([0.01, 0.0025, 0.03]);
    expect(data('cos-deep-archive')).toEqual([0.02, 0.0026]);
    const [standard, bulk] = named('cos-deep-archive').retrieval;
    expect([standard, bulk].map((way) => usd(1e4 * unitPrice(way?.requests)))).toEqual([1, 0.29]);
    const perTenThousand = ['ia', 'archive', 'deep-archive'].map((name) =>
      usd(1e4 * unitPrice(named(`cos-${name}`).put)),
    );
    expect(perTenThousand).toEqual([0.01, 0.0147, 0.14]);
    // 0.1 CNY for 10,000 requests became 0.0147 USD.
    expect(0.1 / 6.8).toBeCloseTo(0.0147, 4);
  });

  it('Wasabi: a TB of 1024 GB costs 7.99 USD (its price list, from 2026-07-01)', () => {
    expect(storage('wasabi', 1024)).toBeCloseTo(7.99, 9);
  });

  it('archives thaw for hours', () => {
    const hours = (name: string, way?: string) => {
      const { least, most } = thawOf(named(name), way);
      return [least / 3600, most / 3600];
    };
    expect(hours('aws-s3-glacier-flexible')).toEqual([3, 5]);
    expect(hours('aws-s3-glacier-flexible', 'bulk')).toEqual([5, 12]);
    expect(hours('aws-s3-deep-archive')[1]).toBe(12);
    expect(hours('aws-s3-deep-archive', 'bulk')[1]).toBe(48);
    expect(hours('azure-blob-archive')[1]).toBe(15);
    expect(hours('cos-deep-archive', 'bulk')).toEqual([24, 48]);
    expect(hours('gcs-archive')).toEqual([0, 0]);
  });
});
