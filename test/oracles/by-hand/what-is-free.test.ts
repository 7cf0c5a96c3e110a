import { describe, it } from 'vitest';
import { PLAIN } from '../../support/one-workload.ts';
import type { Declared } from '../../support/played.ts';
import { bucket } from './bucket.ts';
import { holdsAlone, type OneTerm } from './one-term.ts';

const DATABASES = 'cloud/aws-backup-rds';
const PRICES = { [DATABASES]: { storage: '0.1 USD/GiB/month' } };

const fulls = (...full: readonly string[]): Declared => ({ full, keep: { last: 9 } });
const database: Declared = { site: 'here', size: '1000 GiB', ...PLAIN };

const free: readonly OneTerm[] = [
  {
    what: 'as much as it holds: of two points one is billed',
    declared: bucket(DATABASES, { strategy: fulls('2026-01-01', '2026-02-01') }),
    prices: PRICES,
    lines: { storage: 1000 * 0.1 * 11 },
  },
  {
    what: 'for half a month half of it: of 15 days the second point is there 14',
    declared: bucket(DATABASES, {
      horizon: '15 days',
      strategy: fulls('2026-01-01', '2026-01-02'),
    }),
    prices: PRICES,
    lines: { storage: ((1000 * 0.1 * 14) / 31) * (365 / 15) },
  },
  {
    // Of 53 days 15 are in January and 10 in March; the second point is there from 18 January on.
    what: 'of a month that began before its share of it',
    declared: bucket(DATABASES, {
      start: '2026-01-17',
      horizon: '53 days',
      strategy: fulls('2026-01-17', '2026-01-18'),
    }),
    prices: PRICES,
    lines: { storage: 1000 * 0.1 * (14 / 31 + 1 + 10 / 31) * (365 / 53) },
  },
  {
    // 1000 GiB on the first day and 1010 on the second; in the middle of 30 days 1150 are free.
    what: 'as much as it holds in the middle of the month, where it grows',
    declared: bucket(DATABASES, {
      horizon: '30 days',
      workload: { growth: '10 GiB/day' },
      strategy: fulls('2026-01-01', '2026-01-02'),
    }),
    prices: PRICES,
    lines: { storage: ((0.1 * (1000 * 30 + 1010 * 29 - 1150 * 30)) / 31) * (365 / 30) },
  },
  {
    what: 'as much as two hold together: of four points two are billed',
    declared: bucket(DATABASES, {
      workloads: { one: database, two: database },
      strategy: fulls('2026-01-01', '2026-02-01'),
    }),
    prices: PRICES,
    lines: { storage: 2 * 1000 * 0.1 * 11 },
  },
  {
    what: 'nothing for one that is kept elsewhere: of two points of the first one is billed',
    declared: bucket(DATABASES, {
      workloads: { one: database, two: database },
      stores: { disk: { site: 'here', cost: { once: '0 USD' } } },
      strategy: {
        ...fulls('2026-01-01', '2026-02-01'),
        overrides: { two: { to: 'disk' } },
      },
    }),
    prices: PRICES,
    lines: { storage: 1000 * 0.1 * 11 },
  },
];

describe('what a managed database stores for nothing', () => {
  it.each(free)('$what', holdsAlone);
});
