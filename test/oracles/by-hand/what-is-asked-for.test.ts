import { describe, it } from 'vitest';
import { bucket, copiedHome } from './bucket.ts';
import { holdsAlone, type OneTerm } from './one-term.ts';

const STANDARD = 'cloud/aws-s3-standard';
const RARE = 'cloud/aws-s3-standard-ia';
const DEEP = 'cloud/aws-s3-deep-archive';
const EXPRESS = 'cloud/aws-s3-express-one-zone';
const B2 = 'cloud/b2';

const inFour = { store: { 'part-size': '256 MiB' } };
/** Checked again every so often by reading all of it back home. */
const rechecked = (every: string, more = {}) => ({
  strategy: { verify: { method: 'md5', rate: '1000 PB/s', recheck: every, ...more } },
});

/** No site has a name. */
const NOWHERE = {
  ...{ sites: undefined, links: undefined },
  ...{ store: { site: undefined }, workload: { site: undefined } },
};

const writes: readonly OneTerm[] = [
  {
    what: 'put: 1000 objects',
    declared: bucket(STANDARD),
    prices: { [STANDARD]: { put: '2 USD/1000' } },
    lines: { requests: 2 },
  },
  {
    what: 'put: a last object that is not full counts as one',
    declared: bucket(STANDARD, { workload: { size: '1 GiB' }, store: { 'object-size': '1 GB' } }),
    prices: { [STANDARD]: { put: '2 USD/request' } },
    lines: { requests: 2 * 2 },
  },
  {
    what: 'put: on S3 four parts are begun and completed, six requests an object',
    declared: bucket(STANDARD, inFour),
    prices: { [STANDARD]: { put: '2 USD/1000' } },
    lines: { requests: 6 * 2 },
  },
  {
    what: 'put: on Azure a list of four blocks is committed, five requests an object',
    declared: bucket('cloud/azure-blob-hot', inFour),
    prices: { 'cloud/azure-blob-hot': { put: '2 USD/1000' } },
    lines: { requests: 5 * 2 },
  },
  {
    what: 'put: into an archive only what completes an object has its price',
    declared: bucket(DEEP, inFour),
    prices: { [DEEP]: { put: '7 USD/1000' }, [STANDARD]: {} },
    lines: { requests: 7 },
  },
  {
    what: 'put: and the five others that of the standard class',
    declared: bucket(DEEP, inFour),
    prices: { [DEEP]: {}, [STANDARD]: { put: '2 USD/1000' } },
    lines: { requests: 5 * 2 },
  },
  {
    // 6.5 days are billed as seven parts, of a seventh of an object each.
    what: 'put: one object that takes a week is one all the same',
    declared: bucket(STANDARD, {
      links: { line: { between: ['here', 'there'], rate: `${1e9 / 6.5 / 86_400} B/s` } },
      workload: { size: '1 GB' },
      store: { 'object-size': '1 GB', 'part-size': '1 GB' },
    }),
    prices: { [STANDARD]: { put: '2 USD/request' } },
    lines: { requests: 2 },
  },
  {
    what: 'put: each full anew, twelve in a year',
    declared: bucket(STANDARD, { strategy: { full: 'monthly on day 1 at 00:00' } }),
    prices: { [STANDARD]: { put: '2 USD/1000' } },
    lines: { requests: 12 * 2 },
  },
  {
    what: 'upload: by the byte',
    declared: bucket(EXPRESS),
    prices: { [EXPRESS]: { upload: '0.003 USD/GiB' } },
    lines: { upload: 1000 * 0.003 },
  },
];

