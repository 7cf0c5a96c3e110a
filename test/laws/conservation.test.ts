import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { State } from '../../src/simulation/engine/state.ts';
import { anyScenario } from '../support/arbitraries/any-scenario.ts';
import { misbooked, near } from '../support/laws/conservation.ts';
import { planOf, runOf } from '../support/played.ts';

describe('bytes in = kept + freed', () => {
  it('after every event, in every chain, every store and in all', () => {
    let events = 0;
    fc.assert(
      fc.property(anyScenario, fc.nat(), fc.boolean(), (declared, seed, unbounded) => {
        const plan = planOf(declared);
        for (const { name } of plan.strategies) {
          let wrong: string | null = null;
          const watch = (state: State): void => {
            events++;
            wrong ??= misbooked(state);
          };
          const run = runOf(plan, { strategy: name, seed, unbounded, watch });
          expect(wrong).toBeNull();
          const held = run.written - run.deleted + run.logsAndReplicas + run.unused;
          expect(near(held, run.stored.end, run.written + run.logsAndReplicas)).toBe(true);
          for (const [store, peak] of run.byStore.peak.entries()) {
            expect(peak).toBeGreaterThanOrEqual(
              (run.byStore.end[store] ?? 0) - 1e-12 * (run.written + run.logsAndReplicas),
            );
          }
        }
      }),
      { numRuns: 100 },
    );
    expect(events).toBeGreaterThan(0);
  });
});
