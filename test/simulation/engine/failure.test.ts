import { describe, expect, it } from 'vitest';
import { MOVE, RETRY } from '../../../src/simulation/sharing/flow-spec.ts';
import { oneWorkload } from '../../support/one-workload.ts';
import { planOf, runOf, secondsOf } from '../../support/played.ts';

const DAYS = 200;
const failing = (failure: string, retries: number) =>
  planOf(
    oneWorkload({
      horizon: `${DAYS} days`,
      strategy: { failure, retries, 'retry-after': '10 min', keep: { last: 1 } },
    }),
  );

/** Figures of many seeds together; the seeds are fixed, so the bounds hold or do not. */
function played(failure: string, retries: number) {
  const plan = failing(failure, retries);
  const sums = { jobs: 0, failed: 0, well: 0, move: 0, retry: 0 };
  for (let seed = 0; seed < 50; seed++) {
    const run = runOf(plan, { seed });
    sums.jobs += DAYS;
    sums.failed += run.failed;
    for (const { count, terms } of run.tallies[0] ?? []) {
      sums.well += count;
      sums.move += terms[MOVE] ?? 0;
      sums.retry += terms[RETRY] ?? 0;
    }
  }
  return sums;
}

describe('jobs that fail', () => {
  it.each([
    { percent: 10, retries: 0 },
    { percent: 30, retries: 1 },
    { percent: 50, retries: 2 },
    { percent: 80, retries: 3 },
  ])(
    'are a share of p^(retries + 1): $percent in 100, $retries retries',
    ({ percent, retries }) => {
      const { jobs, failed, well } = played(`${percent} %`, retries);
      const wanted = (percent / 100) ** (retries + 1);
      const deviation = Math.sqrt((wanted * (1 - wanted)) / jobs);
      expect(Math.abs(failed / jobs - wanted)).toBeLessThan(4 * deviation);
      expect(failed + well).toBe(jobs);
    },
  );

  it('take every attempt in full, and the time between them', () => {
    const { move, retry, well } = played('50 %', 2);
    const retries = retry / 600;
    expect(retries).toBeCloseTo(Math.round(retries), 6);
    // Each attempt moves 1 TB at 1 GB/s.
    expect(move).toBeCloseTo(1000 * (well + retries), 3);
    // Of jobs that end well after at most three tries, (p + 2 p²) / (1 + p + p²) need another each.
    expect(retries / well).toBeCloseTo((0.5 + 2 * 0.25) / 1.75, 1);
  });

  it('do not exist without a chance of failure', () => {
    expect(played('0 %', 2)).toMatchObject({ failed: 0, retry: 0 });
  });

  it('leave no point and make the gap longer', () => {
    const plan = failing('40 %', 0);
    for (let seed = 0; seed < 20; seed++) {
      const { failed, gap, tallies, written, deleted, stored } = runOf(plan, { seed });
      const well = (tallies[0] ?? []).reduce((sum, { count }) => sum + count, 0);
      expect(well).toBe(DAYS - failed);
      expect(gap).toBeGreaterThan(86400);
      expect(gap % 86400).toBe(0);
      expect(written - deleted).toBeCloseTo(stored.end, -3);
    }
  });

  it('are followed by a full where the first of all failed', () => {
    const plan = planOf(
      oneWorkload({
        horizon: '30 days',
        strategy: { full: 'never', incremental: 'daily at 00:00', failure: '90 %' },
      }),
    );
    for (let seed = 0; seed < 20; seed++) {
      const [seed1 = 0, ...others] = secondsOf(runOf(plan, { seed }));
      if (seed1 > 0) expect(seed1).toBeCloseTo(1000, 6);
      for (const seconds of others) expect(seconds).toBe(0);
    }
  });

  it('are cut off with their retries as the window closes', () => {
    const plan = planOf(
      oneWorkload({
        horizon: '10 days',
        workload: { size: '3 TB' },
        strategy: {
          failure: '99 %',
          retries: 100,
          window: '00:00-02:00',
          overrun: { window: 'cut' },
        },
      }),
    );
    const { failed, windowOutcomes, durations } = runOf(plan, { seed: 3 });
    expect(failed + (durations[0]?.length ?? 0)).toBe(10);
    expect(windowOutcomes.seen).toBe(10);
    expect(windowOutcomes.missed).toBe(failed);
  });
});
