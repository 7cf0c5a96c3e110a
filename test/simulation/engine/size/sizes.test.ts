import { describe, expect, it } from 'vitest';
import { chunksChanged } from '../../../../src/model/granularity.ts';
import { filesOf, oneWorkload } from '../../../support/one-workload.ts';
import { type Declared, planOf, runOf } from '../../../support/played.ts';

const TB = 1e12;
const played = (workload: Declared, strategy: Declared = {}, more: Declared = {}) =>
  runOf(
    planOf(
      oneWorkload({
        workload,
        strategy: { full: ['2026-01-05'], incremental: 'daily at 00:00', ...strategy },
        ...more,
      }),
    ),
  );
/** Stored bytes of every point, as shares of a TB, oldest first. */
const stored = (...scenario: Parameters<typeof played>): number[] =>
  filesOf(played(...scenario)).map(({ bytes }) => bytes / TB);
const near = (found: readonly number[], wanted: readonly number[]): void => {
  expect(found).toHaveLength(wanted.length);
  for (const [index, value] of wanted.entries()) expect(found[index]).toBeCloseTo(value, 9);
};
const fewDays = { horizon: '4 days' };

describe('growth', () => {
  it('of a share compounds by whole days, and is part of the stated change', () => {
    const run = played(
      { growth: '10 %/year', change: '3 %/day' },
      { full: 'daily at 00:00' },
      { horizon: '366 days' },
    );
    expect(run.sizes[0]?.end).toBeCloseTo(1.1 * TB * 1.1 ** (1 / 365), 0);
    const half = filesOf(run).find(({ source }) => source > 0)?.source;
    expect(half).toBeGreaterThan(TB);
    near(stored({ growth: '10 %/year', change: '3 %/day' }, {}, fewDays), [
      1,
      ...[1, 2, 3].map((day) => 0.03 * 1.1 ** (day / 365)),
    ]);
  });

  it('of appended bytes goes by the second, and every increment carries it on top', () => {
    near(stored({ growth: '40 GB/day', change: '0 %/day' }, {}, fewDays), [1, 0.04, 0.04, 0.04]);
    near(stored({ growth: '40 GB/day', change: '1 %/day' }, {}, fewDays), [
      1,
      ...[0, 1, 2].map((day) => 0.04 + 0.01 * (1 + 0.04 * day)),
    ]);
    expect(played({ growth: '40 GB/day' }, {}, { horizon: '12 h' }).sizes[0]?.end).toBe(1.02 * TB);
  });

  it('does not make a change in bytes larger', () => {
    near(
      stored({ growth: '50 %/day', change: { 'per-day': '20 GB' } }, {}, fewDays),
      [1, 0.02, 0.02, 0.02],
    );
  });
});

describe('change', () => {
  const differentials = {
    full: ['2026-01-05'],
    incremental: 'never',
    differential: 'daily at 00:00',
  };

  it('is counted from the point before for an increment, from the full for a differential', () => {
    near(stored({ change: '10 %/day' }, {}, fewDays), [1, 0.1, 0.1, 0.1]);
    near(stored({ change: '10 %/day' }, differentials, fewDays), [1, 0.1, 0.19, 0.271]);
  });

  it('by the run counts runs, by the day it counts days', () => {
    const rare = { incremental: 'every 48 h' };
    near(stored({ change: '10 %/run' }, rare, { horizon: '5 days' }), [1, 0.1, 0.1]);
    near(stored({ change: '10 %/day' }, rare, { horizon: '5 days' }), [1, 0.19, 0.19]);
  });

  it('of a hot share takes the cases CH of test/oracles/data', () => {
    const change = { 'per-day': '2 %', skew: { hot: '5 %', takes: '90 %' } };
    const found = stored({ change }, differentials, { horizon: '7 days' });
    expect(found[6]).toBeCloseTo(0.058501, 6);
  });

  it("by Zipf's law too", () => {
    const change = { 'per-day': '2 %', skew: { zipf: 1 } };
    const found = stored({ change }, differentials, { horizon: '8 days' });
    expect(found[1]).toBeCloseTo(0.02, 9);
    expect(found[7]).toBeCloseTo(0.0960333, 6);
  });

  it('by a power law goes through the two measured sizes', () => {
    const measured = [
      { after: '7 d', changed: '8 %' },
      { after: '1 d', changed: '2 %' },
    ];
    const found = stored({ change: { measured } }, differentials, { horizon: '8 days' });
    expect(found[1]).toBeCloseTo(0.02, 9);
    expect(found[3]).toBeCloseTo(0.02 * 3 ** (Math.log(4) / Math.log(7)), 9);
    expect(found[7]).toBeCloseTo(0.08, 9);
  });
});

