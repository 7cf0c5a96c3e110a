import { describe, it } from 'vitest';
import { bucket, copiedHome, rechecked } from './bucket.ts';
import { holdsAlone, type OneTerm } from './one-term.ts';

const STANDARD = 'cloud/aws-s3-standard';
const RARE = 'cloud/aws-s3-standard-ia';
const B2 = 'cloud/b2';

/** No site has a name. */
const NOWHERE = {
  ...{ sites: undefined, links: undefined },
  ...{ store: { site: undefined }, workload: { site: undefined } },
};

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

describe('what leaves a bucket costs', () => {
  it.each(ways)('$what', holdsAlone);
});
