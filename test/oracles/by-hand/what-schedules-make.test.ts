import { describe, it } from 'vitest';
import type { StrategyResult } from '../../../src/report/result/result.ts';
import { daily, differential, holdsTrue, near, type OneRule, TB, weekly } from './one-rule.ts';

/** How many jobs of each level ended well. */
const levels = ({ jobs }: StrategyResult) =>
  Object.fromEntries(jobs.map(({ level, count }) => [level, count.mean]));

const levelsMade: readonly OneRule[] = [
  {
    what: 'a full each Monday, of which the first is the seed, and increments on the other days',
    strategy: weekly,
    says: levels,
    right: { seed: 1, full: 1, incremental: 12 },
  },
  {
    what: 'rebase.chain: 3 makes every fourth job a full: on days 0, 4, 8 and 12',
    strategy: { ...daily, rebase: { chain: 3 } },
    says: levels,
    right: { seed: 1, full: 3, incremental: 10 },
  },
  {
    what: 'rebase.chain counts from a full that was due on day 7: days 0, 3 and 6, 10 and 13',
    strategy: { ...weekly, rebase: { chain: 2 } },
    says: levels,
    right: { seed: 1, full: 5, incremental: 8 },
  },
  {
    // 0.9^4 = 0.6561 and 0.9^5 = 0.59: the fifth would be 41 % of a full.
    what: 'rebase.differential: 40 % makes the fifth day after a full one: days 0, 5 and 10',
    strategy: { ...differential, rebase: { differential: '40 %' } },
    says: levels,
    right: { seed: 1, full: 2, differential: 11 },
  },
  {
    // 0.2, 0.36 and 0.488 follow a full: (1 + 1.048) / 4 = 0.512 a day, with three 0.52, with five 0.528.
    what: 'rebase.differential: auto writes least where 20 % change a day: days 0, 4, 8 and 12',
    strategy: { ...differential, rebase: { differential: 'auto' } },
    workload: { change: '20 %/day' },
    says: levels,
    right: { seed: 1, full: 3, differential: 10 },
  },
  {
    what: 'a differential holds what changed since its full: a tenth, and a tenth of the rest',
    strategy: differential,
    horizon: '3 days',
    says: ({ jobs }) => jobs[1]?.bytesStored.mean,
    right: near(((0.1 + (0.1 + 0.09)) / 2) * TB),
  },
  {
    what: 'an increment holds what changed since the point before: every other day 0.19',
    strategy: { incremental: 'every 2 d' },
    says: ({ jobs }) => jobs[1]?.bytesStored.mean,
    right: near(0.19 * TB),
  },
  {
    what: 'what is saved whole is added to what came since: 7 fulls of a pool are one and 6 tenths',
    strategy: { full: 'daily at 00:00', style: 'dedup' },
    horizon: '7 days',
    says: ({ stored }) => stored.end.mean,
    right: near(1.6 * TB),
  },
  {
    what: 'unchanged: skip leaves out all but the first',
    strategy: { ...daily, unchanged: 'skip' },
    workload: { change: '0 %/day' },
    says: levels,
    right: { seed: 1 },
  },
];

const held = ({ stored }: StrategyResult) => stored.end.mean;
const last3 = { keep: { last: 3 } };

const stored: readonly OneRule[] = [
  {
    what: 'forward, a full that is moved on, and two increments',
    strategy: { ...daily, ...last3 },
    says: held,
    right: near(1.2 * TB),
  },
  {
    what: 'forward, three points of this week need its full and what lies between: Monday to Sunday',
    strategy: { ...weekly, ...last3 },
    says: held,
    right: near((1 + 6 * 0.1) * TB),
  },
  {
    what: 'reverse, the newest whole and what two days replaced',
    strategy: { ...daily, ...last3, style: 'reverse' },
    says: held,
    right: near(1.2 * TB),
  },
  {
    what: 'replica, a disk and two snapshots',
    strategy: { ...daily, ...last3, style: 'replica' },
    says: held,
    right: near(1.2 * TB),
  },
  {
    what: 'a pool, two Sundays that differ by a week',
    strategy: { ...daily, style: 'dedup', keep: { weekly: 9 } },
    says: held,
    right: near((1 + (1 - 0.9 ** 7)) * TB),
  },
  {
    what: 'a copy of differentials holds each to its own full',
    strategy: { ...differential, copies: [{ to: 'other' }] },
    horizon: '3 days',
    says: held,
    right: near(2 * (1 + 0.1 + 0.19) * TB),
  },
  {
    what: 'full first where it is first, not at the first name: the fourth point makes 1.3 TB',
    strategy: { ...daily, copies: [{ to: 'other' }] },
    stores: { disk: { capacity: '1.55 TB' }, other: { capacity: '1.25 TB' } },
    says: ({ stored: { fullOn, byStore } }) =>
      [fullOn, ...byStore.map((one) => one.fullOn)].map(({ p50 }) => p50?.slice(0, 10)),
    right: ['2026-01-08', '2026-01-11', '2026-01-08'],
  },
];

const beside: readonly OneRule[] = [
  {
    what: 'a log of seven days, of a tenth a day',
    strategy: { ...daily, log: 'every 15 min' },
    says: ({ stored }) => stored.beside.mean,
    right: near(0.7 * TB),
  },
  {
    what: 'a log of five days, twice what changes',
    strategy: { ...daily, log: { every: '1 h', keep: '5 d', volume: 2 } },
    says: ({ stored }) => stored.beside.mean,
    right: near(2 * 0.5 * TB),
  },
  {
    what: 'a replica is as large as the data',
    strategy: { ...daily, replicate: { to: 'other' } },
    says: ({ stored }) => stored.beside.mean,
    right: near(TB),
  },
];

describe('what schedules make', () => {
  it.each(levelsMade)('$what', holdsTrue);
  it.each(stored)('stored: $what', holdsTrue);
  it.each(beside)('$what', holdsTrue);
});