describe('a day on which everything is written anew', () => {
  const events = [{ on: ['2026-01-07T12:00:00Z'] }];

  it('makes that one increment as large as a full', () => {
    near(
      stored({ change: '1 %/day', events }, {}, { horizon: '5 days' }),
      [1, 0.01, 0.01, 1, 0.01],
    );
  });

  it('fills every differential until the next full resets it', () => {
    const strategy = { full: 'every 5 days', incremental: 'never', differential: 'daily at 00:00' };
    near(
      stored({ change: '1 %/day', events }, strategy, { horizon: '7 days' }),
      [1, 0.01, 0.0199, 1, 1, 1, 0.01],
    );
  });

  it('may be a share, which joins the change of the day', () => {
    const half = [{ on: ['2026-01-07T12:00:00Z'], rewrites: '50 %' }];
    near(stored({ change: '1 %/day', events: half }, {}, fewDays), [1, 0.01, 0.01, 1 - 0.99 * 0.5]);
  });

  it('leaves the copy of a replica as small as compression makes it', () => {
    const declared = oneWorkload({
      workload: { change: '1 %/day', compressibility: 2, events },
      strategy: {
        style: 'replica',
        full: undefined,
        incremental: 'daily at 00:00',
        to: 'disk',
        copies: [{ to: 'far' }],
      },
      horizon: '4 days',
    });
    const stores = { disk: { write: '1 GB/s' }, far: { write: '1 GB/s' } };
    const run = runOf(planOf({ ...declared, stores }));
    expect(filesOf(run, 0)[0]?.bytes).toBe(TB);
    expect(filesOf(run, 1)[0]?.bytes).toBe(TB / 2);
  });

  it('belongs to the job that starts at the same instant', () => {
    const now = [{ on: ['2026-01-07'] }];
    near(stored({ change: '1 %/day', events: now }, {}, fewDays), [1, 0.01, 1, 0.01]);
  });
});

describe('what a tool sees of a change (docs/model.md, Granularity)', () => {
  const seen = (change: Declared, granularity: unknown, files = 1) => {
    const tools = { own: { granularity } };
    const run = played({ change, files }, { tool: 'own' }, { horizon: '2 days', tools });
    const { bytesRead = 0, bytesStored = 0 } = run.tallies[0]?.[4] ?? {};
    return { read: bytesRead / TB, stored: bytesStored / TB };
  };

  it('is what is stated, without a unit', () => {
    expect(seen({ 'per-day': '1 %' }, 'file', 10).stored).toBeCloseTo(0.01, 12);
  });

  it('is whole files: 1 % of pages of 4 KiB in files of 100 pages touch 63.4 % of them', () => {
    const files = TB / (100 * 4096);
    expect(seen({ 'per-day': '1 %', unit: '4 KiB' }, 'file', files).stored).toBeCloseTo(
      1 - 0.99 ** 100,
      9,
    );
  });

  it('is blocks: one bf16 weight in a thousand touches 87 % of blocks of 4 KiB', () => {
    const found = seen({ 'per-day': '0.1 %', unit: '2 B' }, { block: '4 KiB' });
    expect(found.stored).toBeCloseTo(1 - 0.999 ** 2048, 9);
    expect(found.read).toBeCloseTo(found.stored, 12);
  });

  it('is chunks, for which changed files are read whole', () => {
    const found = seen({ 'per-day': '2 %', unit: '64 KiB' }, { chunk: '1 MiB' });
    // A least length of 4 units, 12 units more on average, 0.02 edits a unit.
    expect(found.stored).toBeCloseTo(
      1 - (Math.exp(-0.02 * 5) * (4 / 1.24 + 12 / 1.24 ** 2)) / 16,
      9,
    );
    expect(found.read).toBeCloseTo(1, 9);
  });

  // Half of the files change a day, and 5 % of each in pieces of 64 KiB.
  const half = { files: '50 %', within: '5 %', unit: '64 KiB' };
  const hit = chunksChanged(0.05, 65_536, { least: 524_288, mean: 1_572_864 });
  it.each([
    ['stated: half of 5 %', 'stated', 0.025, 0.025],
    ['whole files: half of them', 'file', 0.5, 0.5],
    ['blocks of 1 MiB, 16 pieces each', { block: '1 MiB' }, 0.5 * (1 - 0.95 ** 16), null],
    ['chunks: reads half of it', { chunk: '1.5 MiB', least: '512 KiB' }, 0.5 * hit, 0.5],
  ])('of half of the files and a part of each, %s', (_, granularity, stored, read) => {
    const found = seen(half, granularity, 1000);
    expect(found.stored).toBeCloseTo(stored, 12);
    expect(found.read).toBeCloseTo(read ?? stored, 12);
  });

  it('grows over days as files change one by one: 1 - (1 - 50 %)^2 of them in two', () => {
    const run = played(
      { change: half, files: 1000 },
      { tool: 'own', full: ['2026-01-05'], incremental: undefined, differential: ['2026-01-07'] },
      { horizon: '4 days', tools: { own: { granularity: 'file' } } },
    );
    expect((run.tallies[0]?.[3]?.bytesStored ?? 0) / TB).toBeCloseTo(0.75, 12);
  });

  it('is everything, where single weights change and chunks are large', () => {
    const found = seen({ 'per-day': '0.1 %', unit: '2 B' }, { chunk: '64 KiB' });
    expect(found.stored).toBeCloseTo(1, 5);
  });
});

