import { describe, it } from 'vitest';
import type { Declared } from '../../support/played.ts';
import { bucket, copiedHome, rechecked } from './bucket.ts';
import { holdsAlone, type OneTerm } from './one-term.ts';

const STANDARD = 'cloud/aws-s3-standard';
const RARE = 'cloud/aws-s3-standard-ia';
const DEEP = 'cloud/aws-s3-deep-archive';

/** 2 GiB in 32,768 files of 64 KiB, which a tool lays down each by itself. */
const files = (
  profile: string,
  {
    strategy = {},
    workload = {},
    ...rest
  }: { readonly strategy?: Declared; readonly workload?: Declared } & Declared = {},
) =>
  bucket(profile, {
    tools: { sync: { like: 'generic', objects: 'files' } },
    workload: { size: '2 GiB', files: 32_768, ...workload },
    strategy: { tool: 'sync', ...strategy },
    ...rest,
  });
const slip = { disasters: { slip: { scope: 'workload', 'per-year': 1 } } };

const asFiles: readonly OneTerm[] = [
  {
    what: 'put: each file is a request, whatever the objects of the store are',
    declared: files(STANDARD),
    prices: { [STANDARD]: { put: '2 USD/1000' } },
    lines: { requests: 32.768 * 2 },
  },
  {
    what: 'put: a tenth of them changes, so an increment writes a tenth of the files',
    declared: files(STANDARD, {
      workload: { change: '10 %/run' },
      strategy: { incremental: ['2026-02-01'], keep: { last: 9 } },
    }),
    prices: { [STANDARD]: { put: '2 USD/1000' } },
    // 3276.8 files are 3277.
    lines: { requests: (32_768 + 3277) * 0.002 },
  },
  {
    what: 'put: of files that shrink to half as many',
    declared: files(STANDARD, {
      tools: { sync: { like: 'generic', objects: 'files', compression: 'on' } },
      workload: { compressibility: 2 },
    }),
    prices: { [STANDARD]: { put: '2 USD/1000' } },
    lines: { requests: 32.768 * 2 },
  },
  {
    what: 'padding: files of 64 KiB are billed as 128 KiB',
    declared: files(RARE),
    prices: { [RARE]: { storage: '0.01 USD/GiB/month' } },
    lines: { storage: 2 * 0.01 * 12, overhead: 2 * 0.01 * 12 },
  },
  {
    what: 'overhead: an archive adds 32 KiB to each of them, half of its size',
    declared: files(DEEP),
    prices: { [DEEP]: { storage: '0.002 USD/GiB/month' }, [STANDARD]: {} },
    lines: { storage: 2 * 0.002 * 12, overhead: 0.002 * 12 },
  },
  {
    what: 'moves: none of files below 128 KiB, which stay at their price and are read at it',
    declared: files(STANDARD, { store: { lifecycle: [{ after: '30 d', to: RARE }] }, ...slip }),
    prices: {
      [STANDARD]: { storage: '0.02 USD/GiB/month' },
      [RARE]: {
        storage: '7 USD/GiB/month',
        lifecycle: '7 USD/1000',
        retrieval: { online: { data: '7 USD/GiB' } },
      },
    },
    lines: { storage: 2 * 0.02 * 12 },
  },
  {
    what: 'retrieval: a restore asks for each of them',
    declared: files(DEEP, slip),
    prices: { [DEEP]: { retrieval: { standard: { requests: '5 USD/1000' } } }, [STANDARD]: {} },
    lines: { restores: 32.768 * 5 },
  },
  {
    what: 'get and list: a restore lists them by the thousand, in 33 requests',
    declared: files(STANDARD, slip),
    prices: { [STANDARD]: { get: '2 USD/1000', list: '1 USD/1000' } },
    lines: { restores: 32.768 * 2 + 0.033 },
  },
  {
    what: 'get: of a copy, of a check and of three more',
    declared: files(STANDARD, {
      ...copiedHome,
      strategy: { ...copiedHome.strategy, ...rechecked('100 d').strategy },
    }),
    prices: { [STANDARD]: { get: '2 USD/1000' } },
    lines: { requests: (1 + 1 + 3) * 32.768 * 2 },
  },
];

const shipped: readonly OneTerm[] = [
  {
    what: 'put: a log that is shipped every 15 minutes is 35,040 objects a year',
    declared: bucket(STANDARD, {
      workload: { size: '1 GiB', change: '1 %/day' },
      strategy: { log: 'every 15 min' },
    }),
    prices: { [STANDARD]: { put: '2 USD/1000' } },
    lines: { requests: (1 + 35_040) * 0.002 },
  },
  {
    // 1 % of a GiB in 96 shipments: 112 KiB each.
    what: 'moves: shipments below 128 KiB stay, beside an object that is moved',
    declared: bucket(STANDARD, {
      workload: { size: '1 GiB', change: '1 %/day' },
      store: { lifecycle: [{ after: '1 d', to: RARE }] },
      strategy: { log: 'every 15 min' },
    }),
    prices: { [STANDARD]: {}, [RARE]: { lifecycle: '2 USD/1000' } },
    lines: { transition: 0.002 },
  },
];

/** 100 GiB of which a tenth changes a day, saved at midnight: on the mean twelve hours of log come back. */
const replayed = bucket(STANDARD, {
  workload: { size: '100 GiB', change: '10 GiB/day' },
  strategy: { full: 'daily at 00:00', keep: { last: 3 }, log: 'every 15 min' },
  ...slip,
});

const back: readonly OneTerm[] = [
  {
    what: 'egress: of 100 GiB, and of the 5 of log that came since',
    declared: replayed,
    prices: { [STANDARD]: { egress: '0.1 USD/GiB' } },
    lines: { restores: (100 + 5) * 0.1 },
  },
];

describe('what lies in an object each', () => {
  it.each(asFiles)('file: $what', holdsAlone);
  it.each(shipped)('shipment: $what', holdsAlone);
  it.each(back)('log: $what', holdsAlone);
});
