import { describe, it } from 'vitest';
import { PLAIN } from '../../support/one-workload.ts';
import type { Declared } from '../../support/played.ts';
import { bucket, copiedHome } from './bucket.ts';
import { holdsAlone, type OneTerm } from './one-term.ts';

const STANDARD = 'cloud/aws-s3-standard';
const RARE = 'cloud/aws-s3-standard-ia';
const INSTANT = 'cloud/aws-s3-glacier-ir';

const laid = (size: string, files: number): Declared => ({ site: 'here', size, files, ...PLAIN });
/** Files of 1 GiB, of 64 KiB and of 32 KiB. */
const LARGE = laid('1000 GiB', 1000);
const SMALL = laid('1 GiB', 16_384);
const TINY = laid('1 GiB', 32_768);

/** Workloads in one bucket that each lie there as files of a size of their own, an object each. */
const beside = (
  workloads: Declared,
  lifecycle: readonly Declared[],
  { strategy = {}, ...more }: { readonly strategy?: Declared } & Declared = {},
): Declared =>
  bucket(STANDARD, {
    tools: { sync: { like: 'generic', objects: 'files' } },
    workloads,
    store: { lifecycle },
    strategy: { tool: 'sync', ...strategy },
    ...more,
  });

const stored = (price: number) => ({ storage: `${price} USD/GiB/month` });
const RARE_SOON = { after: '30 d', to: RARE };

const apart: readonly OneTerm[] = [
  {
    // The large ones are moved on 31 January and on 3 March; the small ones stay below 128 KiB.
    what: 'of two fulls the large files are moved, the small ones are not',
    declared: beside({ large: LARGE, small: SMALL }, [RARE_SOON], {
      strategy: { full: ['2026-01-01', '2026-02-01'], keep: { last: 9 } },
    }),
    prices: { [STANDARD]: stored(0.02), [RARE]: { ...stored(0.01), lifecycle: '2 USD/1000' } },
    lines: {
      storage:
        0.02 * (1000 * (30 / 31 + 1 + 2 / 31) + 1 * (12 + 11)) +
        0.01 * 1000 * (1 / 31 + 11 + 29 / 31 + 9),
      transition: 2 * 2,
    },
  },
  {
    what: 'what is read of them is read once',
    declared: beside({ large: LARGE, small: SMALL }, [RARE_SOON], copiedHome),
    prices: { [STANDARD]: { egress: '0.1 USD/GiB', get: '2 USD/1000' }, [RARE]: {} },
    lines: { egress: 1001 * 0.1, requests: (1000 + 16_384) * 0.002 },
  },
  {
    // The first rule leaves the small and the tiny ones where they are, the second moves all.
    what: 'a rule that is passed over comes with the next that moves them',
    declared: beside({ large: LARGE, small: SMALL, tiny: TINY }, [
      RARE_SOON,
      { after: '90 d', to: INSTANT, smallest: '0 B' },
    ]),
    prices: {
      [STANDARD]: stored(0.5),
      [RARE]: { lifecycle: '2 USD/1000' },
      [INSTANT]: { lifecycle: '3 USD/1000' },
    },
    // 90 days are January to March.
    lines: {
      storage: 0.5 * ((1000 * 30) / 31 + 2 * 3),
      transition: 2 + 3 * (1 + 16.384 + 32.768),
    },
  },
  {
    what: 'a rule that moves them all comes before one that does not',
    declared: beside({ large: LARGE, small: SMALL }, [
      { ...RARE_SOON, smallest: '0 B' },
      { after: '90 d', to: INSTANT },
    ]),
    prices: {
      [STANDARD]: {},
      [RARE]: { lifecycle: '2 USD/1000' },
      [INSTANT]: { lifecycle: '3 USD/1000' },
    },
    lines: { transition: 2 * (1 + 16.384) + 3 },
  },
  {
    what: 'files of 128 KiB are large enough',
    declared: beside({ large: LARGE, even: laid('1 GiB', 8192) }, [RARE_SOON]),
    prices: { [STANDARD]: {}, [RARE]: { lifecycle: '2 USD/1000' } },
    lines: { transition: 2 * (1 + 8.192) },
  },
  {
    what: 'two sizes that no rule moves are a part of one bill',
    declared: beside({ large: LARGE, small: SMALL, tiny: TINY }, [RARE_SOON]),
    prices: { [STANDARD]: { ...stored(0.02), put: '1 USD/1000' }, [RARE]: {} },
    lines: {
      storage: 0.02 * ((1000 * 30) / 31 + 2 * 12),
      requests: 1 + 16.384 + 32.768,
    },
  },
];

const ages: readonly OneTerm[] = [
  {
    // Of 1000 GiB of the first of January 100 are replaced on 1 February. What is 45 days old is moved: 900 GiB
    // on 15 February, 100 on 18 March.
    what: 'what a pool keeps of older points has the age of those',
    declared: bucket(STANDARD, {
      workload: { change: '10 %/run' },
      store: { lifecycle: [{ after: '45 d', to: RARE }] },
      strategy: {
        ...{ style: 'dedup', full: 'never', keep: { last: 1 } },
        incremental: ['2026-01-01', '2026-02-01'],
      },
    }),
    prices: { [STANDARD]: stored(0.02), [RARE]: stored(0.01) },
    lines: {
      storage:
        0.02 * (1000 * (1 + 14 / 28) + 100 * (14 / 28 + 17 / 31)) +
        0.01 * (900 * (14 / 28 + 10) + 100 * (14 / 31 + 9)),
    },
  },
];

describe('what files of several sizes in one bucket cost', () => {
  it.each(apart)('$what', holdsAlone);
});

describe('what points of several ages in one bucket cost', () => {
  it.each(ages)('$what', holdsAlone);
});
