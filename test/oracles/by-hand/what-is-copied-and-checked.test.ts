import { describe, expect, it } from 'vitest';
import type { StrategyResult } from '../../../src/report/result/result.ts';
import {
  daily,
  differential,
  holdsTrue,
  near,
  type OneRule,
  synthetic,
  TB,
  weekly,
} from './one-rule.ts';

const DAY = 86_400;
const checks = ({ verification }: StrategyResult) => verification.count.mean;
const copies = ({ copies: [first] }: StrategyResult) => first?.count.mean;
const copyBytes = ({ copies: [first] }: StrategyResult) => first?.bytes.mean;
const md5 = { method: 'md5', rate: '1 GB/s' };

const verified: readonly OneRule[] = [
  { what: 'every: backup', strategy: { ...weekly, verify: md5 }, says: checks, right: 14 },
  {
    what: 'every: full, the seed and one more',
    strategy: { ...weekly, verify: { ...md5, every: 'full' } },
    says: checks,
    right: 2,
  },
  {
    what: 'every: full, a synthetic one as well',
    strategy: { ...synthetic, verify: { ...md5, every: 'full' } },
    says: checks,
    right: 2,
  },
  {
    what: 'every: full, no differential',
    strategy: { ...differential, verify: { ...md5, every: 'full' } },
    says: checks,
    right: 1,
  },
  {
    what: '1 TB at 1 GB/s, and 13 times a tenth',
    strategy: { ...daily, verify: md5 },
    says: ({ verification }) => verification.seconds.mean,
    right: near(1000 + 13 * 100),
  },
  {
    what: 'a quarter of them',
    strategy: { ...daily, verify: { ...md5, coverage: '25 %' } },
    says: ({ verification }) => verification.bytes.mean,
    right: near(((1 + 1.3) / 4) * TB),
  },
  {
    what: 'by four cores in a quarter of the time, which is as much for all of them',
    strategy: { ...daily, verify: { ...md5, cores: 4 } },
    says: ({ verification: { seconds, coreSeconds } }) => [seconds.mean, coreSeconds.mean],
    right: [near(2300 / 4), near(2300)],
  },
  {
    what: 'again every 30 days: three times in 100 days, beside the one of what is new',
    strategy: { full: ['2026-01-05'], verify: { ...md5, recheck: '30 d' } },
    horizon: '100 days',
    says: checks,
    right: 1 + 3,
  },
  {
    what: 'again every 30 days: damage goes unseen for 15',
    strategy: { full: ['2026-01-05'], verify: { ...md5, recheck: '30 d' } },
    horizon: '100 days',
    says: ({ verification }) => verification.exposure.mean,
    right: 15 * DAY,
  },
];

/** A gigabyte that is copied to an archive, and from there a day later. */
const thawed = {
  workload: { size: '1 GB' },
  strategy: {
    full: ['2026-01-05'],
    copies: [{ to: 'other' }, { to: 'third', from: 'other', on: ['2026-01-06'] }],
  },
  stores: { other: { profile: 'cloud/aws-s3-deep-archive' } },
};
const secondsOfSecond = ({ copies: [, second] }: StrategyResult) => second?.seconds.mean;

const copied: readonly OneRule[] = [
  {
    what: 'after each point',
    strategy: { ...weekly, copies: [{ to: 'other' }] },
    says: copies,
    right: 14,
  },
  {
    what: 'after each full, the seed and one more',
    strategy: { ...weekly, copies: [{ to: 'other', after: 'full' }] },
    says: copies,
    right: 2,
  },
  {
    what: 'after each full, a synthetic one as well',
    strategy: { ...synthetic, copies: [{ to: 'other', after: 'full' }] },
    says: copies,
    right: 2,
  },
  {
    what: 'after each full, one that a chain asked for as well: days 0, 4, 8 and 12',
    strategy: { ...daily, rebase: { chain: 3 }, copies: [{ to: 'other', after: 'full' }] },
    says: copies,
    right: 4,
  },
  {
    what: 'on two Wednesdays',
    strategy: { ...weekly, copies: [{ to: 'other', on: 'weekly on Wednesday at 12:00' }] },
    says: copies,
    right: 2,
  },
  {
    what: 'what is new since the last copy: a full, and 13 times a tenth',
    strategy: { ...daily, copies: [{ to: 'other' }] },
    says: copyBytes,
    right: near((2.3 / 14) * TB),
  },
  {
    what: 'what is new since the last copy, a week before: a full, and 1 - 0.9^7',
    strategy: { ...daily, copies: [{ to: 'other', on: 'weekly on Wednesday at 12:00' }] },
    says: copyBytes,
    right: near(((1 + (1 - 0.9 ** 7)) / 2) * TB),
  },
  {
    what: 'whole each time',
    strategy: { ...daily, copies: [{ to: 'other', as: 'full' }] },
    says: copyBytes,
    right: near(TB),
  },
  {
    what: 'an hour after the point: it is 25 hours old when the next one comes',
    strategy: { ...daily, copies: [{ to: 'other', delay: '1 h' }] },
    says: ({ copies: [first] }) => first?.worstAge?.mean,
    right: 25 * 3600,
  },
  {
    what: 'as many points as its own rule keeps',
    strategy: { ...daily, copies: [{ to: 'other', keep: { last: 3 } }] },
    says: ({ copies: [first], points }) => [first?.points.mean, points.kept.mean],
    right: [3, 14],
  },
  {
    what: 'a lock of five days keeps the newest point and four before it',
    strategy: { ...daily, copies: [{ to: 'other', as: 'full', keep: { last: 1 }, lock: '5 d' }] },
    says: ({ copies: [first] }) => first?.points.mean,
    right: 5,
  },
  {
    what: 'a copy of a copy, of each full',
    strategy: {
      ...weekly,
      copies: [{ to: 'other' }, { to: 'third', from: 'other', after: 'full' }],
    },
    says: ({ copies: made }) => made.map(({ count }) => count.mean),
    right: [14, 2],
  },
  {
    what: 'from Deep Archive, which is thawed first: 12 h, and a second for the gigabyte',
    ...thawed,
    says: secondsOfSecond,
    right: expect.closeTo(12 * 3600, -1),
  },
  {
    what: 'from Deep Archive in bulk: 48 h',
    ...thawed,
    stores: { other: { profile: 'cloud/aws-s3-deep-archive', retrieval: 'bulk' } },
    says: secondsOfSecond,
    right: expect.closeTo(48 * 3600, -1),
  },
  {
    what: 'from Deep Archive while the points still lie in Standard: nothing is thawed',
    ...thawed,
    stores: {
      other: {
        profile: 'cloud/aws-s3-standard',
        lifecycle: [{ after: '3 d', to: 'cloud/aws-s3-deep-archive' }],
      },
    },
    says: secondsOfSecond,
    right: expect.closeTo(0, -1),
  },
];

describe('what is copied and checked', () => {
  it.each(verified)('checked: $what', holdsTrue);
  it.each(copied)('copied: $what', holdsTrue);
});
