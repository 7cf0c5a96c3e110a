import { describe, it } from 'vitest';
import { bucket } from './bucket.ts';
import { holdsAlone, type OneTerm } from './one-term.ts';

const STANDARD = 'cloud/aws-s3-standard';
const TIERING = 'cloud/aws-s3-intelligent-tiering';
const RARE = 'cloud/aws-s3-standard-ia';
const DEEP = 'cloud/aws-s3-deep-archive';

const stored = (price: number) => ({ storage: `${price} USD/GiB/month` });
const movedTo = (to: string, more = {}) => ({
  store: { lifecycle: [{ after: '30 d', to, ...more }] },
});

const storage: readonly OneTerm[] = [
  {
    what: '1000 GiB for twelve months',
    declared: bucket(STANDARD),
    prices: { [STANDARD]: stored(0.03) },
    lines: { storage: 1000 * 0.03 * 12 },
  },
  {
    what: 'GB are smaller than GiB: 1000 GiB are 1073.741824 GB',
    declared: bucket('cloud/b2'),
    prices: { 'cloud/b2': { storage: '0.01 USD/GB/month' } },
    lines: { storage: 1073.741824 * 0.01 * 12 },
  },
  {
    what: 'tiers count from the first byte: 1000 GiB are 400 at 0.05, 200 at 0.04 and 400 at 0.02',
    declared: bucket(STANDARD),
    prices: {
      [STANDARD]: {
        storage: [
          { 'up-to': '400 GiB', price: '0.05 USD/GiB/month' },
          { 'up-to': '600 GiB', price: '0.04 USD/GiB/month' },
          { price: '0.02 USD/GiB/month' },
        ],
      },
    },
    lines: { storage: (400 * 0.05 + 200 * 0.04 + 400 * 0.02) * 12 },
  },
  {
    what: 'a month counts as far as it was there: from 11 December on 21 of 31 days',
    declared: bucket(STANDARD, { strategy: { full: ['2026-12-11'] } }),
    prices: { [STANDARD]: stored(0.03) },
    lines: { storage: (1000 * 0.03 * 21) / 31 },
  },
  {
    what: 'a month of 730 hours, of which December from the 11th has 21 * 24',
    declared: bucket('cloud/gcs-standard', { strategy: { full: ['2026-12-11'] } }),
    prices: { 'cloud/gcs-standard': stored(0.03) },
    lines: { storage: (1000 * 0.03 * 21 * 24) / 730 },
  },
  {
    what: 'half a year of a horizon of 730 days counts a quarter in each',
    declared: bucket(STANDARD, { horizon: '2 years', strategy: { full: ['2027-07-01'] } }),
    prices: { [STANDARD]: stored(0.03) },
    lines: { storage: (1000 * 0.03 * 6) / 2 },
  },
  {
    what: 'a discount is off every price of the class',
    declared: bucket(STANDARD),
    prices: { [STANDARD]: { ...stored(0.03), discount: '10 %' } },
    lines: { storage: 1000 * 0.03 * 12 * 0.9 },
  },
  {
    what: 'a discount of the book as well, and that of a class goes before it',
    declared: bucket(STANDARD, movedTo(RARE)),
    prices: { [STANDARD]: stored(0.03), [RARE]: { ...stored(0.03), discount: '50 %' } },
    book: { discount: '20 %' },
    // 30 days of January in the first class; its last day and eleven months in the second.
    lines: { storage: 1000 * 0.03 * ((30 / 31) * 0.8 + (1 / 31 + 11) * 0.5) },
  },
  {
    what: 'amounts of another currency, at what that is worth',
    declared: bucket(STANDARD, { currency: 'EUR', exchange: { USD: '0.9 EUR' } }),
    prices: { [STANDARD]: stored(0.03) },
    lines: { storage: 1000 * 0.03 * 12 * 0.9 },
  },
  {
    what: 'after 30 days without a read it is infrequent, up to the 90th: 31 January to 31 March',
    declared: bucket(TIERING),
    prices: { [TIERING]: { aging: ['0.02 USD/GiB/month', '0 USD/GiB/month'] } },
    lines: { storage: 1000 * 0.02 * (1 / 31 + 2) },
  },
  {
    what: 'after 90 days it is rare: nine months from 1 April on',
    declared: bucket(TIERING),
    prices: { [TIERING]: { aging: ['0 USD/GiB/month', '0.004 USD/GiB/month'] } },
    lines: { storage: 1000 * 0.004 * 9 },
  },
  {
    what: 'small objects never age: they keep the first price',
    declared: bucket(TIERING, { workload: { size: '1 GiB' }, store: { 'object-size': '64 KiB' } }),
    prices: { [TIERING]: { ...stored(3), aging: ['7 USD/GiB/month', '7 USD/GiB/month'] } },
    lines: { storage: 3 * 12 },
  },
  {
    what: 'volume snapshots hold what changed: 10 % in February, 10 % more in March',
    declared: bucket('cloud/aws-backup-ebs', {
      workload: { change: '10 %/run' },
      strategy: {
        incremental: ['2026-01-01', '2026-02-01', '2026-03-01'],
        full: 'never',
        keep: { last: 9 },
      },
    }),
    prices: { 'cloud/aws-backup-ebs': stored(0.05) },
    lines: { storage: (1000 * 12 + 100 * 11 + 100 * 10) * 0.05 },
  },
  {
    what: 'archived each holds the whole volume, from when a rule moves it: on 31 January, 3 and 31 March',
    declared: bucket('cloud/aws-backup-ebs', {
      ...movedTo('cloud/aws-backup-ebs-archive'),
      workload: { change: '10 %/run' },
      strategy: {
        incremental: ['2026-01-01', '2026-02-01', '2026-03-01'],
        full: 'never',
        keep: { last: 9 },
      },
    }),
    prices: { 'cloud/aws-backup-ebs': {}, 'cloud/aws-backup-ebs-archive': stored(0.01) },
    lines: { storage: 1000 * 0.01 * (1 / 31 + 11 + (29 / 31 + 9) + (1 / 31 + 9)) },
  },
];

