import { describe, expect, it } from 'vitest';
import { retentionReach } from '../../../src/report/answer/retention-reach.ts';
import { oneWorkload } from '../../support/one-workload.ts';
import { type Declared, planOf } from '../../support/played.ts';

const DAY = 86_400;

/** Days for which anything is kept longest: 70 days, a full a week and a backup each day. */
function daysOf(strategy: Declared): number {
  const plan = planOf(
    oneWorkload({
      horizon: '70 days',
      stores: { disk: {}, far: {} },
      strategy: {
        to: 'disk',
        full: 'weekly on Monday at 00:00',
        incremental: 'daily at 00:00',
        keep: { daily: 3 },
        ...strategy,
      },
    }),
  );
  const [own] = plan.strategies;
  if (!own) throw new Error('there is no strategy');
  return retentionReach(plan, own) / DAY;
}

describe('how far back a strategy reaches', () => {
  it('is as far as its longest rule, or its longest lock', () => {
    expect(daysOf({})).toBe(3);
    expect(daysOf({ lock: '20 d' })).toBe(20);
    expect(daysOf({ copies: [{ to: 'far', keep: { daily: 2 }, lock: '30 d' }] })).toBe(30);
  });

  it('is so many points of a copy, as often as it is made', () => {
    const keep = { points: 6 };
    // After each of 70 backups, after each of ten fulls, and on dates of its own.
    expect(daysOf({ copies: [{ to: 'far', keep }] })).toBe(6);
    expect(daysOf({ copies: [{ to: 'far', keep, after: 'full' }] })).toBe(42);
    expect(daysOf({ copies: [{ to: 'far', keep, on: 'every 2 days at 12:00' }] })).toBe(12);
  });

  it('is no more points than the backups that it copies have', () => {
    const copies = [{ to: 'far', keep: { points: 6 }, on: 'hourly' }];
    expect(daysOf({ copies })).toBe(6);
  });
});
