import { describe, expect, it } from 'vitest';
import type { StrategyResult } from '../../../src/report/result/result.ts';
import { PLAIN } from '../../support/one-workload.ts';
import { type Declared, resultOf, strategyOf } from '../../support/played.ts';

/** A restore whose time can be worked out in the row. */
interface Back {
  readonly what: string;
  readonly tool?: Declared;
  readonly workload?: Declared;
  readonly store?: Declared;
  readonly more?: Declared;
  readonly seconds: number;
}

/** 1 TB in a million files, read back at 500 MB/s in 2000 s; the tool takes what is said of it. */
const restored = async ({ tool, workload, store, more }: Partial<Back>): Promise<StrategyResult> =>
  strategyOf(
    await resultOf({
      start: '2026-01-05',
      horizon: '10 days',
      workloads: { data: { size: '1 TB', files: '1 million', ...PLAIN, ...workload } },
      stores: { disk: { read: '500 MB/s', ...store } },
      tools: { own: { like: 'generic', ...tool } },
      strategies: { plan: { tool: 'own', full: 'daily at 00:00', keep: { last: 100 } } },
      ...more,
    }),
    'plan',
  );

/** Home and away with 80 ms there and back, no limit of bytes. */
const AWAY: Declared = {
  sites: { home: {}, away: {} },
  links: { net: { between: ['home', 'away'], rate: '1 PB/s', rtt: '80 ms' } },
};

const ways: readonly Back[] = [
  {
    what: 'each file takes its time, and then the bytes: 1,000,000 * 1 ms + 2000 s',
    tool: { restore: { 'per-file': '1 ms' } },
    seconds: 1000 + 2000,
  },
  {
    what: 'a file takes as long as there, where nothing is said of the way back',
    tool: { 'per-file': '3 ms' },
    seconds: 3000 + 2000,
  },
  {
    what: 'what is said of restores counts before what is said of backups',
    tool: { 'per-file': '3 ms', prepare: '50 s', restore: { 'per-file': '1 ms', fixed: '7 s' } },
    seconds: 7 + 1000 + 2000,
  },
  {
    what: 'fixed times of backups are those of restores where nothing is said of these',
    tool: { prepare: '50 s', finish: '5 s' },
    seconds: 50 + 2000 + 5,
  },
  {
    what: 'a core restores so many bytes a second: 1 TB at 100 MB/s on four of them',
    tool: { cores: 4, restore: { rate: '100 MB/s' } },
    seconds: 1e12 / 400e6,
  },
  {
    what: 'files are of the mean size where their number is not given: a TB of 10 MB each',
    workload: { files: undefined, 'file-size': { mean: '10 MB' } },
    tool: { restore: { 'per-file': '1 ms' } },
    seconds: 100 + 2000,
  },
  {
    what: 'each object of its own waits for 80 ms there and back and 150 ms of the bucket, 4 at once',
    tool: { objects: 'files', streams: 4, 'stream-window': '1 TB' },
    workload: { site: 'home' },
    store: { site: 'away', profile: 'cloud/aws-s3-standard', read: undefined },
    more: AWAY,
    // One stream brings 87.5 MB/s.
    seconds: 0.15 + (1e6 * (0.08 + 0.15)) / 4 + 1e12 / (4 * 87.5e6) + 0.04,
  },
  {
    what: 'files in packs do not wait one by one',
    tool: { objects: 'packs', streams: 4, 'stream-window': '1 TB' },
    workload: { site: 'home' },
    store: { site: 'away', profile: 'cloud/aws-s3-standard', read: undefined },
    more: AWAY,
    seconds: 0.15 + 1e12 / (4 * 87.5e6) + 0.04,
  },
];

