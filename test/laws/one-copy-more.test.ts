import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ObjectiveResult } from '../../src/report/result/result.ts';
import { type Declared, resultOf, strategyOf } from '../support/played.ts';

const hours = (least: number, most: number) =>
  fc.integer({ min: least, max: most }).map((n) => `${n} h`);

/**
 * Where copies go: a disk, a slow one, those that are written so slowly that fulls last for hours or never
 * catch up, a bucket that has to be thawed, a vault of cartridges.
 */
const STORES = {
  home: { site: 'here' },
  fast: { site: 'there', read: '2 GB/s' },
  slow: { site: 'there', read: '60 MB/s' },
  trickle: { site: 'there', write: '100 MB/s' },
  drip: { site: 'there', read: '1 GB/s', write: '8 MB/s' },
  ice: { site: 'there', profile: 'cloud/aws-s3-glacier-flexible' },
  vault: {
    site: 'here',
    profile: 'tape/lto9',
    drives: 4,
    slots: 600,
    vault: { site: 'there', after: '1 d' },
  },
};

const copy = fc
  .record({
    to: fc.constantFrom('fast', 'slow', 'trickle', 'drip', 'ice', 'vault'),
    as: fc.constantFrom(undefined, 'full'),
    on: fc.constantFrom(
      undefined,
      'daily at 09:00',
      'weekly on Friday at 12:00',
      'monthly on day 3',
    ),
    delay: fc.constantFrom(undefined, '5 h', '2 d'),
    lock: fc.constantFrom(undefined, '3 d', '20 d'),
    keep: fc.constantFrom({ last: 40 }, { daily: 5, monthly: 3 }),
  })
  .map(({ on, ...own }) => (on ? { ...own, on } : own));

const copies = fc.uniqueArray(copy, {
  minLength: 1,
  maxLength: 3,
  selector: ({ to }) => to,
});

const promises = fc.record({
  rpo: fc.option(hours(20, 400), { nil: undefined }),
  rto: hours(1, 60),
});

const workload = fc.record({
  site: fc.constant('here'),
  size: fc.integer({ min: 1, max: 9 }).map((n) => `${n} TB`),
  change: fc.constantFrom('2 %/day', '0 %/day'),
  compressibility: fc.constant(1),
  duplicates: fc.constant(0),
  priority: fc.option(fc.integer({ min: 1, max: 2 }), { nil: undefined }),
  objectives: fc.option(promises, { nil: undefined }),
});

/** No copy holds up another: all that is slow is a store's own. */
const drawn = fc.record({
  start: fc.constant('2026-01-05'),
  horizon: fc.constant('70 days'),
  sites: fc.constant({ here: {}, there: {} }),
  links: fc.constant({ wan: { between: ['here', 'there'], rate: '1000 TB/s' } }),
  workloads: fc.record({ ants: workload, bees: workload }, { requiredKeys: ['ants'] }),
  stores: fc.constant(STORES),
  disasters: fc.record({
    fire: fc.record({ scope: fc.constant('site here'), 'per-year': fc.constant(0.01) }),
    ransom: fc.record({
      scope: fc.constant('everything online and unlocked'),
      'per-year': fc.constant(0.1),
      dwell: fc.constantFrom('0 s', '2 d', '9 d'),
    }),
    slip: fc.record({ scope: fc.constant('workload'), 'per-year': fc.constant(1) }),
  }),
  objectives: promises,
});

/** What is promised of recovery under a strategy with some copies. */
async function promisesWith(declared: Declared, own: readonly Declared[]) {
  const strategies = {
    plan: {
      to: 'home',
      incremental: 'daily at 01:00',
      keep: { daily: 8, weekly: 4 },
      copies: own.length > 0 ? own : undefined,
    },
  };
  const { objectives } = strategyOf(await resultOf({ ...declared, strategies }), 'plan');
  return objectives.filter(({ name }) => name === 'rpo' || name === 'rto');
}

const told = ({ name, workload, met, value, at }: ObjectiveResult): string =>
  JSON.stringify({ name, workload, met, value: value?.mean, at });

/**
 * Where an RPO was broken the new copy may be the first that keeps it, and slow. Where one of several
 * workloads came back late, the shortest first may be another one now.
 */
describe('a copy more', () => {
  it('breaks no RPO, and nothing where all was kept', async () => {
    await fc.assert(
      fc.asyncProperty(drawn, copies, fc.nat(2), async (declared, all, left) => {
        const more = await promisesWith(declared, all);
        const less = await promisesWith(
          declared,
          all.filter((_, index) => index !== left % all.length),
        );
        const isAllKept = less.every(({ met }) => met);
        for (const [place, before] of less.entries()) {
          const after = more[place] as ObjectiveResult;
          if (!before.met || (before.name === 'rto' && !isAllKept)) continue;
          expect(after.met, `${told(before)}\n${told(after)}`).toBe(true);
        }
      }),
      { numRuns: 120 },
    );
  });
});
