import { describe, expect, it } from 'vitest';
import { PLAIN } from '../../support/one-workload.ts';
import { type Declared, planOf, resultOf, strategyOf } from '../../support/played.ts';
import { bucket } from './bucket.ts';
import { bookOf, holdsAlone, type OneTerm } from './one-term.ts';

const STANDARD = 'cloud/aws-s3-standard';
const RARE = 'cloud/aws-s3-standard-ia';
const GOOGLE = 'cloud/gcs-standard';
const B2 = 'cloud/b2';
const WASABI = 'cloud/wasabi';

const data = (size: string): Declared => ({ site: 'here', size, ...PLAIN });

/** Two workloads of 1000 GiB, each in a bucket of its own at the other site. */
const halves = (
  profile: string,
  {
    second = {},
    strategy = {},
    overrides = {},
    sizes = ['1000 GiB', '1000 GiB'],
    ...more
  }: {
    readonly second?: Declared;
    readonly strategy?: Declared;
    readonly overrides?: Declared;
    readonly sizes?: readonly [string, string];
  } & Declared = {},
): Declared => {
  const laid = { 'object-size': '1 GiB', 'part-size': '1 GiB', prefixes: 1000 };
  return bucket(profile, {
    workloads: { one: data(sizes[0]), two: data(sizes[1]) },
    stores: { second: { profile, site: 'there', ...laid, ...second } },
    strategy: { overrides: { two: { to: 'second' }, ...overrides }, ...strategy },
    ...more,
  });
};

const tiers = (upTo: string, first: string, next: string, unit: string) => [
  { 'up-to': upTo, price: `${first} USD/${unit}` },
  { price: `${next} USD/${unit}` },
];
const stored = { storage: tiers('1500 GiB', '0.02', '0.01', 'GiB/month') };
const CHECKED = { method: 'md5', rate: '1000 PB/s' };

const shared: readonly OneTerm[] = [
  {
    what: 'storage: of 2000 GiB in one class 1500 are dear and 500 cheap',
    declared: halves(STANDARD),
    prices: { [STANDARD]: stored },
    lines: { storage: (1500 * 0.02 + 500 * 0.01) * 12 },
  },
  {
    what: 'storage: also where a rule moves the one into the class in which the other was written',
    declared: halves(STANDARD, {
      store: { lifecycle: [{ after: '0 d', to: RARE }] },
      second: { profile: RARE },
    }),
    prices: { [STANDARD]: {}, [RARE]: stored },
    lines: { storage: (1500 * 0.02 + 500 * 0.01) * 12 },
  },
  {
    what: 'storage: not with another class, of which tiers begin anew',
    declared: halves(STANDARD, { second: { profile: RARE } }),
    prices: { [STANDARD]: stored, [RARE]: stored },
    lines: { storage: 2 * 1000 * 0.02 * 12 },
  },
  {
    what: 'storage: not with a bucket at a site of another region',
    declared: halves(STANDARD, {
      sites: { here: {}, there: { region: 'east' }, away: { region: 'west' } },
      links: {
        line: { between: ['here', 'there'], rate: '1000 PB/s' },
        other: { between: ['here', 'away'], rate: '1000 PB/s' },
      },
      second: { site: 'away' },
    }),
    prices: { [STANDARD]: stored },
    lines: { storage: 2 * 1000 * 0.02 * 12 },
  },
  {
    what: 'egress: both are checked on day 200, and 1500 GiB of the month are dear',
    declared: halves(STANDARD, { strategy: { verify: { ...CHECKED, recheck: '200 d' } } }),
    prices: { [STANDARD]: { egress: tiers('1500 GiB', '0.1', '0.05', 'GiB') } },
    lines: { egress: 1500 * 0.1 + 500 * 0.05 },
  },
  {
    what: 'egress: not with a class of which it is priced in another way',
    declared: halves(STANDARD, {
      second: { profile: RARE },
      strategy: { verify: { ...CHECKED, recheck: '200 d' } },
    }),
    prices: {
      [STANDARD]: { egress: tiers('1500 GiB', '0.1', '0.05', 'GiB') },
      [RARE]: { egress: '0.07 USD/GiB' },
    },
    lines: { egress: 1000 * 0.1 + 1000 * 0.07 },
  },
  {
    what: 'egress: not with another provider',
    declared: halves(STANDARD, {
      second: { profile: GOOGLE },
      strategy: { verify: { ...CHECKED, recheck: '200 d' } },
    }),
    prices: {
      [STANDARD]: { egress: tiers('1500 GiB', '0.1', '0.05', 'GiB') },
      [GOOGLE]: { egress: tiers('1500 GiB', '0.1', '0.05', 'GiB') },
    },
    lines: { egress: 2 * 1000 * 0.1 },
  },
  {
    what: 'egress: five checks of the one in a month are free at B2, which stores twice as much',
    declared: halves(B2, { overrides: { one: { verify: { ...CHECKED, recheck: '7 d' } } } }),
    prices: { [B2]: { egress: '0.01 USD/GB' } },
    lines: {},
  },
  {
    what: 'least: of 500 GiB in two buckets 1024 are billed, once',
    declared: halves(WASABI, { sizes: ['200 GiB', '300 GiB'], horizon: '30 days' }),
    prices: { [WASABI]: { storage: `${5.99 / 1024} USD/GiB/month` } },
    lines: {
      storage: ((500 / 1024) * 5.99 * 365) / 30,
      overhead: ((524 / 1024) * 5.99 * 365) / 30,
    },
  },
  {
    what: 'restores: what a fire takes comes back in one month, and half of it is cheap',
    declared: halves(STANDARD, { disasters: { fire: { scope: 'site here', 'per-year': 2 } } }),
    prices: { [STANDARD]: { egress: tiers('1000 GiB', '0.1', '0.05', 'GiB') } },
    lines: { restores: 2 * 1000 * (0.1 + 0.05) },
  },
  {
    what: 'restores: on top of what the other bucket sends in the month, of all twelve months one',
    declared: halves(STANDARD, {
      disasters: { slip: { scope: 'workload', 'per-year': 2 } },
      overrides: { two: { to: 'second', verify: { ...CHECKED, recheck: '200 d' } } },
    }),
    prices: { [STANDARD]: { egress: tiers('1000 GiB', '0.12', '0', 'GiB') } },
    // Each comes back alone, for 120 USD; in July the check of the second has used up the tier.
    lines: { egress: 1000 * 0.12, restores: (2 * 2 * 1000 * 0.12 * 11) / 12 },
  },
];

describe('what buckets of one account share, worked out by hand', () => {
  for (const row of shared) it(row.what, () => holdsAlone(row));

  it('is split by what each has of it', async () => {
    const declared = halves(STANDARD, { sizes: ['1000 GiB', '2000 GiB'] });
    const prices = bookOf({ [STANDARD]: stored });
    const plan = planOf(declared, { samples: new Map(), series: new Map(), prices });
    const { cost } = strategyOf(await resultOf(plan), 'plan');
    // 1500 * 0.02 + 1500 * 0.01 = 45 USD a month, a third and two thirds of it.
    const lines = cost?.lines.map(({ store, perYear }) => [store, perYear.mean]);
    expect(lines).toEqual([
      ['bucket', expect.closeTo(15 * 12, 2)],
      ['second', expect.closeTo(30 * 12, 2)],
    ]);
  });
});
