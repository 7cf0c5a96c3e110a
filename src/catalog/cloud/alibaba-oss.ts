import { assumed, type Origin, type Sourced, sourced } from '../sourced.ts';
import type { PriceTier, Retrieval, StorageClass } from '../storage-class.ts';
import { DAY, flat, GIB, HOUR, KIB, LIKE_S3, MINUTE, online, recalled } from './guide.ts';

const PRICES: Origin = {
  source: 'developer.aliyun.com/ask/631608 (cold archive) and kandaoni.com, mainland China',
  date: '2025',
  grade: 'secondary',
};
const DEEP: Origin = {
  source: 'qxzg/Aliyun-oss-sync, README, mainland China',
  date: '2024-02-19',
  grade: 'reported',
};
/** OSS charges a move by a rule at the price of the class that it leaves. */
const MOVES: Origin = {
  source: 'help.aliyun.com, OSS, fees related to lifecycle rules',
  date: '2025-12-06',
  grade: 'derived',
};
const RULES: Origin = {
  source: 'help.aliyun.com/en/oss/storage-fees and alibabacloud.com documentation of OSS',
  date: '2025',
  grade: 'published',
};
const FROM: Origin = {
  source: 'alibabacloud.com/help/en/oss, objects stored for less than the minimum storage duration',
  date: '2025',
  grade: 'excerpt',
};
const RECALLED = recalled('Alibaba Cloud OSS documentation');

const stored = (value: number, origin = PRICES): Sourced =>
  sourced(value, 'money/GiB/month', origin);
const bytes = (value: number, note?: string, origin = PRICES): Sourced =>
  sourced(value, 'money/GiB', origin, note);
/** OSS lists prices per 10,000 requests. */
const tenThousand = (value: number, origin = PRICES, note?: string): Sourced =>
  sourced(value / 10, 'money/1000', origin, note);
const days = (value: number): Sourced => sourced(value * DAY, 's', RULES);

/** OSS egress is cheaper at night; bills are monthly sums, so the daytime price is used. */
const EGRESS: readonly PriceTier[] = [{ price: bytes(0.5, '08 to 24 h; 0.25 at night') }];

const OSS = {
  provider: 'Alibaba Cloud OSS',
  region: 'mainland China',
  currency: 'CNY',
  billed: 'GiB',
  month: sourced(30 * DAY, 's', RECALLED, 'billed by the hour, a month taken to have 30 days'),
  egress: EGRESS,
  transfer: bytes(0.5),
  requestRate: {
    put: sourced(10_000, '/s', RECALLED, 'an account in a region; less where names are in order'),
    get: sourced(10_000, '/s', RECALLED, 'an account in a region; less where names are in order'),
  },
  parts: {
    most: sourced(10_000, 'count', RECALLED),
    least: sourced(100 * KIB, 'B', RECALLED),
    largest: sourced(5 * GIB, 'B', RECALLED),
    object: sourced(50_000 * GIB, 'B', RECALLED, '48.8 TB'),
    commits: sourced(2, 'count', RECALLED, 'one begins the upload, one completes it'),
  },
  ...LIKE_S3,
  durability: sourced(12, 'nines', RECALLED, 'zone-redundant; 11 with locally redundant storage'),
  availability: sourced(0.999, 'share', RECALLED),
} as const;

const RARE = {
  ...OSS,
  put: tenThousand(0.1),
  get: tenThousand(0.1),
  lifecycle: tenThousand(0.1, MOVES, 'from a class other than standard; 0.01 for 10,000 from it'),
  minimumObject: sourced(64 * KIB, 'B', RULES),
} as const;

const COLD = {
  ...RARE,
  minimumTime: days(180),
  minimumFrom: 'move',
  thawedCopy: stored(0.12),
} as const;

const thaw = (
  name: string,
  [data, requests]: readonly [number, number],
  [least, most]: readonly [number, number],
): Retrieval => ({
  name,
  data: bytes(data),
  requests: tenThousand(requests),
  least: sourced(least, 's', RECALLED, 'of the class as a whole 1 to 12 h are published'),
  most: sourced(most, 's', RECALLED, 'of the class as a whole 1 to 12 h are published'),
});

const deep = (name: string, data: Sourced, requests: Sourced): Retrieval => ({
  name,
  data,
  requests,
  least: sourced(12 * HOUR, 's', RULES),
  most: sourced(48 * HOUR, 's', RULES, name === 'expedited' ? 'of both ways' : undefined),
});
const NOT_FOUND = 'as of the cold archive: no price was found';

/** Storage classes of Alibaba Cloud OSS, from warm to cold. */
export const ALIBABA_OSS: readonly StorageClass[] = [
  {
    name: 'cloud/oss-standard',
    title: 'Alibaba Cloud OSS, standard',
    ...OSS,
    storage: flat(stored(0.12)),
    put: tenThousand(0.01),
    get: tenThousand(0.01),
    retrieval: [],
  },
  {
    name: 'cloud/oss-ia',
    title: 'Alibaba Cloud OSS, infrequent access',
    ...RARE,
    lifecycle: tenThousand(0.01, MOVES, 'from standard: a move is priced by the class it leaves'),
    storage: flat(stored(0.08)),
    minimumTime: sourced(30 * DAY, 's', FROM, 'from the last modification'),
    minimumFrom: 'creation',
    retrieval: [online(bytes(0.0325))],
  },
  {
    name: 'cloud/oss-archive',
    title: 'Alibaba Cloud OSS, archive',
    ...RARE,
    storage: flat(stored(0.033)),
    minimumTime: sourced(60 * DAY, 's', FROM, 'from the last modification'),
    minimumFrom: 'creation',
    retrieval: [
      {
        name: 'standard',
        data: bytes(0.06),
        least: sourced(0, 's', RULES, 'read at once where real-time access is on'),
        most: sourced(MINUTE, 's', RULES, 'about a minute'),
      },
    ],
  },
  {
    name: 'cloud/oss-cold-archive',
    title: 'Alibaba Cloud OSS, cold archive',
    ...COLD,
    storage: flat(stored(0.015)),
    retrieval: [
      thaw('standard', [0.06, 3], [2 * HOUR, 5 * HOUR]),
      thaw('bulk', [0.03, 0.3], [5 * HOUR, 12 * HOUR]),
      thaw('expedited', [0.2, 30], [0, HOUR]),
    ],
  },
  {
    name: 'cloud/oss-deep-cold-archive',
    title: 'Alibaba Cloud OSS, deep cold archive',
    ...COLD,
    storage: flat(stored(0.0075, DEEP)),
    put: tenThousand(3.5, DEEP),
    retrieval: [
      deep('standard', bytes(0.018, undefined, DEEP), tenThousand(1.67, DEEP)),
      deep('expedited', assumed(0.2, 'money/GiB', NOT_FOUND), assumed(3, 'money/1000', NOT_FOUND)),
    ],
  },
];
