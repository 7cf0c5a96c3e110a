import { type Origin, type Sourced, sourced } from '../sourced.ts';
import type { StorageClass } from '../storage-class.ts';
import { flat, free, LIKE_S3, recalled } from './guide.ts';

const PRICES: Origin = {
  source: 'jackliusr/research, after backblaze.com/cloud-storage/pricing',
  date: '2026-09-19',
  grade: 'secondary',
};
const PRESS: Origin = { source: 'press on Backblaze B2 prices', date: '2026', grade: 'reported' };
const CALLS_BEFORE: Origin = {
  source: 'backblaze.com/b2/b2-transactions-price.html',
  date: '2024',
  grade: 'excerpt',
};
const LIMITS = recalled('Backblaze B2 documentation');

const call = sourced(0, 'money/1000', PRICES, 'of the classes A, B and C since 2026-05-01');
const callBefore = (value: number, origin: Origin, note: string): Sourced =>
  sourced(value, 'money/1000', origin, note);

/** Backblaze B2. */
export const BACKBLAZE: readonly StorageClass[] = [
  {
    name: 'cloud/b2',
    title: 'Backblaze B2',
    provider: 'Backblaze B2',
    region: 'US West',
    currency: 'USD',
    billed: 'GB',
    storage: flat(
      sourced(
        0.00695,
        'money/GB/month',
        PRICES,
        'printed for 30 days, so 1.4 % more in a year; the first 10 GB, free, left out',
      ),
    ),
    put: call,
    get: call,
    list: call,
    earlier: [
      {
        until: '2026-04-30',
        prices: {
          storage: flat(sourced(0.006, 'money/GB/month', PRESS, 'the first 10 GB, free, left out')),
          put: free('money/1000', CALLS_BEFORE),
          get: callBefore(0.0004, CALLS_BEFORE, 'a call of class B'),
          list: callBefore(0.004, LIMITS, 'a call of class C'),
          freeLists: sourced(2500, 'count', LIMITS, 'of a day'),
          freeGets: sourced(2500, 'count', CALLS_BEFORE, 'of a day'),
        },
      },
    ],
    retrieval: [],
    egress: flat(sourced(0.01, 'money/GB', PRICES)),
    freeEgress: sourced(3, 'ratio', PRICES, 'up to three times what is stored'),
    parts: {
      most: sourced(10_000, 'count', LIMITS),
      least: sourced(5e6, 'B', LIMITS),
      largest: sourced(5e9, 'B', LIMITS),
      object: sourced(10e12, 'B', LIMITS),
      commits: sourced(2, 'count', LIMITS, 'one begins the upload, one completes it'),
    },
    ...LIKE_S3,
    durability: sourced(11, 'nines', LIMITS),
    availability: sourced(0.999, 'share', LIMITS),
  },
];
