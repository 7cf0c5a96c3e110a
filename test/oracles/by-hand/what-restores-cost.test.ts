import { describe, it } from 'vitest';
import { PLAIN } from '../../support/one-workload.ts';
import type { Declared } from '../../support/played.ts';
import { bucket, copiedHome } from './bucket.ts';
import { holdsAlone, type OneTerm } from './one-term.ts';

const STANDARD = 'cloud/aws-s3-standard';
const RARE = 'cloud/aws-s3-standard-ia';
const DEEP = 'cloud/aws-s3-deep-archive';
const B2 = 'cloud/b2';

const data: Declared = { site: 'here', size: '1000 GiB', ...PLAIN };
const FIRE = { disasters: { fire: { scope: 'site here', 'per-year': 2 } } };
const SLIP = { disasters: { slip: { scope: 'workload', 'per-year': 2 } } };

/** A full every ten days, locked for five: a worm that comes in the other five leaves nothing. */
const HALF = {
  horizon: '100 days',
  strategy: { full: 'every 10 d', keep: { last: 1 }, lock: '5 d' },
  disasters: { worm: { scope: 'everything online and unlocked', 'per-year': 2 } },
};

const half: readonly OneTerm[] = [
  {
    what: 'requests: of 1500 objects, which are listed in two',
    declared: bucket(STANDARD, { ...HALF, workload: { size: '1500 GiB' } }),
    prices: { [STANDARD]: { get: '2 USD/1000', list: '3 USD/request' } },
    lines: { restores: 2 * 0.5 * (1.5 * 2 + 2 * 3) },
  },
  {
    what: 'retrieval and thawed copies',
    declared: bucket(DEEP, HALF),
    prices: {
      [DEEP]: {
        retrieval: { standard: { data: '0.02 USD/GiB' } },
        'thawed-copy': '0.03 USD/GiB/month',
      },
      [STANDARD]: {},
    },
    // A thawed copy is kept for one of thirty days.
    lines: { restores: 2 * 0.5 * (1000 * 0.02 + (1000 * 0.03) / 30) },
  },
  {
    what: 'egress, whose tiers are those of a whole restore',
    declared: bucket(STANDARD, HALF),
    prices: {
      [STANDARD]: {
        egress: [{ 'up-to': '400 GiB', price: '0.1 USD/GiB' }, { price: '0.05 USD/GiB' }],
      },
    },
    lines: { restores: 2 * 0.5 * (400 * 0.1 + 600 * 0.05) },
  },
];

/** As B2 had them up to April 2026. */
const CALLS = { get: '2 USD/1000', list: '2 USD/1000' };

/** Two workloads of 2000 and 3000 objects, each in a bucket of one account. */
const halves = (profile: string, more: Declared, second = profile): Declared => {
  const laid = { 'object-size': '1 GiB', 'part-size': '1 GiB', prefixes: 1000 };
  return bucket(profile, {
    workloads: { one: { ...data, size: '2000 GiB' }, two: { ...data, size: '3000 GiB' } },
    stores: { second: { profile: second, site: 'there', ...laid } },
    strategy: { overrides: { two: { to: 'second' } } },
    ...more,
  });
};

const free: readonly OneTerm[] = [
  {
    what: 'B2 gave away 2500 reads a day: of 3000 objects 500 are paid',
    declared: bucket(B2, { ...FIRE, workload: { size: '3000 GiB' } }),
    prices: { [B2]: CALLS },
    lines: { restores: 2 * 0.5 * 2 },
  },
  {
    what: 'of half a restore, on the mean, half of that',
    declared: bucket(B2, { ...HALF, workload: { size: '3000 GiB' } }),
    prices: { [B2]: CALLS },
    lines: { restores: 2 * 0.5 * 0.5 * 2 },
  },
  {
    what: 'no more than are asked for',
    declared: bucket(B2, { ...FIRE, workload: { size: '2000 GiB' } }),
    prices: { [B2]: CALLS },
    lines: {},
  },
  {
    what: 'and 2500 lists: of 3 million objects 500 lists are paid, and all reads but 2500',
    declared: bucket(B2, {
      ...FIRE,
      workload: { size: '3000000 MiB' },
      store: { 'object-size': '1 MiB' },
    }),
    prices: { [B2]: CALLS },
    lines: { restores: 2 * (0.5 * 2 + (3000 - 2.5) * 2) },
  },
  {
    what: 'once for two buckets that are read together',
    declared: halves(B2, FIRE),
    prices: { [B2]: CALLS },
    lines: { restores: 2 * 2.5 * 2 },
  },
  {
    what: 'for each by itself where they are not',
    declared: halves(B2, SLIP),
    prices: { [B2]: CALLS },
    lines: { restores: 2 * 0.5 * 2 },
  },
];

const together: readonly OneTerm[] = [
  {
    what: 'egress of classes at prices of their own, of each what leaves it',
    declared: halves(STANDARD, FIRE, RARE),
    prices: { [STANDARD]: { egress: '0.1 USD/GiB' }, [RARE]: { egress: '0.07 USD/GiB' } },
    lines: { restores: 2 * (2000 * 0.1 + 3000 * 0.07) },
  },
  {
    // Up to four checks a month and a restore are 10,000 GiB of the first; 15,000 are free.
    what: 'egress that is free for what the other bucket of the account stores',
    declared: halves(B2, {
      ...SLIP,
      strategy: {
        overrides: {
          one: { verify: { method: 'md5', rate: '1000 PB/s', recheck: '10 d' } },
          two: { to: 'second' },
        },
      },
    }),
    prices: { [B2]: { egress: '0.01 USD/GB' } },
    lines: {},
  },
  {
    what: 'egress of each workload by itself, where what is corrupt comes back',
    declared: bucket(STANDARD, {
      workloads: { one: data, two: data },
      disasters: { rot: { scope: 'corruption', 'per-year': 2 } },
    }),
    prices: {
      [STANDARD]: {
        egress: [{ 'up-to': '1000 GiB', price: '0.1 USD/GiB' }, { price: '0.05 USD/GiB' }],
      },
    },
    lines: { restores: 2 * 2 * 1000 * 0.1 },
  },
  {
    what: 'nothing where only a copy is lost: the 1000 objects are read for that, once',
    declared: bucket(STANDARD, {
      ...copiedHome,
      disasters: { crash: { scope: 'store disk', 'per-year': 2 } },
    }),
    prices: { [STANDARD]: { get: '3 USD/1000' } },
    lines: { requests: 3 },
  },
  {
    what: 'in the currency of the answers',
    declared: bucket(STANDARD, { ...FIRE, currency: 'EUR', exchange: { USD: '0.9 EUR' } }),
    prices: { [STANDARD]: { get: '3 USD/1000' } },
    lines: { restores: 2 * 3 * 0.9 },
  },
  {
    what: 'after each of two disasters as often as it comes',
    declared: bucket(STANDARD, {
      disasters: {
        fire: { scope: 'site here', 'per-year': 2 },
        slip: { scope: 'workload', 'per-year': 5 },
      },
    }),
    prices: { [STANDARD]: { get: '3 USD/1000' } },
    lines: { restores: (2 + 5) * 3 },
  },
];

describe('what restores cost', () => {
  it.each(half)('of half of the disasters: $what', holdsAlone);
  it.each(free)('free: $what', holdsAlone);
  it.each(together)('$what', holdsAlone);
});