const reads: readonly OneTerm[] = [
  {
    what: 'get: a copy asks for 1000 objects',
    declared: bucket(STANDARD, copiedHome),
    prices: { [STANDARD]: { get: '2 USD/1000' } },
    lines: { requests: 2 },
  },
  {
    what: 'get: 2500 of a day are free on B2, so of 4000 are 1500 to be paid',
    declared: bucket(B2, { ...copiedHome, workload: { size: '4000 GiB' } }),
    prices: { [B2]: { get: '2 USD/1000' } },
    lines: { requests: 1.5 * 2 },
  },
  {
    what: 'list: a check every 90 days lists 1500 objects, each time in two requests',
    declared: bucket(STANDARD, { ...rechecked('90 d'), workload: { size: '1500 GiB' } }),
    prices: { [STANDARD]: { list: '2 USD/request' } },
    lines: { requests: 4 * 2 * 2 },
  },
  {
    what: 'list: 2500 of a day are free on B2, so of 3000 are 500 to be paid',
    declared: bucket(B2, {
      ...rechecked('200 d'),
      workload: { size: '3 TB' },
      store: { 'object-size': '1 MB', 'part-size': '5 MB' },
    }),
    prices: { [B2]: { list: '2 USD/1000' } },
    lines: { requests: 0.5 * 2 },
  },
  {
    what: 'retrieval: by the byte',
    declared: bucket(RARE, copiedHome),
    prices: { [RARE]: { retrieval: { online: { data: '0.01 USD/GiB' } } } },
    lines: { retrieval: 1000 * 0.01 },
  },
  {
    what: 'retrieval: by the object',
    declared: bucket(DEEP, copiedHome),
    prices: { [DEEP]: { retrieval: { standard: { requests: '5 USD/1000' } } }, [STANDARD]: {} },
    lines: { retrieval: 5 },
  },
  {
    what: 'retrieval: by the way that is asked for, and no other',
    declared: bucket(DEEP, { ...copiedHome, store: { retrieval: 'bulk' } }),
    prices: {
      [DEEP]: { retrieval: { bulk: { data: '0.002 USD/GiB' }, standard: { data: '7 USD/GiB' } } },
      [STANDARD]: {},
    },
    lines: { retrieval: 1000 * 0.002 },
  },
  {
    what: 'retrieval: from the class in which it lies then, of four checks all but the first',
    declared: bucket(STANDARD, {
      ...rechecked('90 d'),
      store: { lifecycle: [{ after: '100 d', to: RARE }] },
    }),
    prices: { [STANDARD]: {}, [RARE]: { retrieval: { online: { data: '0.01 USD/GiB' } } } },
    lines: { retrieval: 3 * 1000 * 0.01 },
  },
  {
    what: 'retrieval: a quarter, of checks that cover a quarter: one of what is new, four of all',
    declared: bucket(RARE, rechecked('90 d', { coverage: '25 %' })),
    prices: { [RARE]: { retrieval: { online: { data: '0.01 USD/GiB' } } } },
    lines: { retrieval: ((1 + 4) * 1000 * 0.01) / 4 },
  },
  {
    what: 'thawed copies: for a day of a month of 30',
    declared: bucket(DEEP, copiedHome),
    prices: { [DEEP]: { 'thawed-copy': '0.03 USD/GiB/month' }, [STANDARD]: {} },
    lines: { thawed: (1000 * 0.03) / 30 },
  },
  {
    what: 'thawed copies: for as long as they are kept',
    declared: bucket(DEEP, { ...copiedHome, store: { 'thawed-for': '10 d' } }),
    prices: { [DEEP]: { 'thawed-copy': '0.03 USD/GiB/month' }, [STANDARD]: {} },
    lines: { thawed: (1000 * 0.03) / 3 },
  },
];

const elsewhere = (profile: string) => ({
  stores: { other: { profile, site: 'here', 'object-size': '1 GiB', 'part-size': '1 GiB' } },
  strategy: { copies: [{ to: 'other', streams: 1_000_000_000 }] },
});

