import { describe, expect, it } from 'vitest';
import type { Run } from '../../../src/simulation/aftermath/run.ts';
import { INCREMENTAL, PRUNE } from '../../../src/simulation/plan/levels.ts';
import { MOVE, PREPARE, SCAN } from '../../../src/simulation/sharing/flow-spec.ts';
import { captured } from '../../support/captured.ts';
import { filesOf, instant, oneWorkload } from '../../support/one-workload.ts';
import { type Declared, planOf, runOf } from '../../support/played.ts';

/**
 * 100 GB in files of 1 MB, of which a tenth changes a day, from Monday on. On Sunday there are seven
 * points: 100 GB and six times 10 GB. Two stay, of 100 GB and 10 GB: 50 GB go.
 */
const weekOf = (prune: Declared | string, own: Declared = {}, more: Declared = {}): Declared => {
  const { strategy, store, ...rest } = more as Record<string, Declared>;
  return oneWorkload({
    horizon: '8 days',
    workload: { size: '100 GB', files: 100_000, change: '10 %/day', ...rest.workload },
    store: { read: '1 GB/s', ...store },
    tools: { own: { style: 'dedup', granularity: 'file', compression: 'off', prune: own } },
    strategy: {
      ...{ tool: 'own', full: undefined, incremental: 'daily at 00:00', keep: { last: 2 }, prune },
      ...strategy,
    },
    ...(rest.sites && { sites: rest.sites, links: rest.links }),
  });
};

const SUNDAY = 'weekly on Sunday at 12:00';
/** Packs of two chunks, nothing of which may stay unused. */
const PAIRS = { pack: '2 MB', unused: '0 %' };

const pruneOf = (run: Run) => {
  const tally = run.tallies[0]?.[PRUNE];
  if (!tally) throw new Error('nothing is pruned by jobs');
  return tally;
};
const played = (...declared: Parameters<typeof weekOf>) => runOf(planOf(weekOf(...declared)));
const startsOf = (run: Run): string[] =>
  filesOf(run).map(({ time }) => new Date(time * 1000).toISOString().slice(0, 19));

describe('a prune', () => {
  it('takes its fixed time and a look at each chunk, and frees packs that are dead as a whole', () => {
    const run = played(SUNDAY, { fixed: '60 s', 'per-chunk': '1 ms', pack: '1 MB' });
    const { count, seconds, terms, bytesRead, bytesStored, bytesFreed } = pruneOf(run);
    expect(count).toBe(1);
    // 160 GB are 160,000 chunks.
    expect(terms[PREPARE]).toBeCloseTo(60, 6);
    expect(terms[SCAN]).toBeCloseTo(160, 6);
    expect(seconds).toBeCloseTo(220, 6);
    expect([bytesRead, bytesStored]).toEqual([0, 0]);
    expect(bytesFreed).toBeCloseTo(50e9, 0);
    // On Monday another 10 GB came.
    expect(run.stored.end).toBeCloseTo(120e9, 0);
  });

  it('reads packs that are partly dead, and writes anew what is alive in them', () => {
    // The points that go wrote 140 GB, of which 50 GB are dead: p = 5/14. Pairs with one dead chunk
    // are 2p(1 - p) of them, 64.3 GB, and half of that is alive.
    const run = played(SUNDAY, PAIRS);
    const { seconds, terms, bytesRead, bytesStored, bytesFreed } = pruneOf(run);
    expect(bytesRead).toBeCloseTo((140e9 * 2 * 5 * 9) / 196, -2);
    expect(bytesStored).toBeCloseTo(bytesRead / 2, 0);
    expect(bytesFreed).toBeCloseTo(50e9, 0);
    // The store gives 1 GB/s to each.
    expect(terms[MOVE]).toBeCloseTo((1.5 * bytesRead) / 1e9, 3);
    expect(seconds).toBeCloseTo(96.43, 2);
    // What is written lies there before anything is freed.
    expect(run.byStore.peak[0]).toBeCloseTo(160e9 + bytesStored, -2);
  });

  it('is no faster than one core rewrites', () => {
    expect(pruneOf(played(SUNDAY, { ...PAIRS, rate: '100 MB/s' })).seconds).toBeCloseTo(642.86, 2);
  });

  it('leaves unused what may stay so, and rewrites that later', () => {
    // Of the 140 GB 17.9 are dead pairs; 32.1 GB more are dead. A fifth of all may be: 27.5 GB.
    const run = played({ on: SUNDAY, unused: '20 %' }, { pack: '2 MB' });
    const { bytesRead, bytesFreed } = pruneOf(run);
    expect(run.unused).toBeCloseTo(27.5e9, 0);
    expect(bytesFreed).toBeCloseTo(22.5e9, 0);
    expect(bytesRead).toBeCloseTo(2 * (22.5e9 - (140e9 * 25) / 196), -2);
    expect(run.stored.end).toBeCloseTo(147.5e9, 0);
    // What stays is no more than was there: 160 GB, and what is written before anything goes.
    const written = pruneOf(run).bytesStored;
    expect(run.byStore.peak[0]).toBeCloseTo(160e9 + written, -2);
    // Nothing new is dead an hour later: what was left is all that goes.
    const twice = played({ on: ['2026-01-11T12:00', '2026-01-11T13:00'] }, PAIRS);
    expect(pruneOf(twice).count).toBe(2);
    expect(pruneOf(twice).bytesFreed).toBeCloseTo(50e9, 0);
  });

  it('goes over the links twice, unless it runs beside the store', () => {
    const far = {
      ...{ workload: { site: 'here' }, store: { site: 'there' } },
      sites: { here: {}, there: {} },
      links: { wan: { between: ['here', 'there'], rate: '1 GB/s' } },
    };
    const [over, beside] = ['source', 'target'].map((at) =>
      played(SUNDAY, { ...PAIRS, at }, far),
    ) as [Run, Run];
    const { bytesRead, bytesStored } = pruneOf(over);
    const backups = beside.traffic[0] as number;
    expect(backups).toBeCloseTo(170e9, 0);
    expect(over.traffic[0]).toBeCloseTo(backups + bytesRead + bytesStored, -2);
    // A link carries 1 GB/s for both ways together.
    expect(pruneOf(over).seconds).toBeCloseTo(96.43, 2);
  });

  it('is read from an object store, as its bill says', () => {
    const declared = weekOf(SUNDAY, PAIRS);
    const bucket = { profile: 'cloud/aws-s3-standard' };
    const plan = planOf({ ...declared, stores: { disk: bucket } });
    const { state, run } = captured(plan);
    const sum = (part: Float64Array | undefined) => part?.reduce((all, one) => all + one, 0);
    expect(sum(state.reads[0]?.bytes)).toBeCloseTo(pruneOf(run).bytesRead, 0);
    expect(sum(state.reads[0]?.toInternet)).toBeCloseTo(pruneOf(run).bytesRead, 0);
    // 64.3 GB in objects of 64 MiB.
    expect(sum(state.reads[0]?.gets)).toBe(958);
  });
});

