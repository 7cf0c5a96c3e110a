import { describe, expect, it } from 'vitest';
import { type Edits, planned, shipped } from '../support/shipped.ts';

const TB = 1e12;
const PB = 1e15;
const HOUR = 3600;
const DAY = 86_400;

describe('llm-checkpoints.yaml', () => {
  it('loses 2.2, 9.9, 20 and 31 % of the time with 2 TB/s, 100, 25 and 10 GB/s, and 81 with 1', async () => {
    const { training } = await shipped('llm-checkpoints');
    const percent = (name: string) =>
      100 * (training.find((run) => run.name === name)?.waste ?? Number.NaN);
    expect(percent('only-2-TB-a-second')).toBeCloseTo(2.2, 1);
    // Daly: 1 - T / (M e^(R/M) (e^((T+C)/M) - 1)) with M = 11 124 s and C = R = 52.9 s, 211.6 s, ...
    expect(percent('only-100-GB-a-second')).toBeCloseTo(9.87, 1);
    expect(percent('only-25-GB-a-second')).toBeCloseTo(19.8, 1);
    expect(percent('only-10-GB-a-second')).toBeCloseTo(31.2, 1);
    expect(percent('only-1-GB-a-second')).toBeCloseTo(81.4, 1);
    // A tier of the run brings the checkpoint back over 100 Gbit/s in 7 min.
    const vault = training.find((run) => run.name === 'levels')?.tiers.at(-1);
    expect((vault?.restoreSeconds ?? 0) / 60).toBeCloseTo(7.05, 2);
  });

  it('loses less on three levels than on one that survives as much, and by writing behind the run', async () => {
    const { training } = await shipped('llm-checkpoints');
    const waste = (name: string) => training.find((run) => run.name === name)?.waste ?? Number.NaN;
    const alone = waste('only-25-GB-a-second');
    expect(waste('levels')).toBeLessThan(alone / 2);
    expect(waste('objects-in-the-background')).toBeLessThan(alone / 2);
  });

  it('gains nothing by chunks', async () => {
    const plan = planned(await shipped('llm-checkpoints'), 'daily-in-chunks');
    const [daily, seed] = ['incremental', 'seed'].map(
      (level) => plan.jobsAt(level, 'checkpoint').bytesStored.mean,
    );
    expect((daily ?? 0) / (seed ?? 1)).toBeCloseTo(1, 9);
  });

  /** The checkpoint alone, uncompressed, from the archive after ransomware. */
  const fromTheArchive = async () => {
    const result = await shipped('llm-checkpoints', {
      'workloads.weights': undefined,
      'workloads.checkpoint.compressibility': 1,
      'strategies.twelve-whole-forty-weights': undefined,
    });
    return planned(result, 'daily-full').disaster('ransomware').terms;
  };

  it('comes back from an archive in 13.2 h, which is 0.54 M USD of accelerators', async () => {
    const terms = await fromTheArchive();
    const hours = ((terms?.thaw.mean ?? 0) + (terms?.move.mean ?? 0)) / HOUR;
    // The thaw of 12 h and 5.29 TB over 10 Gbit/s, 1.2 h.
    expect((terms?.move.mean ?? 0) / HOUR).toBeCloseTo(1.18, 2);
    expect(hours).toBeCloseTo(13.2, 1);
    expect((hours * 16_384 * 2.5) / 1e6).toBeCloseTo(0.54, 2);
  });
});

describe('rl-posttraining.yaml', () => {
  it('is 1.1 GB a step as a patch, all of it in chunks, and 87 % of it after a day', async () => {
    const result = await shipped('rl-posttraining');
    const weights = (name: string, level: string) =>
      planned(result, name).jobsAt(level, 'weights').bytesStored.mean;
    expect(weights('patch-each-step', 'incremental') / 1e9).toBeCloseTo(1.1, 1);
    // Chunks save nothing but what stood twice in the first of all.
    const chunks = weights('chunks-each-step', 'incremental') / weights('chunks-each-step', 'seed');
    expect(chunks).toBeGreaterThanOrEqual(1);
    expect(chunks).toBeLessThan(1.04);
    const daily = weights('patch-each-day', 'incremental') / weights('patch-each-day', 'seed');
    expect(daily).toBeCloseTo(0.87, 2);
    const optimiser = result.workloads.find(({ name }) => name === 'optimiser');
    expect(optimiser?.sizeAtStart.mean).toBe(560e9);
  });

  it('can go elsewhere within the hour as patches only', async () => {
    const result = await shipped('rl-posttraining');
    const rpo = (name: string) => planned(result, name).objective('rpo');
    expect(rpo('patch-each-step').met).toBe(true);
    expect(rpo('everything-each-hour').met).toBe(false);
  });
});

describe('rag-inference.yaml', () => {
  it('logs 559 TB in 180 days, 124 TB as stored; a new embedding makes an increment a full', async () => {
    const result = await shipped('rag-inference');
    const size = (name: string) =>
      (result.workloads.find((one) => one.name === name)?.sizeAtStart.mean ?? 0) / TB;
    expect(size('log')).toBeCloseTo(559, 0);
    // 6.14 TB of numbers and 4 % of graph.
    expect(size('vectors')).toBeCloseTo(6.14 * 1.042, 2);
    const plan = planned(result, 'forever-incremental');
    expect(plan.jobsAt('seed', 'log').bytesStored.mean / TB).toBeCloseTo(124, 0);
    const nightly = plan.jobsAt('incremental', 'vectors').overJobs;
    expect(nightly.max).toBeGreaterThanOrEqual(plan.jobsAt('seed', 'vectors').overJobs.max);
    expect(nightly.p50).toBeLessThan(nightly.max / 20);
  });

  it('spends more on the log than on all else, and more time to bring it back', async () => {
    const plan = planned(await shipped('rag-inference'), 'forever-incremental');
    expect(plan.newest().workload).toBe('log');
    expect(plan.disaster('ransomware').order.at(-1)?.workload).toBe('log');
  });
});

