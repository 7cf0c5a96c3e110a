import { type Origin, type Sourced, sourced } from '../sourced.ts';
import type { StorageClass } from '../storage-class.ts';
import { flat, free, LIKE_S3, recalled } from './guide.ts';

const PRESS: Origin = { source: 'press on Backblaze B2 prices', date: '2026', grade: 'reported' };
const OLDER: Origin = {
  source: 'backblaze.com/b2/b2-transactions-price.html, an older state',
  date: '2024',
  grade: 'excerpt',
};
const LIMITS = recalled('Backblaze B2 documentation');

const thousand = (value: number, note: string): Sourced =>
  sourced(value, 'money/1000', OLDER, note);

/** Backblaze B2. */
export const BACKBLAZE: readonly StorageClass[] = [
  {
    name: 'cloud/b2',
    title: 'Backblaze B2',
    provider: 'Backblaze B2',
    region: 'US West',
    currency: 'USD',
    billed: 'GB',
    storage: flat(sourced(0.006, 'money/GB/month', PRESS, 'the first 10 GB, free, left out')),
    put: free('money/1000', OLDER),
    get: thousand(0.0004, 'a call of class B'),
    list: sourced(0.004, 'money/1000', LIMITS, 'a call of class C'),
    freeLists: sourced(2500, 'count', LIMITS, 'of a day'),
    freeGets: sourced(2500, 'count', OLDER, 'of a day'),
    retrieval: [],
    egress: flat(sourced(0.01, 'money/GB', PRESS)),
    freeEgress: sourced(3, 'ratio', PRESS, 'up to three times what is stored'),
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
