import { describe, expect, it } from 'vitest';
import type { StrategyResult } from '../../../src/report/result/result.ts';
import { PLAIN } from '../../support/one-workload.ts';
import { type Declared, resultOf, strategyOf } from '../../support/played.ts';
import { daily, near, TB } from './one-rule.ts';

/** A question of a planner about a whole plan, what is read off the answer, and what that must be. */
interface Asked {
  readonly what: string;
  readonly declared: Declared;
  readonly says: (of: StrategyResult) => unknown;
  readonly right: unknown;
}

const DAY = 86_400;

/** 1 TB at home on one disk, from the first of January 2026 on; more is laid over it. */
const plan = (
  strategy: Declared,
  { workload = {}, ...more }: { readonly workload?: Declared } & Declared = {},
): Declared => ({
  start: '2026-01-01',
  horizon: '1 year',
  workloads: { data: { size: '1 TB', ...PLAIN, change: '0 %/day', ...workload } },
  stores: { disk: {} },
  strategies: { plan: strategy },
  ...more,
});

/** The amount of a line in the bill of June. */
const inJune = ({ cost }: StrategyResult, line: string): number | undefined =>
  cost?.bills[5]?.lines.find((one) => one.line === line)?.amount.mean;

const bucket = (profile: string): Declared => ({
  workload: { size: '100 GiB' },
  stores: { bucket: { profile, prefixes: 1000 } },
});