const ways: readonly OneTerm[] = [
  {
    what: 'egress: what is copied over a link',
    declared: bucket(STANDARD, copiedHome),
    prices: { [STANDARD]: { egress: '0.1 USD/GiB' } },
    lines: { egress: 1000 * 0.1 },
  },
  {
    what: 'egress: what is copied where no sites are named, for a bucket is elsewhere',
    declared: bucket(STANDARD, {
      ...copiedHome,
      ...NOWHERE,
      stores: { disk: { cost: { once: '0 USD' } } },
    }),
    prices: { [STANDARD]: { egress: '0.1 USD/GiB' } },
    lines: { egress: 1000 * 0.1 },
  },
  {
    what: 'egress: what is compared where no sites are named',
    declared: bucket(STANDARD, { ...NOWHERE, strategy: { verify: { method: 'byte-compare' } } }),
    prices: { [STANDARD]: { egress: '0.1 USD/GiB' } },
    lines: { egress: 1000 * 0.1 },
  },
  {
    what: 'egress: nothing within a site',
    declared: bucket(STANDARD, {
      ...copiedHome,
      stores: { disk: { site: 'there', cost: { once: '0 USD' } } },
    }),
    prices: { [STANDARD]: { egress: '0.1 USD/GiB' } },
    lines: {},
  },
  {
    what: 'egress: of a month by tiers, 100 GiB for nothing, 300 at 0.1 and 600 at 0.05',
    declared: bucket(STANDARD, copiedHome),
    prices: {
      [STANDARD]: {
        egress: [
          { 'up-to': '100 GiB', price: '0 USD/GiB' },
          { 'up-to': '400 GiB', price: '0.1 USD/GiB' },
          { price: '0.05 USD/GiB' },
        ],
      },
    },
    lines: { egress: 300 * 0.1 + 600 * 0.05 },
  },
  {
    what: 'egress: tiers begin anew each month, in which two checks fall together or one',
    // The first of January is day 0: day 31 is in February, 62 and 93 in March and April.
    declared: bucket(STANDARD, { horizon: '100 days', ...rechecked('31 d') }),
    prices: {
      [STANDARD]: {
        egress: [{ 'up-to': '1000 GiB', price: '0.1 USD/GiB' }, { price: '0.01 USD/GiB' }],
      },
    },
    lines: { egress: (3 * 1000 * 0.1 * 365) / 100 },
  },
  {
    what: 'egress: B2 gives away three times what is stored, so of 52 weekly checks 16 are paid',
    declared: bucket(B2, { ...rechecked('7 d'), workload: { size: '1000 GB' } }),
    prices: { [B2]: { egress: '0.01 USD/GB' } },
    // No month has fewer than three.
    lines: { egress: (52 - 12 * 3) * 1000 * 0.01 },
  },
  {
    what: 'egress: none of a check that runs beside the bucket',
    declared: bucket(STANDARD, rechecked('90 d', { at: 'target' })),
    prices: { [STANDARD]: { egress: '0.1 USD/GiB' } },
    lines: {},
  },
  {
    what: 'egress: of a check that compares byte by byte',
    declared: bucket(STANDARD, { strategy: { verify: { method: 'byte-compare' } } }),
    prices: { [STANDARD]: { egress: '0.1 USD/GiB' } },
    lines: { egress: 1000 * 0.1 },
  },
  {
    what: 'transfer: to another store of the provider, in place of egress',
    declared: bucket(STANDARD, elsewhere(RARE)),
    prices: { [STANDARD]: { egress: '7 USD/GiB', transfer: '0.02 USD/GiB' }, [RARE]: {} },
    lines: { replication: 1000 * 0.02 },
  },
  {
    what: 'transfer: and back, where the copy is compared byte by byte',
    declared: bucket(STANDARD, {
      ...elsewhere(RARE),
      strategy: {
        copies: [{ to: 'other', streams: 1_000_000_000, verify: { method: 'byte-compare' } }],
      },
    }),
    prices: { [STANDARD]: {}, [RARE]: { egress: '7 USD/GiB', transfer: '0.02 USD/GiB' } },
    lines: { replication: 1000 * 0.02 },
  },
  {
    what: 'transfer: none to another provider',
    declared: bucket(STANDARD, elsewhere('cloud/b2')),
    prices: { [STANDARD]: { egress: '0.1 USD/GiB', transfer: '7 USD/GiB' }, 'cloud/b2': {} },
    lines: { egress: 1000 * 0.1 },
  },
];

describe('what is asked of a bucket costs', () => {
  it.each(writes)('$what', holdsAlone);
  it.each(reads)('$what', holdsAlone);
  it.each(ways)('$what', holdsAlone);
});
