import { describe, expect, it } from 'vitest';
import type { Host, ThreadOptions } from '../../src/host/host.ts';
import type { Plan } from '../../src/simulation/plan/plan.ts';
import {
  type Block,
  type BlockOptions,
  JOBS_OF_A_BLOCK,
  playBlock,
} from '../../src/study/blocks.ts';
import { playTrials } from '../../src/study/trials.ts';
import { oneWorkload } from '../support/one-workload.ts';
import { planOf, studiesOf } from '../support/played.ts';

const uncertain = planOf(
  oneWorkload({
    workload: { size: '1 TB ± 50 %' },
    strategies: {
      first: { full: 'daily at 00:00', keep: { last: 1 } },
      second: { full: 'daily at 00:00', keep: { last: 1 } },
    },
  }),
);

/** 360 jobs a trial, of which a job takes no time worth counting. */
const busy = planOf(
  oneWorkload({
    horizon: '15 days',
    workload: { size: '1 GB ± 50 %' },
    strategy: { full: 'never', incremental: 'every 3600 s', keep: { last: 1 } },
  }),
);

describe('many futures', () => {
  it('are as many as were asked for, for each strategy, and differ', async () => {
    const studies = await studiesOf(uncertain, { trials: 30 });
    expect(studies.map(({ strategy, figures }) => [strategy.name, figures.length])).toEqual([
      ['first', 30],
      ['second', 30],
    ]);
    const ends = studies[0]?.figures.map(({ stored }) => stored.end) ?? [];
    expect(new Set(ends).size).toBe(30);
    for (const end of ends) {
      expect(end).toBeGreaterThanOrEqual(0.5e12);
      expect(end).toBeLessThanOrEqual(1.5e12);
    }
  });

  it('are the same futures for every strategy', async () => {
    const [first, second] = await studiesOf(uncertain, { trials: 10 });
    expect(first?.figures).toEqual(second?.figures);
  });

  it('begin with the same ones, however many follow', async () => {
    const few = await studiesOf(uncertain, { trials: 3 });
    const many = await studiesOf(uncertain, { trials: 6 });
    expect(many[0]?.figures.slice(0, 3)).toEqual(few[0]?.figures);
  });

  it('spread around the one in which every input stands at its mean', async () => {
    const [one] = await studiesOf(uncertain);
    expect(one?.figures[0]?.stored.end).toBe(1e12);
    const [all] = await studiesOf(uncertain, { trials: 400 });
    const ends = all?.figures.map(({ stored }) => stored.end) ?? [];
    const mean = ends.reduce((sum, end) => sum + end, 0) / ends.length;
    // A uniform draw of ± 50 % has a deviation of 28.9 %; five of its standard errors are 7.2 %.
    expect(Math.abs(mean / 1e12 - 1)).toBeLessThan(0.072);
  });

  it('keep sums only; one future is kept in detail', async () => {
    expect((await studiesOf(uncertain, { trials: 2 })).map(({ detail }) => detail)).toEqual([
      null,
      null,
    ]);
    expect((await studiesOf(uncertain)).every(({ detail }) => detail !== null)).toBe(true);
  });

  it('of very many jobs are kept as sums even when there is one', async () => {
    const many = planOf(
      oneWorkload({
        horizon: '150 days',
        strategy: { full: 'never', incremental: 'every 60 s', keep: { last: 1 } },
      }),
    );
    const [study] = await studiesOf(many);
    const { jobs = [], skipped = 0 } = study?.figures[0] ?? {};
    const count = jobs.reduce((sum, job) => sum + job.count, 0);
    expect(count + skipped).toBe(150 * 24 * 60);
    expect(study?.detail).toBeNull();
  });

  it('let others have a turn between blocks of runs, and say how far they are', async () => {
    const shares: number[] = [];
    const between = (share: number) => Promise.resolve(void shares.push(share));
    const length = Math.floor(JOBS_OF_A_BLOCK / 360);
    await playTrials(busy, { seed: 1, trials: 2 * length + 1, unbounded: false, between });
    expect(shares).toEqual([0, length, 2 * length].map((done) => done / (2 * length + 1)));
  });
});

describe('threads', () => {
  /** A host whose threads are this one, and that remembers what it was asked for. */
  function hostOf(plan: Plan) {
    const asked: ThreadOptions[] = [];
    let stopped = 0;
    const threads = async (options: ThreadOptions) => {
      asked.push(options);
      const { seed, unbounded } = options.shared as BlockOptions;
      return {
        count: options.count,
        run: async <Given, Done>(given: Given) =>
          playBlock(plan, { seed, unbounded }, given as Block) as Done,
        stop: async () => void stopped++,
      };
    };
    return { asked, stopped: () => stopped, host: { threads } };
  }

  const play = (plan: Plan, trials: number, host: Pick<Host, 'threads'>, most = 8) =>
    playTrials(plan, {
      seed: 3,
      trials,
      unbounded: false,
      between: () => Promise.resolve(),
      workers: { most, host },
    });

  it('are not started for little work, nor where one is the most', async () => {
    const { asked, host } = hostOf(busy);
    await play(busy, 100, host);
    await play(uncertain, 1000, host);
    await play(busy, 100, host, 1);
    expect(asked).toEqual([]);
  });

  it('are as many as have enough to do, get the plan once, and are stopped', async () => {
    const { asked, host, stopped } = hostOf(busy);
    const [study] = await play(busy, 2800, host);
    expect(asked.map(({ count }) => count)).toEqual([2]);
    expect(() => structuredClone(asked[0]?.shared)).not.toThrow();
    expect(stopped()).toBe(1);
    expect(study?.figures).toHaveLength(2800);
    const [alone] = await studiesOf(busy, { seed: 3, trials: 30 });
    expect(study?.figures.slice(0, 30)).toEqual(alone?.figures);
  });

  it('are fewer where each has very many jobs to remember', async () => {
    const { asked, host } = hostOf(busy);
    const [strategy] = busy.strategies;
    const [group] = strategy?.groups ?? [];
    if (!strategy || !group) throw new Error('there is no strategy');
    // As many dates as leave room for one run at a time, of which none ever comes.
    const times = { length: 12_000_000 } as Float64Array;
    const strategies = [{ ...strategy, groups: [{ ...group, times }] }];
    await play({ ...busy, strategies }, 2, host);
    expect(asked).toEqual([]);
  });

  it('that fail are stopped, and what they threw is told', async () => {
    let stopped = 0;
    const threads = async ({ count }: ThreadOptions) => ({
      count,
      run: () => Promise.reject(new RangeError('a bug in a run')),
      stop: async () => void stopped++,
    });
    await expect(play(busy, 3000, { threads })).rejects.toThrow('a bug in a run');
    expect(stopped).toBe(1);
  });
});
