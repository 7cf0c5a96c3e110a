import { describe, expect, it } from 'vitest';
import { oneWorkload } from '../../support/one-workload.ts';
import { type Declared, planOf, runOf } from '../../support/played.ts';

/** Three weeks from a Monday: 1 TB, of which 10 GB differ each day, at 1 GB/s a core. */
const checksOf = (every: string, dates: Declared, copies?: readonly Declared[]) => {
  const { verification } = runOf(
    planOf(
      oneWorkload({
        horizon: '21 days',
        workload: { change: '10 GB/day' },
        stores: { disk: {}, second: {} },
        strategy: {
          to: 'disk',
          full: 'never',
          incremental: 'daily at 00:00',
          keep: { last: 100 },
          ...(copies ? { copies } : { verify: { method: 'md5', every, rate: '1 GB/s' } }),
          ...dates,
        },
      }),
    ),
  );
  return { count: verification.count, seconds: Math.round(verification.seconds) };
};

describe('verify', () => {
  it('checks every backup: the first full and twenty increments', () => {
    expect(checksOf('backup', {})).toEqual({ count: 21, seconds: 1000 + 20 * 10 });
  });

  it('every: full checks fulls alone: three Mondays', () => {
    const full = 'weekly on Monday at 00:00';
    expect(checksOf('full', { full })).toEqual({ count: 3, seconds: 3 * 1000 });
  });

  it('every: full checks synthetic fulls as well, by the bytes that came for them', () => {
    const synthetic = 'weekly on Monday at 00:00';
    expect(checksOf('full', { synthetic })).toEqual({ count: 3, seconds: 1000 + 2 * 10 });
  });

  it('every: full checks no differentials', () => {
    const differential = 'weekly on Monday at 00:00';
    expect(checksOf('full', { differential })).toEqual({ count: 1, seconds: 1000 });
  });

  it('of a copy goes by the level of the copy', () => {
    const verify = { method: 'md5', every: 'full', rate: '1 GB/s' };
    const synthetic = 'weekly on Monday at 00:00';
    const copies = [{ to: 'second', keep: { last: 100 }, verify }];
    expect(checksOf('', { synthetic }, copies)).toEqual({ count: 3, seconds: 3 * 1000 });
  });
});
