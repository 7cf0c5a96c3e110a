import { describe, it } from 'vitest';
import { bucket } from './bucket.ts';
import { holdsAlone, type OneTerm } from './one-term.ts';

const STANDARD = 'cloud/aws-s3-standard';
const RARE = 'cloud/aws-s3-standard-ia';
const DEEP = 'cloud/aws-s3-deep-archive';

/** 1000 GiB on the first of January, and 1000 GiB in their place on another day. */
const replaced = (on: string) => ({ strategy: { full: ['2026-01-01', on], keep: { last: 1 } } });
const stored = (price: number) => ({ storage: `${price} USD/GiB/month` });
const movedTo = (to: string) => ({ store: { lifecycle: [{ after: '30 d', to }] } });

const early: readonly OneTerm[] = [
  {
    what: 'deleted on 31 January, after 30 of 180 days: 150 are owed, by a month of 31',
    declared: bucket(DEEP, replaced('2026-01-31')),
    prices: { [DEEP]: stored(0.002), [STANDARD]: {} },
    lines: {
      storage: 1000 * 0.002 * 12,
      // 32 KiB more for each of 1000 objects of 1 GiB.
      overhead: 1000 * 0.002 * 12 * (32 / 2 ** 20),
      earlyDeletion: (1000 * (1 + 32 / 2 ** 20) * 0.002 * 150) / 31,
    },
  },
  {
    what: 'none after the least time: 30 days',
    declared: bucket(RARE, replaced('2026-01-31')),
    prices: { [RARE]: stored(0.01) },
    lines: { storage: 1000 * 0.01 * 12 },
  },
  {
    what: 'none for what is there at the end',
    declared: bucket(RARE, { horizon: '20 days' }),
    prices: { [RARE]: stored(0.01) },
    lines: { storage: ((1000 * 0.01 * 20) / 31) * (365 / 20) },
  },
  {
    what: 'counted from the move: moved after 30 days, deleted after 50, 10 of 30 are owed',
    declared: bucket(STANDARD, { ...movedTo(RARE), ...replaced('2026-02-20') }),
    prices: { [STANDARD]: {}, [RARE]: stored(0.01) },
    lines: {
      // From 31 January to 20 February, and the second from 22 March to the end.
      storage: 1000 * 0.01 * (1 / 31 + 19 / 28 + 10 / 31 + 9),
      earlyDeletion: (1000 * 0.01 * 10) / 28,
    },
  },
  {
    what: 'a rule that moves on what is not old enough owes as well: 20 of 30 days',
    declared: bucket(RARE, { store: { lifecycle: [{ after: '10 d', to: STANDARD }] } }),
    prices: { [RARE]: stored(0.01), [STANDARD]: {} },
    lines: { storage: (1000 * 0.01 * 10) / 31, earlyDeletion: (1000 * 0.01 * 20) / 31 },
  },
  {
    what: 'counted from the creation, the age before the move is part of it: 60 of 90 days',
    declared: bucket('cloud/gcs-standard', {
      ...movedTo('cloud/gcs-coldline'),
      ...replaced('2026-03-02'),
    }),
    prices: { 'cloud/gcs-standard': {}, 'cloud/gcs-coldline': stored(0.01) },
    lines: {
      // 31 January to 2 March are 30 days, 1 April to the end 275; a month has 730 hours.
      storage: (1000 * 0.01 * (30 + 275) * 24) / 730,
      earlyDeletion: (1000 * 0.01 * 30 * 24) / 730,
    },
  },
  {
    what: 'counted from the creation, a rule that moves it on owes nothing',
    declared: bucket('cloud/gcs-coldline', {
      store: { lifecycle: [{ after: '10 d', to: 'cloud/gcs-standard' }] },
    }),
    prices: { 'cloud/gcs-coldline': stored(0.01), 'cloud/gcs-standard': {} },
    lines: { storage: (1000 * 0.01 * 10 * 24) / 730 },
  },
  {
    what: 'of a month that is taken to have 30 days: 60 of 90 are two months',
    declared: bucket('cloud/wasabi', replaced('2026-01-31')),
    prices: { 'cloud/wasabi': stored(0.006) },
    lines: {
      storage: (1000 * 0.006 * 365) / 30,
      // What is stored is billed as 1024 GiB at least, whatever was deleted.
      overhead: (24 * 0.006 * 365) / 30,
      earlyDeletion: 1000 * 0.006 * 2,
    },
  },
];

describe('what ends early costs', () => {
  it.each(early)('early deletion: $what', holdsAlone);
});
