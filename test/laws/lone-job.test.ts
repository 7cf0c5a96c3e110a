import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { INCREMENTAL, SEED } from '../../src/simulation/plan/levels.ts';
import { TERMS } from '../../src/simulation/sharing/flow-spec.ts';
import { jobTime } from '../oracles/formulas/pipeline.ts';
import { loneJob, scenarioOf, termsOf } from '../support/lone-job.ts';
import { planOf, runOf, secondsOf } from '../support/played.ts';

describe("a lone job's time equals the closed form", () => {
  it('to 1e-12, in all and term by term, for a full and for an increment', () => {
    fc.assert(
      fc.property(loneJob, (job) => {
        const run = runOf(planOf(scenarioOf(job)));
        const moved = [job.bytes, job.bytes * job.changes];
        expect(secondsOf(run)).toHaveLength(2);
        for (const [index, level] of [SEED, INCREMENTAL].entries()) {
          const expected = termsOf(job, moved[index] ?? 0);
          const seconds = jobTime(expected);
          const off = Math.abs((secondsOf(run)[index] ?? 0) - seconds);
          expect(off).toBeLessThanOrEqual(1e-12 * seconds);
          const terms = run.tallies[0]?.[level]?.terms ?? [];
          for (const [term, name] of TERMS.entries()) {
            const wanted = name === 'retry' ? 0 : expected[name];
            expect(Math.abs((terms[term] ?? 0) - wanted), name).toBeLessThanOrEqual(
              1e-12 * seconds,
            );
          }
        }
      }),
      { numRuns: 200 },
    );
  });
});