describe('reduction', () => {
  const reduced = { compressibility: 2, duplicates: '25 %', change: '10 %/day' };
  const tool = (own: Declared) => ({ ...fewDays, tools: { own } });
  const two = (...scenario: Parameters<typeof played>) => stored(...scenario).slice(0, 2);

  it('divides by the ratio only where the tool compresses', () => {
    near(two(reduced, { tool: 'own' }, tool({})), [0.5, 0.05]);
    near(two(reduced, { tool: 'own' }, tool({ compression: 'off' })), [1, 0.1]);
  });

  it.each([
    ['restic, which compresses, whatever that costs', { like: 'restic', codec: 'none' }, 0.5],
    ['restic with its own switch off', { like: 'restic', compression: 'off' }, 1],
    ['tar, which does not', { like: 'tar' }, 1],
    ['tar with a codec', { like: 'tar', codec: 'zstd-3' }, 0.5],
    [
      'tar with a codec and its switch off',
      { like: 'tar', codec: 'zstd-3', compression: 'off' },
      1,
    ],
  ])('by %s', (_, own, share) => {
    const plain = { overhead: '0 %', 'merges-duplicates': false, style: 'forward', ...own };
    near(two(reduced, { tool: 'own' }, tool(plain)).slice(0, 1), [share]);
  });

  it('leaves out duplicates of a full only where the tool merges them', () => {
    const merging = tool({ 'merges-duplicates': true, compression: 'off' });
    near(two(reduced, { tool: 'own' }, merging), [0.75, 0.1]);
  });

  it("adds the tool's own overhead", () => {
    near(two(reduced, { tool: 'own' }, tool({ overhead: '4 %' })), [0.52, 0.052]);
  });

  it('does nothing to a replica', () => {
    const style = { tool: 'own', style: 'replica', full: 'never' };
    near(two(reduced, style, tool({ 'merges-duplicates': true })), [1, 0.1]);
  });
});

describe('appended data', () => {
  it('is new once: only what was there before can have changed as well', () => {
    // V D_k + g k with V = 10 TB, D_30 = 1 - 0.999^30, g = 0.1 TB.
    const differential = { incremental: 'never', differential: ['2026-02-04'] };
    const run = { horizon: '31 days' };
    const [, grown = 0] = stored(
      { size: '10 TB', growth: '100 GB/day', change: '0.1 %/day' },
      differential,
      run,
    );
    expect(grown).toBeCloseTo(10 * (1 - 0.999 ** 30) + 3, 9);
  });
});

describe('a change in bytes', () => {
  it('is lifted as the share that it is of the data by then', () => {
    // 10 GB a day in pieces of 8 KiB: a tool that copies whole files of 1 GB reads all of them.
    const workload = {
      growth: '100 %/year',
      change: { 'per-day': '10 GB', unit: '8 KiB' },
      files: 1000,
    };
    const late = { incremental: ['2026-12-30', '2026-12-31'] };
    const last = stored(workload, { tool: 'tar', ...late }, { horizon: '361 days' }).at(-1) ?? 0;
    expect(last).toBeGreaterThan(1.9);
  });
});
