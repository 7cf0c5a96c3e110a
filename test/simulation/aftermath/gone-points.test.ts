import { describe, expect, it } from 'vitest';
import { oneWorkload } from '../../support/one-workload.ts';
import { type Declared, planOf, runOf } from '../../support/played.ts';

/** 1 TB of which 5 % change from run to run, a full each month; March has begun when it ends. */
const slowest = (strategy: Declared = {}, more: Declared = {}) => {
  const plan = oneWorkload({
    ...{ start: '2026-01-01', horizon: '60 days' },
    workload: { change: '5 %/run' },
    stores: { disk: { read: '100 MB/s' }, quick: { read: '1 GB/s' } },
    strategies: {
      plan: {
        ...{ to: 'disk', full: 'monthly on day 1', incremental: 'daily at 00:00' },
        keep: { last: 1 },
        ...strategy,
      },
    },
    ...more,
  });
  const { worst } = runOf(planOf(plan)).recovery;
  return [worst?.chain, Math.round(worst?.seconds ?? 0)];
};

const promised = { objectives: { rto: '4 h' } };

describe('the slowest restore of a point that is gone by the end', () => {
  it('is that of 31 January, a full and thirty increments, where a restore is promised', () => {
    expect(slowest({}, promised)).toEqual([31, 25_000]);
  });

  it('counts where a disaster asks for points as well', () => {
    const disasters = { slip: { scope: 'workload', 'per-year': 1 } };
    expect(slowest({}, { disasters })).toEqual([31, 25_000]);
  });

  it('comes from a copy that got it, where the promise is broken else', () => {
    // 14,400 s are kept up to eight increments; what is larger comes from the copy, 2500 s at most.
    const copies = [{ to: 'quick' }];
    expect(slowest({ copies }, promised)).toEqual([9, 14_000]);
  });
});
