import { type Origin, type Sourced, sourced } from '../sourced.ts';
import type { Retrieval, StorageClass } from '../storage-class.ts';
import { DAY, flat, GIB, HOUR, KIB, LIKE_S3, MIB, MINUTE, online, recalled } from './guide.ts';

const RULES: Origin = {
  source: 'cloud.tencent.com documentation of COS, restoring archived objects',
  date: '2025',
  grade: 'published',
};
const LIMITS: Origin = {
  source: 'tencentyun/intlcloud-documents 5dcc48b5, specifications and limits of COS',
  date: '2023-07-10',
  grade: 'published',
};
const MONTH: Origin = {
  source: 'tencentcloud.com/zh/document/product/436/32534, pay as you go',
  date: '2022-09-19',
  grade: 'excerpt',
};
/** The list for mainland China in USD; CNY by the 6.8 at which 0.1 CNY became its 0.0147 USD. */
const ABROAD: Origin = {
  source: 'tencentyun/intlcloud-documents 5dcc48b5, product pricing of COS, in USD',
  date: '2023-07-10',
  grade: 'derived',
};
const RECALLED = recalled('buy.cloud.tencent.com/price/cos, public cloud, mainland China');

const abroad = (usd: number, unit: Sourced['unit'], per = 1): Sourced =>
  sourced((usd * 6.8) / per, unit, ABROAD, `${usd} USD at 6.8 CNY`);
const stored = (value: number, usd: number): Sourced =>
  sourced(value, 'money/GiB/month', RECALLED, `${usd} USD in the list for other countries, 2023`);
const bytes = (usd: number): Sourced => abroad(usd, 'money/GiB');
/** COS lists prices per 10,000 requests. */
const tenThousand = (usd: number): Sourced => abroad(usd, 'money/1000', 10);
const days = (value: number): Sourced => sourced(value * DAY, 's', LIMITS);

const COS = {
  provider: 'Tencent COS',
  region: 'mainland China',
  currency: 'CNY',
  billed: 'GiB',
  month: sourced(30 * DAY, 's', MONTH, 'a day costs a 30th of the price of a month'),
  egress: flat(
    sourced(0.5, 'money/GiB', RECALLED, '0.1 USD in the list for other countries, 2023'),
  ),
  transfer: sourced(0.5, 'money/GiB', RECALLED, 'archived objects cannot be replicated'),
  requestRate: {
    put: sourced(30_000, '/s', LIMITS, 'a bucket, writes and reads together'),
    get: sourced(30_000, '/s', LIMITS, 'a bucket, writes and reads together'),
  },
  parts: {
    most: sourced(10_000, 'count', LIMITS),
    least: sourced(MIB, 'B', LIMITS),
    largest: sourced(5 * GIB, 'B', LIMITS),
    object: sourced(50_000 * GIB, 'B', LIMITS, '48.82 TB'),
    commits: sourced(2, 'count', RECALLED, 'one begins the upload, one completes it'),
  },
  ...LIKE_S3,
  durability: sourced(11, 'nines', RECALLED),
  availability: sourced(0.999, 'share', RECALLED),
} as const;

const RARE = {
  ...COS,
  minimumFrom: 'move',
  minimumObject: sourced(64 * KIB, 'B', LIMITS),
} as const;

/** What a request costs that writes, reads or moves an object into a class. */
const requests = (usd: number) => {
  const price = tenThousand(usd);
  return { put: price, get: price, lifecycle: price } as const;
};

const thaw = (
  name: string,
  data: Sourced,
  [least, most]: readonly [number, number],
  perRequest?: Sourced,
): Retrieval => ({
  name,
  data,
  ...(perRequest && { requests: perRequest }),
  least: sourced(least, 's', RULES),
  most: sourced(most, 's', RULES),
});

const STANDARD_REQUEST = sourced(
  0.001,
  'money/1000',
  RECALLED,
  '0.01 for 10,000; 0.002 USD in the list for other countries, 2023',
);

/** A rule that moves objects out of infrequent access pays this, and requests, too. */
const IA_READ = sourced(
  0.02,
  'money/GiB',
  RECALLED,
  'a move out by a rule pays it as well, and requests (cloud.tencent.cn/document/product/436/53862), ' +
    'which no bill here holds; 0.002 USD in the list for other countries, 2023',
);

/** Storage classes of Tencent COS, from warm to cold. */
export const TENCENT_COS: readonly StorageClass[] = [
  {
    name: 'cloud/cos-standard',
    title: 'Tencent COS, standard',
    ...COS,
    storage: flat(stored(0.118, 0.024)),
    put: STANDARD_REQUEST,
    get: STANDARD_REQUEST,
    retrieval: [],
  },
  {
    name: 'cloud/cos-ia',
    title: 'Tencent COS, infrequent access',
    ...RARE,
    ...requests(0.01),
    storage: flat(stored(0.08, 0.018)),
    minimumTime: days(30),
    retrieval: [online(IA_READ)],
  },
  {
    name: 'cloud/cos-archive',
    title: 'Tencent COS, archive',
    ...RARE,
    ...requests(0.0147),
    storage: flat(stored(0.033, 0.005)),
    minimumTime: days(90),
    thawedCopy: stored(0.118, 0.024),
    retrieval: [
      thaw('standard', bytes(0.01), [3 * HOUR, 5 * HOUR]),
      thaw('bulk', bytes(0.0025), [5 * HOUR, 12 * HOUR]),
      thaw('expedited', bytes(0.03), [MINUTE, 5 * MINUTE]),
    ],
  },
  {
    name: 'cloud/cos-deep-archive',
    title: 'Tencent COS, deep archive',
    ...RARE,
    ...requests(0.14),
    storage: flat(stored(0.01, 0.002)),
    minimumTime: days(180),
    thawedCopy: stored(0.118, 0.024),
    retrieval: [
      thaw('standard', bytes(0.02), [12 * HOUR, 24 * HOUR], tenThousand(1)),
      thaw('bulk', bytes(0.0026), [24 * HOUR, 48 * HOUR], tenThousand(0.29)),
    ],
  },
];
