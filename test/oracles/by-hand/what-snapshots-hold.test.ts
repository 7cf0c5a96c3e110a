import { describe, it } from 'vitest';
import { PLAIN } from '../../support/one-workload.ts';
import type { Declared } from '../../support/played.ts';
import { bucket } from './bucket.ts';
import { holdsAlone, type OneTerm } from './one-term.ts';

const SNAPSHOTS = 'cloud/aws-backup-ebs';
const ARCHIVE = 'cloud/aws-backup-ebs-archive';

const NEW_YEAR = '2026-01-01';
const FEBRUARY = '2026-02-01';
const MARCH = '2026-03-01';

/** Snapshots of 1000 GiB on some days, of which a tenth is new each time; archived at an age. */
const snapshots = (
  on: readonly string[],
  after: string,
  keep: Declared,
  more: Declared = {},
): Declared =>
  bucket(SNAPSHOTS, {
    store: { lifecycle: [{ after, to: ARCHIVE }] },
    workload: { change: '10 %/run' },
    strategy: { style: 'dedup', incremental: on, full: 'never', keep },
    ...more,
  });

const tenth = { site: 'here', size: '1000 GiB', ...PLAIN, change: '10 %/run' };

const ALL = { last: 9 };
const stored = (price: number) => ({ storage: `${price} USD/GiB/month` });
const shared = { [SNAPSHOTS]: stored(0.05), [ARCHIVE]: {} };
const archived = { [SNAPSHOTS]: {}, [ARCHIVE]: stored(0.01) };

const standing: readonly OneTerm[] = [
  {
    // The first is there up to 31 January; the second whole from 1 February to 3 March; the third adds
    // a tenth on 1 and 2 March, and is whole from 3 to 31 March.
    what: 'the oldest that is not archived is whole',
    declared: snapshots([NEW_YEAR, FEBRUARY, MARCH], '30 d', ALL),
    prices: shared,
    lines: { storage: 0.05 * (1000 * (30 / 31 + 1 + 30 / 31) + (100 * 2) / 31) },
  },
  {
    // Archived on 12 March, 12 April and 10 May: 1000 GiB up to then, and a tenth for the second up to 12 March,
    // for the third up to 12 April.
    what: 'three of which each adds what is new since the one before',
    declared: snapshots([NEW_YEAR, FEBRUARY, MARCH], '70 d', ALL),
    prices: shared,
    lines: {
      storage: 0.05 * (1000 * (4 + 9 / 31) + 100 * (1 + 11 / 31) + 100 * (1 + 11 / 30)),
    },
  },
  {
    // Of a month the newest stays: the second goes on 28 February, when 1 - 0.9 ** 2 of the first are
    // rewritten, which is 19 %.
    what: 'what a snapshot that goes leaves to the next one',
    declared: snapshots(['2026-01-31', '2026-02-10', '2026-02-28'], '366 d', { monthly: 9 }),
    prices: shared,
    lines: {
      storage: 0.05 * (1000 * (1 / 31 + 11) + (100 * 18) / 28 + 190 * (1 / 28 + 10)),
    },
  },
  {
    // Those of January and February go on 1 February and 1 March, the third is archived on 15 April.
    what: 'one after the other',
    declared: snapshots([NEW_YEAR, FEBRUARY, MARCH], '45 d', { last: 1 }),
    prices: shared,
    lines: { storage: 0.05 * 1000 * (3 + 14 / 30) },
  },
  {
    what: 'nothing before the first',
    declared: snapshots(['2026-12-01'], '90 d', ALL),
    prices: shared,
    lines: { storage: 0.05 * 1000 },
  },
  {
    what: 'each volume by itself',
    declared: snapshots([NEW_YEAR, FEBRUARY], '366 d', ALL, {
      workloads: { one: tenth, two: tenth },
    }),
    prices: shared,
    lines: { storage: 0.05 * 2 * (1000 * 12 + 100 * 11) },
  },
];

const moved: readonly OneTerm[] = [
  {
    what: 'only the one that is not gone before: from 15 April on',
    declared: snapshots([NEW_YEAR, FEBRUARY, MARCH], '45 d', { last: 1 }),
    prices: archived,
    lines: { storage: 0.01 * 1000 * (16 / 30 + 8) },
  },
  {
    // On 1 March, when the third is made, the first has been in the archive for 14 of 90 days.
    what: 'up to its end, and what is owed for one that ends early',
    declared: snapshots([NEW_YEAR, FEBRUARY, MARCH], '45 d', { last: 2 }),
    prices: archived,
    lines: {
      // From 15 February to 1 March, from 18 March on, and from 15 April on.
      storage: 0.01 * 1000 * (14 / 28 + (14 / 31 + 9) + (16 / 30 + 8)),
      earlyDeletion: (0.01 * 1000 * 76) / 31,
    },
  },
  {
    what: 'each volume by itself',
    declared: snapshots([NEW_YEAR], '31 d', ALL, { workloads: { one: tenth, two: tenth } }),
    prices: archived,
    lines: { storage: 0.01 * 2 * 1000 * 11 },
  },
];

describe('what snapshots hold costs', () => {
  it.each(standing)('beside each other: $what', holdsAlone);
  it.each(moved)('archived: $what', holdsAlone);
});
