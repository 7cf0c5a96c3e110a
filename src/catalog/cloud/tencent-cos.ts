import { assumed, type Origin, type Sourced, sourced } from '../sourced.ts';
import type { Retrieval, StorageClass } from '../storage-class.ts';
import { DAY, flat, GIB, HOUR, KIB, LIKE_S3, MIB, MINUTE, online, recalled } from './guide.ts';

const RULES: Origin = {
  source: 'cloud.tencent.com documentation of COS, restoring archived objects',
  date: '2025',
  grade: 'published',
};
const FEES: Origin = {
  source: 'tencentcloud.com/zh/document/product/436/40099, storage usage fees',
  date: '2022-09-19',
  grade: 'excerpt',
};
const RECALLED = recalled('Tencent COS price list, public cloud, mainland China');
const UNKNOWN = 'no price was found; taken from a class of OSS that is like it';

const stored = (value: number): Sourced => sourced(value, 'money/GiB/month', RECALLED);
const thousand = (value: number): Sourced => assumed(value, 'money/1000', UNKNOWN);
const days = (value: number, origin = RECALLED): Sourced => sourced(value * DAY, 's', origin);

const COS = {
  provider: 'Tencent COS',
  region: 'mainland China',
  currency: 'CNY',
  billed: 'GiB',
  egress: flat(sourced(0.5, 'money/GiB', RECALLED)),
  transfer: sourced(0.5, 'money/GiB', RECALLED, 'archived objects cannot be replicated'),
  parts: {
    most: sourced(10_000, 'count', RECALLED),
    least: sourced(MIB, 'B', RECALLED),
    largest: sourced(5 * GIB, 'B', RECALLED),
    object: sourced(50_000 * GIB, 'B', RECALLED, '48.8 TB'),
    commits: sourced(2, 'count', RECALLED, 'one begins the upload, one completes it'),
  },
  ...LIKE_S3,
  durability: sourced(11, 'nines', RECALLED),
  availability: sourced(0.999, 'share', RECALLED),
} as const;

const RARE = {
  ...COS,
  put: thousand(0.01),
  get: thousand(0.01),
  lifecycle: thousand(0.01),
  minimumFrom: 'move',
} as const;

const thaw = (
  name: string,
  [data, requests]: readonly [number, number],
  [least, most]: readonly [number, number],
): Retrieval => ({
  name,
  data: assumed(data, 'money/GiB', UNKNOWN),
  requests: thousand(requests),
  least: sourced(least, 's', RULES),
  most: sourced(most, 's', RULES),
});

/** Storage classes of Tencent COS, from warm to cold; none of their prices could be checked. */
export const TENCENT_COS: readonly StorageClass[] = [
  {
    name: 'cloud/cos-standard',
    title: 'Tencent COS, standard',
    ...COS,
    storage: flat(stored(0.118)),
    put: thousand(0.001),
    get: thousand(0.001),
    retrieval: [],
  },
  {
    name: 'cloud/cos-ia',
    title: 'Tencent COS, infrequent access',
    ...RARE,
    storage: flat(stored(0.08)),
    minimumTime: days(30, FEES),
    minimumObject: sourced(64 * KIB, 'B', FEES),
    retrieval: [online(sourced(0.02, 'money/GiB', RECALLED))],
  },
  {
    name: 'cloud/cos-archive',
    title: 'Tencent COS, archive',
    ...RARE,
    storage: flat(stored(0.033)),
    minimumTime: days(90),
    minimumObject: sourced(64 * KIB, 'B', RECALLED),
    thawedCopy: stored(0.118),
    retrieval: [
      thaw('standard', [0.06, 0.3], [3 * HOUR, 5 * HOUR]),
      thaw('bulk', [0.03, 0.03], [5 * HOUR, 12 * HOUR]),
      thaw('expedited', [0.2, 3], [MINUTE, 5 * MINUTE]),
    ],
  },
  {
    name: 'cloud/cos-deep-archive',
    title: 'Tencent COS, deep archive',
    ...RARE,
    storage: flat(stored(0.01)),
    minimumTime: days(180),
    minimumObject: sourced(64 * KIB, 'B', RECALLED),
    thawedCopy: stored(0.118),
    retrieval: [
      thaw('standard', [0.06, 0.3], [12 * HOUR, 24 * HOUR]),
      thaw('bulk', [0.03, 0.03], [24 * HOUR, 48 * HOUR]),
    ],
  },
];