describe('a repository that is pruned', () => {
  const minutes = (fixed: number) => ({ fixed: `${fixed} min`, pack: '1 MB' });

  it('is locked: the backup that is due waits, and breaks no promise', () => {
    const run = played('weekly on Sunday at 23:50', minutes(30));
    expect(startsOf(run).slice(-2)).toEqual(['2026-01-11T00:00:00', '2026-01-12T00:20:00']);
    expect(run.tallies[0]?.[INCREMENTAL]?.wait).toBeCloseTo(1200, 6);
    expect(run.skipped).toBe(0);
    expect(run.byProtection[0]?.schedule).toMatchObject({ due: 8, missed: 0 });
  });

  it('lets one backup wait; one more is left out, or queued', () => {
    const hourly = { incremental: 'every 1 h' };
    const prune = { on: ['2026-01-11T00:30'] };
    const run = played(prune, minutes(145), { strategy: hourly });
    expect(run.skipped).toBe(1);
    const queued = { ...hourly, overrun: { next: 'queue' } };
    expect(played(prune, minutes(145), { strategy: queued }).skipped).toBe(0);
  });

  it('is pruned when the backup that is under way has ended', () => {
    // 10 GB at 10 MB/s are 1000 s.
    const slow = { store: { write: '10 MB/s' } };
    const run = played('weekly on Sunday at 00:10', minutes(30), slow);
    const { count, wait, seconds } = pruneOf(run);
    expect([count, wait, seconds]).toEqual([1, expect.closeTo(400, 6), expect.closeTo(1800, 6)]);
  });

  it('keeps its bytes until the prune has ended', () => {
    const stored: [number, number][] = [];
    const plan = planOf(weekOf(SUNDAY, minutes(30)));
    runOf(plan, {
      watch: ({ base, now, accounts }) => {
        stored.push([base + now, accounts.stores[0]?.stored ?? 0]);
      },
    });
    const at = (text: string) => stored.filter(([time]) => time <= instant(text)).at(-1)?.[1];
    expect(at('2026-01-11T12:29:59Z')).toBeCloseTo(160e9, 0);
    expect(at('2026-01-11T12:30:00Z')).toBeCloseTo(110e9, 0);
  });

  it('is not pruned before it has a point, nor again while it is', () => {
    const late = { strategy: { incremental: ['2026-01-12T13:00'] } };
    expect(pruneOf(played('daily at 12:00', minutes(30), late)).count).toBe(0);
    expect(pruneOf(played('every 12 h', { fixed: '30 h', pack: '1 MB' })).count).toBeLessThan(8);
  });

  it('takes a slot of its store', () => {
    const run = played('weekly on Sunday at 23:50', minutes(30), { store: { jobs: 1 } });
    expect(startsOf(run).at(-1)).toBe('2026-01-12T00:20:00');
  });
});

describe('without terms of pruning', () => {
  it('what goes is gone in no time, as it always was', () => {
    const declared = weekOf(SUNDAY);
    const { prune: _, ...own } = (declared.tools as Record<string, Declared>).own as Declared;
    const run = runOf(planOf({ ...declared, tools: { own } }));
    expect(run.tallies[0]?.[PRUNE]).toBeUndefined();
    expect(run.stored.end).toBeCloseTo(120e9, 0);
  });
});
