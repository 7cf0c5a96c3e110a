import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Estimate } from '../../../src/stats/estimate.ts';
import { anyScenario } from '../../support/arbitraries/any-scenario.ts';
import { oneWorkload, PLAIN } from '../../support/one-workload.ts';
import { type Declared, resultOf, strategyOf } from '../../support/played.ts';

const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0);
const near = (found: number, wanted: number): void =>
  expect(Math.abs(found - wanted)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(wanted)));

/** Every estimate in a result, however deep. */
function estimatesIn(value: unknown): Estimate[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('p05' in value && 'mean' in value) return [value as Estimate];
  return Object.values(value).flatMap(estimatesIn);
}

describe('the parts of a result add up', () => {
  it('terms to seconds, stores and links to their sums, shares of the bottleneck to one', async () => {
    await fc.assert(
      fc.asyncProperty(anyScenario, fc.nat(), async (declared, seed) => {
        const { strategies } = await resultOf(declared, { seed });
        for (const { jobs, stored, traffic, window } of strategies) {
          for (const { terms, seconds, overJobs, bottleneck } of jobs) {
            near(sum(Object.values(terms).map(({ mean }) => mean)), seconds.mean);
            near(overJobs.mean, seconds.mean);
            expect(overJobs.p50).toBeLessThanOrEqual(overJobs.p95);
            expect(overJobs.p95).toBeLessThanOrEqual(overJobs.max);
            const shares = bottleneck.map(({ share }) => share);
            if (shares.length > 0) near(sum(shares), 1);
            expect(shares).toEqual([...shares].sort((a, b) => b - a));
          }
          near(sum(stored.byStore.map(({ end }) => end.mean)), stored.end.mean);
          near(sum(traffic.byLink.map(({ bytes }) => bytes.mean)), traffic.bytes.mean);
          expect(stored.peak.mean).toBeGreaterThanOrEqual(stored.end.mean * (1 - 1e-12));
          if (window.fits) {
            expect(window.fits.mean === 1).toBe(window.firstMiss.never === 1);
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  it('an estimate over one trial is one number, over several it is in order', async () => {
    await fc.assert(
      fc.asyncProperty(anyScenario, fc.constantFrom(1, 4), async (declared, trials) => {
        for (const { mean, p05, p50, p95 } of estimatesIn(await resultOf(declared, { trials }))) {
          if (trials === 1) expect([p05, p50, p95]).toEqual([mean, mean, mean]);
          expect(p05).toBeLessThanOrEqual(p50);
          expect(p50).toBeLessThanOrEqual(p95);
        }
      }),
      { numRuns: 25 },
    );
  });
});

describe('a result says', () => {
  const weekly = oneWorkload({
    horizon: '2 weeks',
    workload: { size: '1 TB', change: '1 %/day' },
    strategy: { full: 'weekly on Monday at 00:00', incremental: 'daily at 00:00' },
  });

  it('how many jobs there were of each level, the seed by itself', async () => {
    const { jobs } = strategyOf(await resultOf(weekly), 'plan');
    expect(jobs.map(({ level, count }) => [level, count.mean])).toEqual([
      ['seed', 1],
      ['full', 1],
      ['incremental', 12],
    ]);
  });

  it('what held them up', async () => {
    const { jobs } = strategyOf(await resultOf(weekly), 'plan');
    expect(jobs[0]?.bottleneck).toEqual([{ stage: 'store disk', share: 1 }]);
  });

  it('how large the data is at the start and at the end', async () => {
    const { workloads } = await resultOf(oneWorkload({ workload: { growth: '10 GB/day' } }));
    expect(workloads[0]?.sizeAtStart.mean).toBe(1e12);
    expect(workloads[0]?.sizeAtEnd.mean).toBe(1.1e12);
  });

  it('when a store was full, and in how many trials it never was', async () => {
    // A full of 0.8 to 1.2 TB finds room for itself in about half of the trials.
    const tight = oneWorkload({
      horizon: '1 day',
      workload: { size: '1 TB ± 20 %' },
      store: { capacity: '1 TB' },
    });
    const { stored } = strategyOf(await resultOf(tight, { trials: 200 }), 'plan');
    expect(stored.fullOn.never).toBeGreaterThan(0.35);
    expect(stored.fullOn.never).toBeLessThan(0.65);
    expect(stored.fullOn.p05).toBe('2026-01-05T00:16:40Z');
    expect(stored.fullOn.p95).toBeNull();
  });

  it('the last date there is, where a job ends later than dates reach', async () => {
    const slow = oneWorkload({
      horizon: '1 day',
      workload: { size: '1 EB' },
      store: { write: '1 B/s', capacity: '0.9 EB' },
    });
    const { stored } = strategyOf(await resultOf(slow), 'plan');
    expect(stored.fullOn.p50).toBe('+275760-09-13T00:00:00Z');
  });

  it('the bytes in each store over time', async () => {
    const { stored } = strategyOf(await resultOf(weekly), 'plan');
    const [{ p50 } = { p50: [] }] = stored.series.byStore;
    expect(stored.series.at[0]).toBe('2026-01-06T00:00:00Z');
    expect(stored.series.at).toHaveLength(14);
    expect(p50[0]).toBeCloseTo(1e12, 0);
    expect(p50[13]).toBeCloseTo(2e12 + 12e10, -3);
  });
});

describe('a result warns', () => {
  const warned = async (declared: Declared, trials = 1): Promise<string> =>
    (await resultOf(declared, { trials })).warnings.join('\n');
  const calm = oneWorkload({ strategy: { keep: { last: 2 } } });

  it('of nothing where there is nothing to doubt', async () => {
    expect(await warned(calm)).toBe('');
  });

  it.each([
    [
      'a horizon that is shorter than what is kept',
      { strategy: { keep: { monthly: 12 } } },
      'shorter than the longest retention',
    ],
    ['a store that is full', { store: { capacity: '1.5 TB' } }, 'a store is full'],
    ['jobs that were skipped', { workload: { size: '100 TB' } }, 'jobs were skipped'],
    ['inputs that stand at their mean', { workload: { size: '1 TB ± 10 %' } }, 'at its mean;'],
    ['jobs that may fail', { strategy: { failure: '5 %' } }, 'which jobs fail is drawn'],
  ])('of %s', async (_, more, words) => {
    expect(await warned(oneWorkload(more))).toContain(words);
  });

  it('of chance that is left in one run, in one sentence', async () => {
    const chancy = { workload: { size: '1 TB ± 10 %' }, strategy: { failure: '5 %' } };
    const said = await warned(oneWorkload(chancy));
    expect(said.match(/--trials 1000/g)).toHaveLength(1);
    expect(await warned(oneWorkload({ strategy: { failure: '0 %' } }))).not.toContain('jobs fail');
  });

  it('of too few trials for a spread', async () => {
    const uncertain = oneWorkload({ workload: { size: '1 TB ± 10 %' } });
    expect(await warned(uncertain, 5)).toContain('5 trials are too few');
    expect(await warned(uncertain, 20)).not.toContain('too few');
  });
});

describe('the day on which a store is full', () => {
  const filling = (first: string, second: string): Declared =>
    oneWorkload({
      horizon: '20 days',
      workloads: { ants: { ...PLAIN, size: '1 TB' }, bees: { ...PLAIN, size: '1 TB' } },
      stores: { disk: { capacity: first }, second: { capacity: second } },
      strategy: { to: 'disk', overrides: { bees: { to: 'second' } } },
    });

  it.each([
    // A full of 1 TB a day: the store of 3.5 TB is full with the fourth, that of 7.5 TB with the eighth.
    ['3.5 TB', '7.5 TB', ['2026-01-08', '2026-01-12']],
    ['7.5 TB', '3.5 TB', ['2026-01-12', '2026-01-08']],
  ])('is told for each, and the first of all comes first: %s, %s', async (first, second, days) => {
    const { stored } = strategyOf(await resultOf(filling(first, second)), 'plan');
    expect(stored.byStore.map(({ fullOn }) => fullOn.p50?.slice(0, 10))).toEqual(days);
    expect(stored.fullOn.p50?.slice(0, 10)).toBe('2026-01-08');
    expect(stored.fullOn.never).toBe(0);
  });

  it('is none where none is full, and that of the other where one never is', async () => {
    const never = strategyOf(await resultOf(filling('90 TB', '90 TB')), 'plan').stored;
    expect(never.fullOn).toMatchObject({ p50: null, never: 1 });
    const one = strategyOf(await resultOf(filling('90 TB', '7.5 TB')), 'plan').stored;
    expect(one.fullOn.p50?.slice(0, 10)).toBe('2026-01-12');
  });
});
