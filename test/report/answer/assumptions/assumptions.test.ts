import { describe, expect, it } from 'vitest';
import { answer } from '../../../../src/report/answer/answer.ts';
import { withAssumptions } from '../../../../src/report/answer/assumptions/assumptions.ts';
import { besidesOf } from '../../../../src/report/tables/besides.ts';
import { type Declared, planOf, studiesOf } from '../../../support/played.ts';

interface Asked {
  readonly trials?: number;
  readonly mostJobs?: number;
}

/** The result with what its recommendation hangs on, and what stands beside it. */
async function tried(declared: Declared, { trials = 1, mostJobs }: Asked = {}) {
  const plan = planOf(declared);
  const context = { hash: '', seed: 1, trials };
  const result = await withAssumptions(
    plan,
    answer(plan, await studiesOf(plan, { trials }), context),
    context,
    {
      unbounded: false,
      between: () => Promise.resolve(),
      ...(mostJobs !== undefined && { mostJobs }),
    },
  );
  return { ...result.advice, besides: besidesOf(result) };
}

/** Images of 24 TB, a full each day of which one is kept: two at the peak, shrunk 2.51 times. */
const images = (more: Declared = {}, workload: Declared = {}): Declared => ({
  start: '2026-01-05',
  horizon: '20 days',
  workloads: {
    images: {
      size: '24 TB',
      class: 'vm-images',
      change: '0 %/day',
      duplicates: '0 %',
      ...workload,
    },
  },
  stores: { small: { capacity: '22 TB' }, large: { capacity: '60 TB' } },
  strategies: {
    near: { to: 'small', full: 'daily at 00:00', keep: { last: 1 } },
  },
  objectives: { fill: '90 %' },
  ...more,
});

const both = {
  near: { to: 'small', full: 'daily at 00:00', keep: { last: 1 } },
  wide: { to: 'large', full: 'daily at 00:00', keep: { last: 1 }, restore: { 'hand-over': '1 h' } },
};

