import { type Origin, sourced } from '../sourced.ts';
import type { StorageClass } from '../storage-class.ts';
import { flat, LIKE_S3, recalled } from './guide.ts';

const PRICES: Origin = {
  source: 'jackliusr/research, after backblaze.com/cloud-storage/pricing',
  date: '2026-09-19',
  grade: 'secondary',
};
const LIMITS = recalled('Backblaze B2 documentation');

const CALLS =
  'of the classes A, B and C since 2026-05-01; backblaze.com/b2/b2-transactions-price.html still has ' +
  'prices for B and C';
const call = sourced(0, 'money/1000', PRICES, CALLS);

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
        'printed for 30 days, so 1.4 % more in a year; 0.006 until 2026-04-30; the first 10 GB, free, left out',
      ),
    ),
    put: call,
    get: call,
    list: call,
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
