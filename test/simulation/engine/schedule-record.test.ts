import { describe, expect, it } from 'vitest';
import { instant, oneWorkload } from '../../support/one-workload.ts';
import { type Declared, planOf, runOf } from '../../support/played.ts';

const START = instant('2026-01-05T00:00:00Z');
/** The seconds after which each protection was seeded, and what was due and missed. */
const schedulesOf = (declared: Declared, watched = false) =>
  runOf(planOf(declared), watched ? { watch: () => {} } : {}).byProtection.map(
    ({ schedule: { seededAt, due, missed } }) => [seededAt - START, due, missed],
  );

describe('the seeding of a protection', () => {
  it('is over when its first full is, here after 1000 s', () => {
    const declared = oneWorkload({ horizon: '2 days', strategy: { full: 'daily at 00:00' } });
    expect(schedulesOf(declared)).toEqual([[1000, 2, 0]]);
  });

  it('does not last until the end of a job that waited for it', () => {
    // 1 TB takes 1000 s, and 9 TB, whose turn comes then, another 9000 s.
    const declared = oneWorkload({
      horizon: '2 days',
      sites: { here: { server: { jobs: 1 } } },
      workloads: {
        first: { size: '1 TB', compressibility: 1, duplicates: 0 },
        second: { size: '9 TB', compressibility: 1, duplicates: 0 },
      },
      strategy: { full: 'daily at 00:00' },
    });
    for (const watched of [false, true]) {
      expect(schedulesOf(declared, watched)).toEqual([
        [1000, 2, 0],
        [10_000, 2, 0],
      ]);
    }
  });

  it('is never over where the only run is still under way at the end: it left no point', () => {
    // 1 TB takes 1000 s from 23:50 on.
    const strategy = { full: ['2026-01-05T23:50'] };
    expect(schedulesOf(oneWorkload({ horizon: '1 day', strategy }))).toEqual([[Number.NaN, 1, 1]]);
    expect(schedulesOf(oneWorkload({ horizon: '2 days', strategy }))).toEqual([[86_800, 1, 0]]);
  });

  it('holds up the runs that come due meanwhile, which are not missed', () => {
    // 9 TB take 9000 s: the runs after one and two hours find it running.
    const declared = oneWorkload({
      horizon: '12 h',
      workload: { size: '9 TB', change: { 'per-run': '0 %' } },
      strategy: { full: 'never', incremental: 'every 1 h', overrun: { next: 'skip' } },
    });
    expect(schedulesOf(declared)).toEqual([[9000, 12, 0]]);
  });

  it('works off what queued meanwhile, and does not wait for a queue that never drains', () => {
    // 36 TB take 10 h, in which the runs of hours 1 to 9 come due. Each of them reads 5.4 TB in 1.5 h: the
    // ninth is over after 10 + 9 * 1.5 h. From then on a point is 1.5 h after the one before.
    const declared = oneWorkload({
      horizon: '2 days',
      workload: { size: '36 TB', change: { 'per-run': '15 %' } },
      strategy: { full: 'never', incremental: 'every 1 h', overrun: { next: 'queue' } },
    });
    for (const options of [{}, { watch: () => {} }]) {
      const [run] = runOf(planOf(declared), options).byProtection;
      expect(((run?.schedule.seededAt ?? 0) - START) / 3600).toBeCloseTo(23.5, 6);
      expect((run?.gap ?? 0) / 3600).toBeCloseTo(1.5, 6);
    }
  });

  it('is over as the queue is empty where it drains', () => {
    // 36 TB take 10 h, 0.36 TB 6 min: the nine runs that queued are over after 10 h 54 min.
    const declared = oneWorkload({
      horizon: '2 days',
      workload: { size: '36 TB', change: { 'per-run': '1 %' } },
      strategy: { full: 'never', incremental: 'every 1 h', overrun: { next: 'queue' } },
    });
    for (const options of [{}, { watch: () => {} }]) {
      const [run] = runOf(planOf(declared), options).byProtection;
      expect(((run?.schedule.seededAt ?? 0) - START) / 3600).toBeCloseTo(10.9, 6);
      expect((run?.gap ?? 0) / 3600).toBeCloseTo(1, 6);
    }
  });

  it('of a copy that lags for ever is over with the second one, and its gap is the steady one', () => {
    // 4 TB at 10 MB/s take 111.1 h, to day 4.63: the newest point then is that of day 4. What has changed of
    // 1 TB a day, 4 TB at once and a quarter of it in each run, is 4 * (1 - 0.75^4) = 2.734 TB, or 75.96 h:
    // seeded after 187.1 h. From day 7 on a copy takes the points of three or two days.
    const declared = oneWorkload({
      horizon: '60 days',
      workload: { size: '4 TB', change: '25 %/day' },
      stores: { disk: {}, far: { write: '10 MB/s' } },
      strategy: {
        to: 'disk',
        full: 'never',
        incremental: 'daily at 00:00',
        copies: [{ to: 'far', keep: { last: 100 } }],
      },
    });
    for (const options of [{}, { watch: () => {} }]) {
      const [, copy] = runOf(planOf(declared), options).byProtection;
      const seeded = (4e12 * (1 + 1 - 0.75 ** 4)) / 1e7;
      expect((copy?.schedule.seededAt ?? 0) - START).toBeCloseTo(seeded, 3);
      expect((copy?.gap ?? 0) / 86_400).toBe(3);
      expect(copy?.schedule.missed).toBeGreaterThan(0);
    }
  });

  it('leaves no gap to a copy that is quicker: the run that it held up is due in no copy', () => {
    // 90 TB take 25 h, so the run of the second day is left out; its copy takes 2.5 h, to 27.5 h. The
    // next point is of 48 h: 23 h after the backup was seeded, 20.5 h after the copy was.
    const declared = oneWorkload({
      horizon: '4 days',
      workload: { size: '90 TB', change: { 'per-run': '0 %' } },
      stores: { disk: { write: '1 GB/s' }, twin: { write: '10 GB/s' } },
      strategy: {
        to: 'disk',
        full: 'never',
        incremental: 'daily at 00:00',
        overrun: { next: 'skip' },
        copies: [{ to: 'twin' }],
      },
    });
    const { byProtection } = runOf(planOf(declared));
    expect(byProtection.map(({ schedule }) => (schedule.seededAt - START) / 3600)).toEqual([
      25, 27.5,
    ]);
    expect(byProtection.map(({ gap }) => gap / 3600)).toEqual([24, 24]);
  });
});
