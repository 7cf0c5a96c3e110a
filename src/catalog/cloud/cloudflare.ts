import { type Origin, type Sourced, sourced } from '../sourced.ts';
import type { StorageClass } from '../storage-class.ts';
import { DAY, flat, free, GIB, LIKE_S3, MIB, online, recalled, TIB } from './guide.ts';

const PAGE: Origin = {
  source: 'cloudflare/cloudflare-docs 07ec87d4, src/content/docs/r2/pricing.mdx',
  date: '2026',
  grade: 'published',
};
const LIMITS = recalled('Cloudflare R2 documentation');

const stored = (value: number, note?: string): Sourced =>
  sourced(value, 'money/GB/month', PAGE, note);
/** R2 lists prices per million operations. */
const million = (value: number, note?: string): Sourced =>
  sourced(value / 1000, 'money/1000', PAGE, note);

const LEFT_OUT = 'left out: that each begun million counts, and what is free of an account';

const R2 = {
  provider: 'Cloudflare R2',
  region: 'all',
  currency: 'USD',
  billed: 'GB',
  month: sourced(30 * DAY, 's', PAGE, 'the peak of each day counts, averaged over 30 days'),
  egress: flat(free('money/GB', PAGE)),
  parts: {
    most: sourced(10_000, 'count', LIMITS),
    least: sourced(5 * MIB, 'B', LIMITS),
    largest: sourced(5 * GIB, 'B', LIMITS),
    object: sourced(5 * TIB, 'B', LIMITS),
    commits: sourced(2, 'count', PAGE, 'one begins the upload, one completes it'),
  },
  ...LIKE_S3,
  durability: sourced(11, 'nines', LIMITS),
  availability: sourced(0.999, 'share', LIMITS),
} as const;

/** Cloudflare R2. */
export const CLOUDFLARE: readonly StorageClass[] = [
  {
    name: 'cloud/r2',
    title: 'Cloudflare R2, standard',
    ...R2,
    storage: [
      { upTo: sourced(10e9, 'B', PAGE), price: stored(0, 'free, of an account') },
      { price: stored(0.015) },
    ],
    put: million(4.5, `class A; ${LEFT_OUT}: 1 million a month`),
    get: million(0.36, `class B; ${LEFT_OUT}: 10 million a month`),
    list: million(4.5, 'class A'),
    retrieval: [],
  },
  {
    name: 'cloud/r2-infrequent-access',
    title: 'Cloudflare R2, infrequent access',
    ...R2,
    storage: flat(stored(0.01)),
    put: million(9, 'class A; left out: that each begun million counts'),
    get: million(0.9, 'class B; left out: that each begun million counts'),
    list: million(9, 'class A'),
    lifecycle: million(9, 'a move is an operation of class A'),
    minimumTime: sourced(30 * DAY, 's', PAGE),
    minimumFrom: 'move',
    retrieval: [online(sourced(0.01, 'money/GB', PAGE))],
  },
];
