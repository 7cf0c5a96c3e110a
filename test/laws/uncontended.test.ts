import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyScenario } from '../support/arbitraries/any-scenario.ts';
import { planOf, runOf } from '../support/played.ts';

describe('a job that is alone', () => {
  it('takes as long by itself as event by event, and leaves the same behind', () => {
    fc.assert(
      fc.property(anyScenario, fc.nat(), (declared, seed) => {
        const plan = planOf(declared);
        for (const { name } of plan.strategies) {
          const alone = runOf(plan, { strategy: name, seed });
          const watched = runOf(plan, { strategy: name, seed, watch: () => {} });
          const near = (a: number, b: number): void => {
            const isSame = a === b || (Number.isNaN(a) && Number.isNaN(b));
            const off = Math.abs(a - b);
            if (!isSame) expect(off).toBeLessThanOrEqual(1e-6 * Math.max(1, Math.abs(b)));
          };
          near(alone.stored.peak, watched.stored.peak);
          near(alone.stored.end, watched.stored.end);
          near(alone.gap, watched.gap);
          near(alone.worstAge, watched.worstAge);
          expect(alone.failed).toBe(watched.failed);
          expect(alone.skipped).toBe(watched.skipped);
          expect(alone.windowOutcomes).toEqual(watched.windowOutcomes);
          for (const [index, own] of alone.durations.entries()) {
            const others = watched.durations[index] ?? new Float64Array();
            expect(own.length).toBe(others.length);
            for (const [job, seconds] of own.entries()) near(seconds, others[job] as number);
          }
          for (const [at, bytes] of alone.series.entries())
            near(bytes, watched.series[at] as number);
        }
      }),
      { numRuns: 60 },
    );
  });
});