describe('training-corpus.yaml', () => {
  /** Both sets as they are at the start, written once to tapes with spanning and without overhead. */
  const once = (edits: Edits = {}) =>
    shipped('training-corpus', {
      horizon: '90 days',
      'workloads.raw.growth': undefined,
      'workloads.raw.change': { 'per-day': '0 %' },
      'workloads.clean.change': { 'per-day': '0 %' },
      disasters: undefined,
      objectives: undefined,
      strategies: {
        once: { to: 'tapes', streams: 8, full: ['2026-01-05T20:00'], keep: { last: 1 } },
      },
      ...edits,
    });

  it('is seeded after more than 93 d where the first full of 10 PB goes over 10 Gbit/s', async () => {
    const result = await shipped('training-corpus');
    const { rpo, schedules } = planned(result, 'over-the-line');
    const [backups] = schedules;
    const start = Date.parse(result.scenario.start);
    const seeded = Date.parse(backups?.seededOn.p50 ?? '') - start;
    expect(seeded / 1000).toBeGreaterThan(93 * DAY);
    // From then on there is a point a day.
    expect(rpo.gap?.mean).toBe(DAY);
  });

  it('fills 612 cartridges of LTO-9, one of them open at a time', async () => {
    const library = planned(await once()).library('tapes');
    expect(library.everUsed.mean).toBe(612);
  });

  it('is written in 53 d at 8 x 300 MB/s; the fastest step of these drives, 284 MB/s, takes 56 d', async () => {
    const plan = planned(await once());
    const moved = ['raw', 'clean'].map((name) => plan.jobsAt('seed', name).terms.move.mean / DAY);
    const days = moved.reduce((sum, one) => sum + one, 0);
    expect(days).toBeCloseTo((11 * PB) / (8 * 284e6) / DAY, 1);
    expect((days * 284) / 300).toBeCloseTo(53, 0);
  });

  it('waits 51 h for new cartridges to be made ready, between mounts', async () => {
    const plan = planned(await once());
    const hours = ['raw', 'clean'].map(
      (name) => plan.jobsAt('seed', name).terms.prepare.mean / HOUR,
    );
    const ready = hours.reduce((sum, one) => sum + one, 0);
    // 612 x 40 min over eight drives; a change of cartridges besides for each wave of eight.
    expect(ready).toBeGreaterThan(51);
    expect(ready).toBeLessThan(51 + (612 / 8) * (400 / 3600));
    const ten = await once({
      'stores.tapes.profile': 'tape/lto10',
    });
    // LTO-10 knows nothing of the kind: what is left are the changes.
    const changes = ['raw', 'clean'].map(
      (name) => planned(ten).jobsAt('seed', name).terms.prepare.mean / HOUR,
    );
    expect(changes.reduce((sum, one) => sum + one, 0)).toBeLessThan(8);
  });

  it('brings back 1 PB in 116 h at 2.4 GB/s; at 284 MB/s a drive in 122 h, and changes besides', async () => {
    const plan = planned(
      await once({
        'workloads.raw': undefined,
        strategies: {
          once: { to: 'tapes', streams: 8, full: ['2026-01-05T20:00'], keep: { last: 1 } },
        },
      }),
    );
    const hours = plan.newest().terms.move.mean / HOUR;
    const changes = ((PB / 18e12) * (300 / HOUR)) / 8;
    expect(hours).toBeGreaterThan(PB / (8 * 284e6) / HOUR);
    expect(hours).toBeLessThan(PB / (8 * 284e6) / HOUR + 1.5 * changes);
    expect(hours / 116).toBeCloseTo(1.05, 1);
  });

  /** What a month adds to the raw set by append alone, written to a store that is always ready. */
  const month = async (level: 'incremental' | 'differential') => {
    const result = await once({
      horizon: '31 days',
      'workloads.raw.growth': '20 TB/day',
      'workloads.clean': undefined,
      stores: { store: { site: 'primary' } },
      strategies: { plan: { full: ['2026-01-05T20:00'], [level]: 'daily at 20:00' } },
    });
    return planned(result).jobsAt(level).bytesRead.mean;
  };

  it('appends 600 TB a month: 9.3 PB in differentials, 0.6 PB in increments', async () => {
    // 30 nights after the full: 20 TB each, or 20, 40 and so on up to 600 TB.
    expect((30 * (await month('differential'))) / PB).toBeCloseTo(9.3, 6);
    expect((30 * (await month('incremental'))) / PB).toBeCloseTo(0.6, 6);
  });

  it('writes the 20 TB of a day in 2.3 h at 2.4 GB/s; in 2.45 h at 284 MB/s a drive', async () => {
    const plan = planned(
      await once({
        'workloads.raw.growth': '20 TB/day',
        strategies: {
          plan: {
            to: 'tapes',
            streams: 8,
            full: ['2026-01-05T20:00'],
            incremental: 'daily at 20:00',
            overrun: { next: 'queue' },
          },
        },
      }),
    );
    const { terms, bytesRead } = plan.jobsAt('incremental', 'raw');
    const day = (terms.move.mean / bytesRead.mean) * 20 * TB;
    expect(day / HOUR).toBeCloseTo(2.45, 2);
  });
});
