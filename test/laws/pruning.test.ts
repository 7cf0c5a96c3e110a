import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cell, TIME } from '../../src/simulation/chain/rows.ts';
import { oneWorkload } from '../support/one-workload.ts';
import { type Declared, planOf, runOf } from '../support/played.ts';

const some = (most: number) => fc.oneof(fc.constant(0), fc.integer({ min: 1, max: most }));
const keep = fc
  .record({
    last: some(5),
    hourly: some(30),
    daily: some(20),
    weekly: some(9),
    monthly: some(13),
    quarterly: some(5),
    yearly: some(3),
  })
  .filter((rules) => Object.values(rules).some((slots) => slots > 0));
const dates = fc.constantFrom(
  { full: 'daily at 01:00' },
  { full: 'every 40 h' },
  { full: 'weekly on Sunday at 01:00' },
  { full: 'weekly on Sunday at 01:00', incremental: 'daily at 01:00' },
  { full: 'monthly on day 1 at 23:30', incremental: 'weekdays at 23:30' },
  { full: 'every 10 days at 12:00', differential: 'daily at 12:00' },
  { full: 'quarterly on day 1', incremental: 'every 3 days at 04:00', differential: 'weekly' },
  { synthetic: 'weekly on Friday at 05:00', incremental: 'every 11 h' },
);
const scenario = fc
  .record({
    keep,
    dates,
    // Rules let go for the first time in the early weeks, and of years late.
    days: fc.oneof(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 900 })),
    failure: fc.integer({ max: 60, min: 0 }),
  })
  .map((one) => ({ ...one, failure: `${one.failure} %` }));

/** The times of all points that are there at the end, and of those that have a reason to be. */
function timesOf(declared: Declared, seed: number): { there: number[]; kept: number[] } {
  const [chain] = runOf(planOf(declared), { seed }).chains;
  if (!chain) return { there: [], kept: [] };
  const { rows, why, need } = chain;
  const indices = Array.from({ length: rows.count }, (_, index) => index);
  const time = (index: number): number => cell(rows, index, TIME);
  return {
    there: indices.map(time),
    kept: indices.filter((index) => why[index] !== 0 || need[index] !== 0).map(time),
  };
}

describe('pruning after every job', () => {
  it('keeps what pruning once at the end would keep, over years and with jobs that failed', () => {
    fc.assert(
      fc.property(scenario, fc.nat(), (one, seed) => {
        const strategy = { full: 'never', ...one.dates, keep: one.keep, failure: one.failure };
        const pruned = (prune: object) =>
          oneWorkload({
            start: '2024-02-27',
            horizon: `${one.days} days`,
            workload: { size: '1 GB', change: '1 %/day' },
            strategy: { ...strategy, ...prune },
          });
        const { there } = timesOf(pruned({}), seed);
        expect(there).toEqual(timesOf(pruned({ prune: 'never' }), seed).kept);
        expect(there).toEqual(timesOf(pruned({ prune: 'daily at 09:00' }), seed).kept);
      }),
      { numRuns: 120 },
    );
  });
});