describe('the assumption that a recommendation hangs on', () => {
  it('is tried at the ends of its range, and told where none does then', async () => {
    const { take, hangsOn, besides } = await tried(images());
    expect(take).toBe('near');
    // 48 / 2.51 = 19.1 TB of 22, of which 90 % may be full; 20.7 TB at 2.32 are too many.
    expect(hangsOn).toMatchObject({ all: true, untried: null });
    expect(hangsOn?.assumptions).toMatchObject([
      {
        what: 'compressibility of vm-images',
        value: '2.51',
        fields: ['workloads.images.compressibility'],
        ends: [
          { value: '2.32', keeps: false, take: null },
          {
            value: '2.7',
            keeps: true,
            take: 'near',
            figure: { name: 'peak stored' },
          },
        ],
      },
    ]);
    const figure = hangsOn?.assumptions[0]?.ends[1]?.figure;
    expect(figure?.from).toBeCloseTo(48e12 / 2.51, 0);
    expect(figure?.to).toBeCloseTo(48e12 / 2.7, 0);
    expect(besides).toEqual([
      'No strategy meets every objective if the compressibility of vm-images is 2.32 instead of 2.51.',
    ]);
  });

  it('turns to another strategy where one holds', async () => {
    const { take, besides } = await tried(images({ strategies: both }));
    expect(take).toBe('near');
    expect(besides).toEqual([
      'It turns to wide if the compressibility of vm-images is 2.32 instead of 2.51.',
    ]);
  });

  it('is the one that moves most where it turns nothing', async () => {
    const { besides } = await tried(images({ objectives: { rpo: '2 d' }, stores: { small: {} } }));
    expect(besides).toEqual([
      'It hangs most on a number that nobody gave: if the compressibility of vm-images is 2.32 instead of 2.51, peak stored is 20.7 TB instead of 19.1 TB.',
    ]);
  });

  it('is one for all workloads that leave it to the class, at most three are told', async () => {
    const declared = images({
      workloads: {
        a: { size: '2 TB', class: 'documents' },
        b: { size: '2 TB', class: 'documents' },
        c: { size: '2 TB', class: 'vm-images' },
      },
      tools: { pool: { like: 'restic' } },
      strategies: {
        near: { tool: 'pool', to: 'small', incremental: 'daily at 00:00', keep: { last: 9 } },
      },
    });
    const { hangsOn } = await tried(declared);
    const told = hangsOn?.assumptions ?? [];
    expect(told).toHaveLength(3);
    const shared = told.find(({ what }) => what === 'compressibility of documents');
    expect(shared?.fields).toEqual(['workloads.a.compressibility', 'workloads.b.compressibility']);
    const by = told.map(({ ends }) =>
      Math.max(...ends.map(({ figure: { from, to } }) => Math.max(from / to, to / from))),
    );
    expect([...by].sort((x, y) => y - x)).toEqual(by);
  });

  it('is none where the scenario gives the number, or no source gives its ends', async () => {
    const given = await tried(images({}, { compressibility: 2.6 }));
    expect(given.hangsOn).toMatchObject({ assumptions: [], unranged: [] });
    const unknown = await tried(images({}, { class: 'logs' }));
    expect(unknown.hangsOn).toMatchObject({
      assumptions: [],
      unranged: ['compressibility of logs'],
    });
  });

  it('is tried on the recommended strategy alone where there is no time for all, or not at all', async () => {
    // 20 jobs of each strategy, three times.
    const alone = await tried(images({ strategies: both }), { mostJobs: 60 });
    expect(alone.hangsOn).toMatchObject({ all: false });
    expect(alone.besides).toEqual([
      'It breaks a promise if the compressibility of vm-images is 2.32 instead of 2.51.',
    ]);
    const none = await tried(images({ strategies: both }), { mostJobs: 59 });
    expect(none.hangsOn).toMatchObject({
      assumptions: [],
      untried: '60 more jobs would have to be played',
    });
  });

  it('is asked of the expected future where there are trials', async () => {
    const { hangsOn } = await tried(images({}, { size: '24 TB ± 5 %' }), { trials: 20 });
    expect(hangsOn?.assumptions[0]?.ends.map(({ keeps }) => keeps)).toEqual([false, true]);
  });

  it('is how fast a tool walks through files, as that hangs on their disk', async () => {
    const { hangsOn } = await tried({
      start: '2026-01-05',
      horizon: '20 days',
      workloads: {
        tree: {
          size: '1 GB',
          files: '1 million',
          compressibility: 1,
          change: '0 %/day',
          duplicates: 0,
        },
      },
      stores: { large: { capacity: '60 TB' } },
      strategies: { nightly: { tool: 'tar', incremental: 'daily at 00:00' } },
    });
    const [walk, ...others] = hangsOn?.assumptions ?? [];
    expect(others).toEqual([]);
    expect(walk).toMatchObject({ what: 'walk of tar', fields: ['catalog.tools.tar.scan'] });
    const slow = walk?.ends.find(({ value }) => value === '680 files/s')?.figure;
    expect(slow?.name).toBe('nightly job');
    // A million files: found in 240 s, or at 680 a second in 1,471 s. Then tar starts in 25 ms and takes a
    // core for 3.62 µs each.
    expect(slow?.from).toBeCloseTo(240 + 0.0246 + 3.62, 6);
    expect(slow?.to).toBeCloseTo(1e6 / 680 + 0.0246 + 3.62, 6);
  });
});

describe('what stands beside a recommendation', () => {
  it('is what it costs more than the cheapest, and what the others break', async () => {
    const cost = (once: string) => ({ cost: { once } });
    const declared = images(
      {
        stores: {
          small: { capacity: '9 TB', ...cost('1000 USD') },
          large: { capacity: '60 TB', ...cost('5000 USD') },
        },
        strategies: { ...both, rare: { ...both.wide, full: 'every 3 days at 00:00' } },
        objectives: { fill: '90 %', rpo: '2 d' },
      },
      { compressibility: 2.38, duplicates: '0 %' },
    );
    const { take, others, besides } = await tried(declared);
    expect(take).toBe('wide');
    // Over five years: (5000 - 1000) / 5.
    expect(others).toEqual([
      { strategy: 'near', misses: ['schedule of the backups', 'rpo', 'fill'], dearer: -800 },
      { strategy: 'rare', misses: ['rpo'], dearer: 0 },
    ]);
    expect(besides).toEqual([
      'It costs 800 USD a year more than the cheapest, near, which misses schedule of the backups, rpo and fill.',
      'Of the others, rare misses rpo.',
    ]);
  });

  it('is nothing of money where a price is missing, and nothing where nothing is recommended', async () => {
    const unpriced = await tried(images({ strategies: both }));
    expect(unpriced.others).toEqual([{ strategy: 'wide', misses: [], dearer: null }]);
    const none = await tried(images({ objectives: { rpo: '1 h' } }));
    expect(none).toMatchObject({ take: null, others: [], hangsOn: null, besides: [] });
  });
});