describe('how long a restore takes', () => {
  it.each(ways)('$what', async (row) => {
    const { recovery } = await restored(row);
    expect(recovery.newest?.seconds.mean).toBeCloseTo(row.seconds, 5);
  });

  it('an old point has fewer files, as it has fewer bytes: 1 of 1.9 TB after nine days', async () => {
    const { recovery } = await restored({
      tool: { restore: { 'per-file': '1 ms' } },
      workload: { growth: '100 GB/day' },
      store: { read: undefined },
    });
    expect(recovery.newest?.seconds.mean).toBeCloseTo(1900, 5);
  });

  it('after a disaster: files are a part of the move', async () => {
    const { disasters } = await restored({
      tool: { restore: { 'per-file': '1 ms', fixed: '7 s' } },
      more: { disasters: { slip: { scope: 'workload', 'per-year': 1 } } },
    });
    const { terms } = disasters[0] ?? {};
    expect(terms?.move.mean).toBeCloseTo(1000 + 2000, 5);
    expect(terms?.prepare.mean).toBeCloseTo(7, 5);
  });

  it('after a disaster: a log comes back over its line, if it is not applied more slowly', async () => {
    const seconds = async (log: Declared) => {
      const { disasters } = await restored({
        more: {
          sites: { home: {}, away: {} },
          links: { net: { between: ['home', 'away'], rate: '10 MB/s' } },
          workloads: { data: { site: 'home', size: '1 TB', ...PLAIN, change: '86.4 GB/day' } },
          stores: { disk: { site: 'home' }, other: { site: 'away' } },
          strategies: {
            plan: {
              ...{ to: 'disk', full: 'daily at 00:00', keep: { last: 100 } },
              log: { every: '15 min', to: 'other', ...log },
            },
          },
          disasters: { slip: { scope: 'workload', 'per-year': 1 } },
        },
      });
      return disasters[0]?.terms?.apply.mean;
    };
    // 1 MB a second for half a day on the mean: 43.2 GB, at 10 MB/s and at 4 MB/s.
    expect(await seconds({})).toBeCloseTo(4320, 5);
    expect(await seconds({ apply: '4 MB/s' })).toBeCloseTo(10_800, 5);
  });

  it('from a copy: by the same tool', async () => {
    const { disasters } = await restored({
      tool: { restore: { 'per-file': '1 ms', fixed: '7 s' } },
      store: { read: '1 MB/s' },
      more: {
        stores: { disk: { site: 'home' }, other: { site: 'away', read: '500 MB/s' } },
        ...AWAY,
        workloads: { data: { site: 'home', size: '1 TB', files: '1 million', ...PLAIN } },
        strategies: {
          plan: {
            ...{ tool: 'own', to: 'disk', full: 'daily at 00:00', keep: { last: 100 } },
            copies: [{ to: 'other' }],
          },
        },
        disasters: { fire: { scope: 'store disk', 'per-year': 1 } },
      },
    });
    const { terms } = disasters[0] ?? {};
    expect(terms?.move.mean).toBeCloseTo(1000 + 2000, 5);
    expect(terms?.prepare.mean).toBeCloseTo(7, 5);
  });

  const together = async (far: Declared) => {
    const { disasters } = await restored({
      more: {
        ...{ sites: { home: {}, away: {} } },
        links: { net: { between: ['home', 'away'], rate: '1 Gbit/s' } },
        workloads: {
          large: { site: 'home', size: '2 TB', ...PLAIN },
          small: { site: 'home', size: '1 TB', ...PLAIN },
        },
        stores: { far },
        strategies: {
          plan: { to: 'far', full: 'daily at 00:00', keep: { last: 100 }, streams: 100 },
        },
        disasters: { fire: { scope: 'site home', 'per-year': 1, decide: '1 h' } },
      },
    });
    const { order = [], recovery, terms } = disasters[0] ?? {};
    return { ends: order.map(({ seconds }) => seconds.mean), recovery, terms };
  };

  it('all that is archived is asked for at once: 48 h in bulk, then 8000 s and 16,000 s', async () => {
    const profile = 'cloud/aws-s3-deep-archive';
    const { ends, recovery, terms } = await together({ site: 'away', profile, retrieval: 'bulk' });
    // A first byte takes 0.15 s.
    const thawed = 3600 + 48 * 3600 + 0.15;
    expect(ends[0]).toBeCloseTo(thawed + 8000, 3);
    expect(ends[1]).toBeCloseTo(thawed + 24_000, 3);
    expect(recovery?.worst.mean).toBeCloseTo(thawed + 24_000, 3);
    expect(terms?.thaw.mean).toBeCloseTo(48 * 3600 + 0.15, 3);
    expect(terms?.move.mean).toBeCloseTo(24_000, 3);
  });

  it('one courier brings the media of all: a day, then 1000 s and 2000 s', async () => {
    const vault = { site: 'away', after: '1 d', back: '1 d' };
    const box = { site: 'home', access: 'offline', read: '1 GB/s', vault };
    const { ends, recovery, terms } = await together(box);
    expect(ends).toEqual([3600 + 86_400 + 1000, 3600 + 86_400 + 3000]);
    expect(recovery?.mean.mean).toBeCloseTo(3600 + 86_400 + 3000, 5);
    expect(terms?.prepare.mean).toBeCloseTo(86_400, 5);
  });

  const archived = { site: 'away', profile: 'cloud/aws-s3-standard' };

  it.each([
    ['a line of 1 Gbit/s where nobody says how many streams', {}, 1e12 / 125e6],
    ['the one stream that is said', { streams: 1 }, 1e12 / 87.5e6],
  ])('from a bucket: %s', async (_, strategy, seconds) => {
    const { recovery } = await restored({
      more: {
        ...{ sites: { home: {}, away: {} } },
        links: { net: { between: ['home', 'away'], rate: '1 Gbit/s' } },
        workloads: { data: { site: 'home', size: '1 TB', ...PLAIN } },
        stores: { bucket: archived },
        strategies: { plan: { full: 'daily at 00:00', keep: { last: 100 }, ...strategy } },
      },
    });
    expect(recovery.newest?.terms.move.mean).toBeCloseTo(seconds, 3);
  });
});
