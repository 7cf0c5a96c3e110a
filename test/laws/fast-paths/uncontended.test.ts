import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyScenario } from '../../support/arbitraries/any-scenario.ts';
import { differing } from '../../support/laws/same-run.ts';
import { planOf, runOf } from '../../support/played.ts';

describe('a job that is alone', () => {
  it('takes as long by itself as event by event, and leaves the same behind', () => {
    fc.assert(
      fc.property(anyScenario, fc.nat(), (declared, seed) => {
        const plan = planOf(declared);
        for (const { name } of plan.strategies) {
          const alone = runOf(plan, { strategy: name, seed });
          const watched = runOf(plan, { strategy: name, seed, watch: () => {} });
          expect(differing(alone, watched)).toBeNull();
        }
      }),
      { numRuns: 60 },
    );
  });
});
