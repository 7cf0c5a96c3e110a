import { type Origin, sourced } from '../sourced.ts';
import type { StorageClass } from '../storage-class.ts';
import { DAY, flat, free, GIB, KIB, LIKE_S3, MIB, recalled, TIB } from './guide.ts';

const PRICES: Origin = {
  source:
    'api-evangelist/wasabi b13a4b52, plans, after docs.wasabi.com/docs/may-2026-wasabi-pricing',
  date: '2026-07-01',
  grade: 'secondary',
};
const BEFORE: Origin = {
  source: 'third-party price tables on Wasabi: 6.99 a TB and month',
  date: '2026-05',
  grade: 'reported',
};
const POLICY: Origin = {
  source: 'docs.wasabi.com, how the minimum storage duration policy works',
  date: '2026',
  grade: 'excerpt',
};
const LEAST: Origin = {
  source:
    'wasabi-support.zendesk.com 360059412931, how the monthly minimum storage charge works: of 750 GB 1024 are billed',
  date: '2026',
  grade: 'published',
};
const EGRESS: Origin = { source: 'Wasabi pricing FAQ', date: '2026', grade: 'excerpt' };
const LIMITS = recalled('Wasabi documentation');

/** Wasabi hot cloud storage, pay as you go. */
export const WASABI: readonly StorageClass[] = [
  {
    name: 'cloud/wasabi',
    title: 'Wasabi, pay as you go',
    provider: 'Wasabi',
    region: 'us-east-1',
    currency: 'USD',
    billed: 'GiB',
    month: sourced(30 * DAY, 's', LIMITS, 'a month is taken to have 30 days'),
    storage: flat(sourced(7.99 / 1024, 'money/GiB/month', PRICES, '7.99 a TB, which is 1024 GB')),
    earlier: [
      {
        until: '2026-06-30',
        prices: {
          storage: flat(
            sourced(
              6.99 / 1024,
              'money/GiB/month',
              BEFORE,
              '6.99 a TB; 5.99 on pages of 2022 and before',
            ),
          ),
        },
      },
    ],
    minimumTime: sourced(90 * DAY, 's', POLICY, 'billed on after the deletion, as deleted storage'),
    minimumFrom: 'creation',
    minimumObject: sourced(4 * KIB, 'B', PRICES),
    leastStored: sourced(TIB, 'B', LEAST, 'of a whole account; what was deleted does not count'),
    put: free('money/1000', EGRESS),
    get: free('money/1000', EGRESS),
    retrieval: [],
    egress: [],
    freeEgress: sourced(1, 'ratio', EGRESS, 'more than what is stored is no use the policy allows'),
    parts: {
      most: sourced(10_000, 'count', LIMITS),
      least: sourced(5 * MIB, 'B', LIMITS),
      largest: sourced(5 * GIB, 'B', LIMITS),
      object: sourced(5 * TIB, 'B', LIMITS),
      commits: sourced(2, 'count', LIMITS, 'one begins the upload, one completes it'),
    },
    ...LIKE_S3,
    durability: sourced(11, 'nines', LIMITS),
    availability: sourced(0.999, 'share', LIMITS),
  },
];
