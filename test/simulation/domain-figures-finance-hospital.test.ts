import { describe, expect, it } from 'vitest';
import { type Edits, planned, shipped } from '../support/shipped.ts';

const TB = 1e12;
const HOUR = 3600;

/** What a scenario needs no more once its strategies are others. */
const BARE: Edits = {
  disasters: undefined,
  operations: undefined,
  cost: undefined,
  penalties: undefined,
};

describe('finance.yaml', () => {
  // 52 s of two million files at 0.026 ms are in each of the times below.
  /**
   * The ledger in full, uncompressed, over eight streams, and back from the other city with MD5
   * after the transfer: the shipped plan of one night without its increments.
   */
  const back = (cores: number, edits: Edits = {}) =>
    shipped('finance', {
      ...BARE,
      horizon: '1 day',
      strategies: {
        full: {
          tool: 'rsyncs',
          to: 'vault',
          full: 'daily at 01:00',
          verify: { method: 'md5', cores },
        },
      },
      objectives: { rto: '4 h' },
      ...edits,
    });

  it.each([
    [1, 7.42, false],
    [8, 3.37, true],
  ])(
    'comes back with MD5 on %d cores in %d h, of which 4 h are promised',
    async (cores, h, met) => {
      const plan = planned(await back(cores));
      expect(plan.newest().seconds.mean / HOUR).toBeCloseTo(h, 2);
      expect(plan.objective('rto').met).toBe(met);
    },
  );

  it('takes 5.6 h for the transfer alone with one path down', async () => {
    const plan = planned(await back(8, { 'links.wan.live': 1 }));
    expect(plan.newest().terms.move.mean / HOUR).toBeCloseTo(5.57, 2);
    // With eight cores 6.1 h, with one 10.2 h: it fails either way.
    expect(plan.newest().seconds.mean / HOUR).toBeCloseTo(6.15, 2);
    expect(plan.objective('rto').met).toBe(false);
  });

  it('seeds in 2.8 h at line rate, checks in 4.6 h on one core, and needs 5 to 18 min a night', async () => {
    const result = await shipped('finance');
    const [one, eight] = ['nightly-one-stream', 'nightly-eight-streams'].map((name) =>
      planned(result, name),
    );
    expect((eight?.jobsAt('seed').terms.move.mean ?? 0) / HOUR).toBeCloseTo(2.78, 2);
    expect((one?.jobsAt('seed').terms.verify.mean ?? 0) / HOUR).toBeCloseTo(4.63, 2);
    // 300 GB at 1 GB/s and in one ssh stream; 17.9 min are those of 280 MB/s, at 7.5 ms.
    expect((eight?.jobsAt('incremental').terms.move.mean ?? 0) / 60).toBeCloseTo(5, 2);
    expect((one?.jobsAt('incremental').terms.move.mean ?? 0) / 60).toBeCloseTo(16.7, 1);
  });

  it('seeds in 9.9 h in one ssh stream at 7.5 ms; the shipped line of 7 ms takes 9.3 h', async () => {
    const at = async (edits: Edits) =>
      planned(
        await shipped('finance', { horizon: '1 week', ...edits }),
        'nightly-one-stream',
      ).jobsAt('seed').terms.move.mean / HOUR;
    expect(await at({ 'links.wan.rtt': '7.5 ms' })).toBeCloseTo(9.93, 2);
    expect(await at({})).toBeCloseTo(9.27, 2);
  });

  it('breaks the half hour of the banks with backups a day apart, and keeps it with a replica', async () => {
    const result = await shipped('finance');
    const clause = (strategy: string) =>
      planned(result, strategy).rule('cn.bank.104').clauses[1]?.verdict;
    expect(clause('nightly-eight-streams')).toBe('broken');
    expect(clause('nightly-deduplicated')).toBe('broken');
    expect(clause('three-centres')).toBe('kept');
    const best = planned(result, 'three-centres');
    expect(best.rules.map(({ verdict }) => verdict)).toEqual(Array(5).fill('kept'));
    // The log that goes to the other city every 15 min bounds what a lost city takes.
    expect((best.disaster('city-lost').loss?.worst.mean ?? 0) / 60).toBeCloseTo(15, 0);
  });

  it('holds 220 TB in 12 monthly and 10 yearly fulls without shared blocks', async () => {
    const kept = async (gfs: Edits) =>
      planned(
        await shipped('finance', {
          ...BARE,
          horizon: '11 years',
          strategies: {
            gfs: {
              tool: 'rsync',
              to: 'vault',
              style: 'copy',
              incremental: 'weekly on Sunday at 01:00',
              keep: { points: 2, gfs },
            },
          },
        }),
      ).stored.end.mean / TB;
    // Each set by itself: the month and the year that end together share a full.
    const chain = await kept({});
    expect(
      (await kept({ monthly: 12 })) - chain + ((await kept({ yearly: 10 })) - chain),
    ).toBeCloseTo(220, 6);
  });
});

describe('hospital.yaml', () => {
  const onlyRecords = {
    ...BARE,
    'workloads.pictures': undefined,
    'strategies.weekly-full': undefined,
    'strategies.disk-and-tape': undefined,
    'strategies.disk-tape-and-lock': undefined,
    'strategies.daily-full.overrides': undefined,
    objectives: undefined,
  };

  it('misses its window of eight hours from day 94 on, without the pictures beside it', async () => {
    const { window } = planned(await shipped('hospital', onlyRecords));
    // 200 MB/s for 8 h are 5.76 TB: 94 days of 40 GB after 2 TB; the clock stands at 22:00.
    expect(window.firstMiss.p50).toBe('2026-04-09T22:00:00Z');
  });

  it.each([
    [15, 219],
    [30, 438],
  ])('adds in %d years %d TB of pictures', async (years, grown) => {
    const { workloads } = await shipped('hospital', {
      ...onlyRecords,
      horizon: `${years} years`,
      'workloads.pictures': { size: '30 TB', growth: '40 GB/day', site: 'hospital' },
      'workloads.records': undefined,
      'strategies.daily-full': { to: 'disk', incremental: 'monthly on day 1 at 22:00' },
    });
    const [pictures] = workloads;
    const added = ((pictures?.sizeAtEnd.mean ?? 0) - (pictures?.sizeAtStart.mean ?? 0)) / TB;
    // A year counts 365 days there; leap days add up to 0.3 TB.
    expect(Math.abs(added - grown)).toBeLessThan(0.33);
  });

  it('writes the 40 GB of a day in 3.3 min, by themselves', async () => {
    const result = await shipped('hospital', {
      ...onlyRecords,
      horizon: '30 days',
      'workloads.records.change': { 'per-day': '0 %' },
      'strategies.daily-full.full': 'never',
      'strategies.daily-full.incremental': 'daily at 22:00',
    });
    expect(planned(result).jobsAt('incremental').overJobs.p50 / 60).toBeCloseTo(3.33, 2);
  });

  it('fails 3-2-1-1-0 and has nothing left after ransomware as long as all is on one disk', async () => {
    const result = await shipped('hospital');
    for (const name of ['daily-full', 'weekly-full']) {
      expect(planned(result, name).rule('3-2-1-1-0').verdict).toBe('broken');
      expect(planned(result, name).disaster('ransomware').unprotected.mean).toBe(1);
    }
    expect(planned(result, 'disk-tape-and-lock').rule('3-2-1-1-0').verdict).toBe('kept');
    expect(planned(result, 'disk-tape-and-lock').disaster('ransomware').unprotected.mean).toBe(0);
  });
});
