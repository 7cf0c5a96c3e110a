import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adviceOf, keepsPromises } from '../../../src/report/answer/advice.ts';
import type { StrategyResult } from '../../../src/report/result/result.ts';
import type { Estimate } from '../../../src/stats/estimate.ts';
import { oneWorkload } from '../../support/one-workload.ts';
import { type Declared, resultOf, strategyOf } from '../../support/played.ts';
import { fixture } from '../fixture.ts';

const small = { full: 'never', incremental: 'daily at 00:00', keep: { last: 2 } };
const large = { full: 'daily at 00:00', keep: { last: 5 } };
const advised = async (strategies: Declared, more: Declared = {}) =>
  resultOf(oneWorkload({ workload: { change: '1 %/day' }, ...more, strategies }));

describe('the strategy to take', () => {
  it('is the one that needs the least room of those that keep every promise', async () => {
    const { advice } = await advised({ small, large }, { objectives: { rpo: '24 h' } });
    expect(advice.take).toBe('small');
    expect(advice.why).toContain('of the 2 that do, it needs the least room');
  });

  it('is the larger one where only that keeps the promise', async () => {
    const weekly = { full: 'weekly on Monday at 00:00', keep: { last: 1 } };
    const { advice } = await advised({ weekly, large }, { objectives: { rpo: '24 h' } });
    expect(advice).toMatchObject({ take: 'large' });
    expect(advice.why).toContain('the only one');
  });

  it('is one that never fills a store, if there is one', async () => {
    const stores = { disk: { write: '1 GB/s', capacity: '3 TB' } };
    const { advice } = await advised({ small, large }, { stores });
    expect(advice.take).toBe('small');
    const alone = await advised({ large }, { stores });
    expect(alone.advice).toMatchObject({ take: null, why: 'large misses schedule of the backups' });
  });

  it('is none where no strategy keeps every promise; the nearest is named with what it misses', async () => {
    const objectives = { rpo: '12 h', fill: '90 %' };
    const stores = { disk: { write: '1 GB/s', capacity: '3 TB' } };
    const result = await advised({ small, large }, { objectives, stores });
    expect(result.advice).toMatchObject({ take: null, why: 'small comes nearest; it misses rpo' });
    expect(keepsPromises(strategyOf(result, 'small'))).toBe(false);
  });

  it('is none where nothing is kept, even without a promise', async () => {
    const none = { ...large, window: '00:00-00:01', overrun: { window: 'cut' } };
    const why = async (strategies: Declared, objectives: Declared = {}) =>
      (await advised(strategies, { objectives })).advice;
    const nothing = 'misses schedule of the backups and keeps no point';
    expect(await why({ none })).toMatchObject({ take: null, why: `none ${nothing}` });
    expect(await why({ none, other: none })).toMatchObject({
      take: null,
      why: `none comes nearest; it ${nothing}`,
    });
    const promised = await why({ none, other: none }, { fill: '90 %' });
    expect(promised.why).toBe(`none comes nearest; it ${nothing}`);
    const broken = await why({ none, other: none }, { rpo: '24 h', window: '90 %' });
    expect(broken.why).toBe(
      'none comes nearest; it misses schedule of the backups, rpo and window and keeps no point',
    );
  });
});

describe('a store of which nobody says how much it holds', () => {
  const whyOf = async (stores: Declared, more: Declared = {}) =>
    (await advised({ large: { to: 'disk', ...large, ...more } }, { stores })).advice.why;
  const copies = [{ to: 'far', keep: { last: 2 } }];

  it('is taken never to fill, which the recommendation says', async () => {
    const one = await whyOf({ disk: { write: '1 GB/s' } });
    expect(one).toMatch(/; disk has no capacity, so it is taken never to fill$/);
    const two = await whyOf({ disk: { write: '1 GB/s' }, far: {} }, { copies });
    expect(two).toMatch(/; disk and far have no capacity, so they are taken never to fill$/);
  });

  it('is not told of where all have one, are rented or hold nothing', async () => {
    const disk = { write: '1 GB/s', capacity: '100 TB' };
    const bucket = { profile: 'cloud/aws-s3-standard' };
    expect(await whyOf({ disk, far: bucket }, { copies })).not.toContain('capacity');
    expect(await whyOf({ disk, far: {} })).not.toContain('capacity');
  });
});

/** What tells strategies apart that all keep their promises; sizes in TB, times in hours. */
interface Trait {
  readonly name: string;
  readonly never?: number;
  readonly room?: number;
  readonly restore?: number;
  readonly night?: number;
  /** What it costs a year, and stores that have no price. */
  readonly cost?: number;
  readonly unpriced?: readonly string[];
}

const RENTED: ReadonlySet<string> = new Set(['vault']);
const [model] = fixture().strategies as [StrategyResult];
const same = (value: number): Estimate => ({ mean: value, p05: value, p50: value, p95: value });

function costOf(cost: number, complete: boolean): StrategyResult['cost'] {
  const amount = same(cost);
  const sums = { total: amount, expected: amount, threeYears: amount, perTerabyte: amount };
  return {
    currency: 'USD',
    lines: [],
    complete,
    penalties: same(0),
    allLost: null,
    noThreeYears: null,
    bills: [],
    ...sums,
  };
}