const beside: readonly OneTerm[] = [
  {
    what: 'monitoring: 1000 objects, by the month',
    declared: bucket(TIERING),
    prices: { [TIERING]: { monitoring: '5 USD/1000/month' } },
    lines: { monitoring: 5 * 12 },
  },
  {
    what: 'monitoring: none of objects below 128 KiB',
    declared: bucket(TIERING, { workload: { size: '1 GiB' }, store: { 'object-size': '127 KiB' } }),
    prices: { [TIERING]: { monitoring: '5 USD/1000/month' } },
    lines: {},
  },
  {
    what: 'padding: objects of 32 KiB are billed as 128 KiB',
    declared: bucket(RARE, { workload: { size: '1 GiB' }, store: { 'object-size': '32 KiB' } }),
    prices: { [RARE]: stored(1) },
    lines: { storage: 12, overhead: 3 * 12 },
  },
  {
    what: 'an archive adds 32 KiB of its own to each object: an eighth of 256 KiB',
    declared: bucket(DEEP, { workload: { size: '1 GiB' }, store: { 'object-size': '256 KiB' } }),
    prices: { [DEEP]: stored(1), [STANDARD]: {} },
    lines: { storage: 12, overhead: 12 / 8 },
  },
  {
    what: 'and 8 KiB at the standard price: a thirty-second of 256 KiB',
    declared: bucket(DEEP, { workload: { size: '1 GiB' }, store: { 'object-size': '256 KiB' } }),
    prices: { [DEEP]: {}, [STANDARD]: stored(1) },
    lines: { overhead: 12 / 32 },
  },
  {
    what: 'moves: 1000 objects, by what the class costs that they come to',
    declared: bucket(STANDARD, movedTo(RARE)),
    prices: { [STANDARD]: {}, [RARE]: { lifecycle: '2 USD/1000' } },
    lines: { transition: 2 },
  },
  {
    what: 'least: of 750 GiB 1024 are billed, and 1.60 USD of the 5.99 for what is not there',
    declared: bucket('cloud/wasabi', { workload: { size: '750 GiB' }, horizon: '30 days' }),
    prices: { 'cloud/wasabi': stored(5.99 / 1024) },
    lines: { storage: 4.3872 * (365 / 30), overhead: 1.60279 * (365 / 30) },
  },
  {
    what: 'moves: at once, from a class that asks only for the write',
    declared: bucket(STANDARD, { store: { lifecycle: [{ after: '0 d', to: RARE }] } }),
    prices: {
      [STANDARD]: { ...stored(7), put: '1 USD/1000' },
      [RARE]: { ...stored(0.01), lifecycle: '2 USD/1000' },
    },
    lines: { storage: 1000 * 0.01 * 12, requests: 1, transition: 2 },
  },
  {
    what: 'moves: none before their day',
    declared: bucket(STANDARD, { store: { lifecycle: [{ after: '366 d', to: RARE }] } }),
    prices: { [STANDARD]: {}, [RARE]: { lifecycle: '2 USD/1000' } },
    lines: {},
  },
  {
    what: 'moves: twice, where two rules move them',
    declared: bucket(STANDARD, {
      store: {
        lifecycle: [
          { after: '30 d', to: RARE },
          { after: '90 d', to: DEEP },
        ],
      },
    }),
    prices: {
      [STANDARD]: {},
      [RARE]: { lifecycle: '2 USD/1000' },
      [DEEP]: { lifecycle: '7 USD/1000' },
    },
    lines: { transition: 2 + 7 },
  },
  {
    what: 'moves: objects below 128 KiB stay where they are',
    declared: bucket(STANDARD, {
      workload: { size: '1 GiB' },
      store: { 'object-size': '127 KiB', lifecycle: [{ after: '30 d', to: DEEP }] },
    }),
    prices: { [STANDARD]: {}, [DEEP]: { lifecycle: '2 USD/1000' } },
    lines: {},
  },
  {
    what: 'moves: unless the rule says otherwise, 16 384 of 64 KiB',
    declared: bucket(STANDARD, {
      workload: { size: '1 GiB' },
      store: { 'object-size': '64 KiB', lifecycle: [{ after: '30 d', to: DEEP, smallest: '0 B' }] },
    }),
    prices: { [STANDARD]: {}, [DEEP]: { lifecycle: '2 USD/1000' } },
    lines: { transition: 2 * 16.384 },
  },
];

describe('what is kept in a bucket costs', () => {
  it.each(storage)('storage: $what', holdsAlone);
  it.each(beside)('$what', holdsAlone);
});
