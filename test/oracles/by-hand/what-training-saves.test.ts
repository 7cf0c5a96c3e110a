import { describe, it } from 'vitest';
import type { Declared } from '../../support/played.ts';
import { bucket } from './bucket.ts';
import { holdsAlone, type OneTerm } from './one-term.ts';

const STANDARD = 'cloud/gcs-standard';
const NEARLINE = 'cloud/gcs-nearline';
/** Hours of a month at Google. */
const MONTH = 730;

/**
 * A run that saves 1000 objects of 1 GiB into a bucket every other day and hardly ever fails: 182 times
 * in a year, on day 2, 4 and so on. Backups go to a disk that costs nothing.
 */
const saving = (
  profile: string,
  {
    tier = {},
    run = {},
    ...more
  }: { readonly tier?: Declared; readonly run?: Declared } & Declared = {},
): Declared =>
  bucket(profile, {
    stores: { disk: { site: 'here', cost: { once: '0 USD' } } },
    strategy: { to: 'disk' },
    training: {
      run: {
        ...{ workload: 'data', accelerators: 8, mtbf: '1000 years' },
        tiers: [{ store: 'bucket', save: '1 ms', restore: '1 ms', every: '2 d', ...tier }],
        ...run,
      },
    },
    ...more,
  });

const stored = (price: number) => ({ storage: `${price} USD/GiB/month` });

const free70 = [{ 'up-to': '70 GiB', price: '0 USD/GiB' }, { price: '0.1 USD/GiB' }];

const saves: readonly OneTerm[] = [
  {
    what: 'writes: an object each',
    declared: saving(STANDARD),
    prices: { [STANDARD]: { put: '5 USD/1000' } },
    lines: { requests: 182 * 5 },
  },
  {
    what: 'writes: an object of 1.5 GiB in two parts, one more to begin it and one to end it',
    declared: saving(STANDARD, {
      workload: { size: '1500 GiB' },
      store: { 'object-size': '1.5 GiB', 'part-size': '1 GiB' },
    }),
    prices: { [STANDARD]: { put: '5 USD/1000' } },
    lines: { requests: 182 * 4 * 5 },
  },
  {
    what: 'storage: of one save from day 2 on',
    declared: saving(STANDARD),
    prices: { [STANDARD]: stored(0.02) },
    lines: { storage: (1000 * 0.02 * 363 * 24) / MONTH },
  },
  {
    what: 'storage: of three saves, six days each; the last three for 5, 3 and 1',
    declared: saving(STANDARD, { tier: { 'keep-last': 3 } }),
    prices: { [STANDARD]: stored(0.02) },
    lines: { storage: (1000 * 0.02 * (179 * 6 + 5 + 3 + 1) * 24) / MONTH },
  },
  {
    what: 'storage: of four saves a day, which are one piece, each for six hours',
    declared: saving(STANDARD, { tier: { every: '6 h' } }),
    prices: { [STANDARD]: stored(0.02) },
    lines: { storage: (1000 * 0.02 * 364.75 * 24) / MONTH },
  },
  {
    what: 'early ends: 28 of 30 days of each but the last, which is still there',
    declared: saving(NEARLINE),
    prices: { [NEARLINE]: stored(0.02), [STANDARD]: {} },
    lines: {
      storage: (1000 * 0.02 * 363 * 24) / MONTH,
      earlyDeletion: (181 * 1000 * 0.02 * 28 * 24) / MONTH,
    },
  },
  {
    what: 'reads: ten failures a year bring a save back each',
    declared: saving(STANDARD, { run: { mtbf: '36.5 d' } }),
    prices: { [STANDARD]: { egress: '0.1 USD/GiB', get: '3 USD/1000' } },
    lines: { egress: 10 * 1000 * 0.1, requests: 10 * 3 },
  },
  {
    what: 'reads: whichever of three sites the run is at',
    declared: saving(STANDARD, {
      run: { mtbf: '36.5 d' },
      sites: { afar: {}, here: {}, there: {} },
    }),
    prices: { [STANDARD]: { egress: '0.1 USD/GiB' } },
    lines: { egress: 10 * 1000 * 0.1 },
  },
  {
    what: 'reads: which leave nothing where the run is beside the bucket',
    declared: saving(STANDARD, { run: { mtbf: '36.5 d' }, workload: { site: 'there' } }),
    prices: { [STANDARD]: { egress: '0.1 USD/GiB' } },
    lines: {},
  },
  {
    // Each month has at least 28 days, in which more than 76 GiB come back.
    what: 'reads: month by month, of which 70 GiB are free',
    declared: saving(STANDARD, { run: { mtbf: '36.5 d' } }),
    prices: { [STANDARD]: { egress: free70 } },
    lines: { egress: (10 * 1000 - 12 * 70) * 0.1 },
  },
  {
    what: 'reads: of a year from the middle of a month on, which has thirteen months',
    declared: saving(STANDARD, {
      run: { mtbf: '36.5 d' },
      start: '2026-01-16',
      strategy: { to: 'disk', full: ['2026-01-16'] },
    }),
    prices: { [STANDARD]: { egress: free70 } },
    lines: { egress: (10 * 1000 - 13 * 70) * 0.1 },
  },
  {
    what: 'reads: of a save that is a day old on the mean, and was moved before',
    declared: saving(STANDARD, {
      run: { mtbf: '36.5 d' },
      store: { lifecycle: [{ after: '12 h', to: NEARLINE }] },
    }),
    prices: { [STANDARD]: {}, [NEARLINE]: { retrieval: { online: { data: '0.01 USD/GiB' } } } },
    lines: { retrieval: 10 * 1000 * 0.01 },
  },
  {
    what: 'reads: and is not moved yet',
    declared: saving(STANDARD, {
      run: { mtbf: '36.5 d' },
      store: { lifecycle: [{ after: '36 h', to: NEARLINE }] },
    }),
    prices: { [STANDARD]: {}, [NEARLINE]: { retrieval: { online: { data: '0.01 USD/GiB' } } } },
    lines: {},
  },
  {
    what: 'nothing of a tier that no failure needs',
    declared: saving(STANDARD, {
      run: {
        tiers: [
          { name: 'near', save: '1 ms', restore: '1 ms', every: '1 d' },
          { store: 'bucket', save: '1 ms', restore: '1 ms' },
        ],
      },
    }),
    prices: { [STANDARD]: { ...stored(0.02), put: '5 USD/1000' } },
    lines: {},
  },
  {
    what: 'nothing of a run that fails each second and needs an hour to save',
    declared: saving(STANDARD, { run: { mtbf: '1 s' }, tier: { save: '1 h', every: '1 h' } }),
    prices: { [STANDARD]: { ...stored(0.02), put: '5 USD/1000', get: '3 USD/1000' } },
    lines: {},
  },
];

describe('what saves of a training run into a bucket cost, worked out by hand', () => {
  for (const row of saves) it(row.what, () => holdsAlone(row));
});