const asked: readonly Asked[] = [
  {
    // 10 TB * 1.1^(n / 365) pass 12 TB at n = 365 * ln 1.2 / ln 1.1 = 698.2: on day 699.
    what: 'when 12 TB are full, of 10 TB that grow by a tenth a year',
    declared: plan(
      { ...daily, style: 'replica', keep: { points: 1 } },
      {
        horizon: '4 years',
        workload: { size: '10 TB', growth: '10 %/year' },
        stores: { disk: { capacity: '12 TB' } },
      },
    ),
    says: ({ stored }) => stored.fullOn.p50,
    right: '2027-12-01T00:00:00Z',
  },
  {
    // On a Saturday: the old week goes with the seventh point of the third, after that is written.
    what: 'how much lies there at the peak: three weekly fulls and 18 increments, of which 14 points stay',
    declared: plan(
      { full: 'weekly on Sunday at 00:00', ...daily, keep: { daily: 14 } },
      { workload: { change: '1 %/day' } },
    ),
    says: ({ stored }) => stored.peak.mean,
    right: near(3.18 * TB),
  },
  {
    // 1 TB and 14 increments of 0.1 TB find room, the 15th does not: 15 of 20.
    what: 'what of a schedule is kept where the store is full',
    declared: plan(
      { ...daily, keep: { last: 100 } },
      {
        horizon: '20 days',
        workload: { change: { 'per-run': '10 %' } },
        stores: { disk: { capacity: '2.45 TB' } },
        objectives: { schedule: '75 %' },
      },
    ),
    says: ({ objectives }) => objectives.map(({ name, value, met }) => [name, value?.mean, met]),
    right: [['schedule', 0.75, true]],
  },
  {
    // 00:00 to 07:00 and 18:00 to 23:00; what is due while it is shut waits, as one job.
    what: 'how often an hourly backup comes with a window from 18:00 to 08:00',
    declared: plan(
      { incremental: 'hourly', window: '18:00-08:00', keep: { last: 1000 } },
      {
        horizon: '10 days',
        workload: { change: '1 %/day' },
        stores: { disk: { write: '1 PB/s' } },
      },
    ),
    says: ({ points, rpo }) => [points.list?.length, (rpo.gap?.mean ?? 0) / 3600],
    right: [140, 11],
  },
  {
    // 8.5 h fit into the night of the 25th alone, which has nine hours.
    what: 'in which of ten nights 8.5 h fit from 22:00 to 06:00, when summer time ends',
    declared: plan(
      { full: 'daily at 22:00', window: '22:00-06:00', keep: { last: 100 } },
      {
        ...{ start: '2026-10-20', horizon: '10 days', timezone: 'Europe/Berlin' },
        workload: { size: '3.06 TB' },
        stores: { disk: { write: '100 MB/s' } },
      },
    ),
    says: ({ window }) => window.fits?.mean,
    right: near(0.1),
  },
  {
    // 14 h at 12.5 MB/s and 10 h at 2.5 are 720 GB a day: six days, a night, and 50 GB by day.
    what: 'how long 5 TB take over 100 Mbit/s of which backups get a fifth by day',
    declared: plan(
      { full: ['2026-01-05T18:00'] },
      {
        horizon: '30 days',
        sites: { home: {}, far: {} },
        links: {
          wan: {
            ...{ between: ['home', 'far'], rate: '100 Mbit/s' },
            throttle: { '08:00-18:00': '20 %' },
          },
        },
        workload: { site: 'home', size: '5 TB' },
        stores: { disk: { site: 'far' } },
      },
    ),
    says: ({ jobs }) => jobs[0]?.seconds.mean,
    right: near(6 * DAY + 14 * 3600 + 20_000),
  },
  {
    // The last point of April is good on 14 June, up to 15 July: May has 31 days.
    what: 'what damage that slept for 45 days takes where 30 days and then months are kept',
    declared: plan(
      { ...daily, style: 'dedup', keep: { daily: 30, monthly: 6 } },
      {
        horizon: '2 years',
        disasters: { rot: { scope: 'corruption', 'per-year': 0.1, dwell: '45 d' } },
      },
    ),
    says: ({ disasters }) => (disasters[0]?.loss?.worst.mean ?? 0) / DAY,
    right: 45 + 31,
  },
  {
    // Sunday's point of 00:00 is copied at noon, fetched on Monday at 09:00, and there on Tuesday.
    what: 'what a fire takes just before the tapes of the next week have come to the vault',
    declared: plan(
      { to: 'disk', ...daily, copies: [{ to: 'tape', on: 'weekly on Sunday at 12:00' }] },
      {
        horizon: '120 days',
        sites: { home: {}, vault: {} },
        workload: { site: 'home' },
        stores: {
          disk: { site: 'home' },
          tape: {
            ...{ profile: 'tape/lto8', site: 'home' },
            vault: { site: 'vault', 'pick-up': 'weekly on Monday at 09:00' },
          },
        },
        disasters: { fire: { scope: 'site home', 'per-year': 0.01 } },
      },
    ),
    says: ({ disasters }) => (disasters[0]?.loss?.worst.mean ?? 0) / DAY,
    right: near(7 + 2 + 9 / 24),
  },
  {
    // Sets of 10 TB one after the other on 6 TB each: 40 TB on seven; the first comes free for the fifth.
    what: 'how many LTO-7 cartridges five weekly fulls of 10 TB take of which three are kept',
    declared: plan(
      { full: 'weekly on Thursday at 00:00', keep: { last: 3 } },
      {
        horizon: '30 days',
        workload: { size: '10 TB' },
        stores: { tape: { profile: 'tape/lto7', drives: 1, slots: 41 } },
      },
    ),
    says: ({ materials }) =>
      materials.filter(({ item }) => item === 'cartridges').map(({ number }) => number.mean),
    right: [8],
  },
  {
    // 30 fulls of 100 GiB at 0.023 USD.
    what: 'what a lock of 30 days costs a month where seven daily fulls are kept',
    declared: plan(
      { full: 'daily at 00:00', keep: { daily: 7 }, lock: '30 d', streams: 1_000_000 },
      bucket('cloud/aws-s3-standard'),
    ),
    says: (of) => inJune(of, 'storage'),
    right: expect.closeTo(69, 3),
  },
  {
    // Each day in June a full of 100 GiB goes after 7 of 30 days.
    what: 'what a month of daily fulls owes that leave Azure Cool after a week',
    declared: plan(
      { full: 'daily at 00:00', keep: { daily: 7 }, streams: 1_000_000 },
      bucket('cloud/azure-blob-cool'),
    ),
    says: (of) => inJune(of, 'earlyDeletion'),
    right: expect.closeTo((30 * 100 * 0.0115 * 23) / 30, 3),
  },
];

describe('what planners ask, worked out by hand', () => {
  it.each(asked)('$what', async ({ declared, says, right }) => {
    expect(says(strategyOf(await resultOf(declared), 'plan'))).toEqual(right);
  });
});