function strategy(trait: Trait): StrategyResult {
  const { name, never = 1, room = 4, restore = 2, night = 1, cost, unpriced = [] } = trait;
  const { stored, recovery, jobs } = model;
  return {
    ...model,
    name,
    cost: cost === undefined ? null : costOf(cost, unpriced.length === 0),
    unpriced: unpriced.map((store) => ({ store, part: 'devices', currency: null })),
    jobs: jobs.map((job) => ({ ...job, seconds: same(night * 3600) })),
    stored: { ...stored, peak: same(room * 1e12), fullOn: { ...stored.fullOn, never } },
    recovery: {
      ...recovery,
      worst: recovery.worst && { ...recovery.worst, seconds: same(restore * 3600) },
    },
  };
}

describe('what decided', () => {
  const cases: readonly (readonly [string, readonly Trait[], string, string])[] = [
    [
      'a store that never fills, whatever room it takes',
      [
        { name: 'a', never: 0, room: 1.05 },
        { name: 'b', room: 4 },
      ],
      'b',
      'of the 2 that do, it is the only one whose stores never fill',
    ],
    [
      'the room, among those that never fill a store',
      [
        { name: 'a', never: 0, room: 1.05 },
        { name: 'b', room: 4 },
        { name: 'c', room: 5 },
      ],
      'b',
      'of the 2 that do and never fill a store, it needs the least room (4 TB at the peak)',
    ],
    [
      'the restore, where the room is the same',
      [
        { name: 'a', restore: 3 },
        { name: 'b', room: 4 * (1 + 1e-13) },
      ],
      'b',
      'of the 2 that do, which need the same room, it restores fastest (2 h for the slowest point)',
    ],
    [
      'the restore, where some need more room',
      [
        { name: 'a', restore: 3 },
        { name: 'b', restore: 24 },
        { name: 'c', room: 5, restore: 1 },
      ],
      'a',
      'of the 2 that do and need the least room, it restores fastest (3 h for the slowest point)',
    ],
    [
      'the cost, where all is priced',
      [
        { name: 'a', cost: 200, room: 1 },
        { name: 'b', cost: 100 },
      ],
      'b',
      'of the 2 that do, it costs least (100 USD a year)',
    ],
    [
      'the cost of what is a part of the other',
      [
        { name: 'a', cost: 100, unpriced: ['x'] },
        { name: 'b', unpriced: ['x'] },
      ],
      'b',
      'of the 2 that do, it costs least (x has no full price, and all pay for that)',
    ],
    [
      'the room, where a price is missing of the cheaper one',
      [
        { name: 'a', cost: 100, unpriced: ['x', 'y'] },
        { name: 'b', cost: 200, room: 1 },
      ],
      'b',
      'of the 2 that do, which cannot be compared by cost (x and y have no full price), it needs the least room (1 TB at the peak)',
    ],
    [
      'the room of those that none undercuts',
      [
        { name: 'a', cost: 100, room: 5 },
        { name: 'b', cost: 50, unpriced: ['x'] },
        { name: 'c', cost: 200, room: 1 },
      ],
      'b',
      'of the 2 that do and may cost least, it needs the least room (4 TB at the peak)',
    ],
    [
      'the room, where they cost the same for certain',
      [
        { name: 'a', cost: 100, unpriced: ['x'] },
        { name: 'b', cost: 100, unpriced: ['x'], room: 1 },
      ],
      'b',
      'of the 2 that do, it needs the least room (1 TB at the peak)',
    ],
    [
      'the night, where the restore is as fast',
      [{ name: 'a', night: 2 }, { name: 'b' }],
      'b',
      'of the 2 that do, which need the same room and restore as fast, its nightly job is the shortest (1 h)',
    ],
    [
      'the name, where nothing else does',
      [{ name: 'b' }, { name: 'a' }],
      'a',
      'of the 2 that do, which need the same room, restore as fast and have as long a nightly job, it comes first by name',
    ],
    [
      'the trials, where every store fills in some',
      [
        { name: 'a', never: 0.5, room: 1 },
        { name: 'b', never: 0.875 },
      ],
      'b',
      'of the 2 that do, its stores fill in the fewest trials; but, as with the others, a store is full before the end in 12.5 % of the trials',
    ],
  ];

  it.each(cases)('is %s', (_, traits, take, why) => {
    const strategies = traits.map(strategy);
    const advice = adviceOf(strategies, RENTED);
    expect(advice).toMatchObject({ take, why: `meets every objective; ${why}` });
    expect(adviceOf([...strategies].reverse(), RENTED)).toEqual(advice);
  });

  it('never prefers a strategy whose store fills', () => {
    const all = fc.record({
      never: fc.constantFrom(0, 0.5, 1),
      room: fc.integer({ min: 1, max: 3 }),
      restore: fc.integer({ min: 1, max: 3 }),
    });
    fc.assert(
      fc.property(fc.array(all, { minLength: 1, maxLength: 5 }), (traits) => {
        const strategies = traits.map((trait, at) => strategy({ ...trait, name: `s${at}` }));
        const { take } = adviceOf(strategies, RENTED);
        const taken = strategies.find(({ name }) => name === take);
        const most = Math.max(...traits.map(({ never }) => never));
        expect(taken?.stored.fullOn.never).toBe(most);
      }),
    );
  });
});
