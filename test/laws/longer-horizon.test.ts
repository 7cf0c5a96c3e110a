import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { State } from '../../src/simulation/engine/state.ts';
import { type Declared, planOf, runOf } from '../support/played.ts';
import { smallScenario } from '../support/small-scenario.ts';

/** Every job that ended, for better or worse, in the order of their ends. */
function jobsOf(declared: Declared, strategy: string, seed: number) {
  const plan = planOf(declared);
  const jobs: { end: number; text: string }[] = [];
  const runs: number[] = [];
  let failed = 0;
  const watch = (state: State): void => {
    const end = state.base + state.now;
    if (state.failed > failed) jobs.push({ end, text: `failed: ${state.failed}` });
    failed = state.failed;
    for (const { index, runs: count, job, chain } of state.protections) {
      if (count === (runs[index] ?? 0)) continue;
      runs[index] = count;
      const text = [index, job.level, job.start, end, chain.stored, chain.rows.count].join(' ');
      jobs.push({ end, text });
    }
  };
  runOf(plan, { strategy, seed, watch });
  return { end: plan.end, jobs };
}

describe('a longer horizon only appends', () => {
  it('jobs that ended before the old end are the same', () => {
    let compared = 0;
    fc.assert(
      fc.property(smallScenario, fc.nat(), fc.integer({ min: 1, max: 90 }), (one, seed, more) => {
        const days = Number.parseInt(one.horizon, 10);
        for (const strategy of Object.keys(one.strategies)) {
          const before = jobsOf(one, strategy, seed);
          const after = jobsOf({ ...one, horizon: `${days + more} days` }, strategy, seed);
          const old = before.jobs.filter(({ end }) => end < before.end);
          compared += old.length;
          expect(after.jobs.slice(0, old.length)).toEqual(old);
        }
      }),
      { numRuns: 50 },
    );
    expect(compared).toBeGreaterThan(100);
  });
});
