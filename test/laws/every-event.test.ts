import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Protection } from '../../src/simulation/engine/protection.ts';
import type { State } from '../../src/simulation/engine/state.ts';
import { anyScenario } from '../support/arbitraries/any-scenario.ts';
import { unaccounted } from '../support/laws/every-event.ts';
import { planOf, runOf } from '../support/played.ts';

/** Whether a job waits for another one of the repository: a prune, or what came due while one ran. */
const isHeld = ({ pruneDue, nextTrigger, dueTriggers, policy }: Protection): boolean =>
  pruneDue >= 0 || (!policy.queue && nextTrigger < dueTriggers);

describe('after every event', () => {
  it('jobs, turns and flows are accounted for, and the clock does not run back', () => {
    fc.assert(
      fc.property(anyScenario, fc.nat(), (declared, seed) => {
        const plan = planOf(declared);
        for (const { name } of plan.strategies) {
          let last = 0;
          let wrong: string | null = null;
          const watch = (state: State): void => {
            // What ends within rounding of a date has ended by then.
            if (state.base + state.now < last - 3e-6) wrong ??= 'the clock runs back';
            last = state.base + state.now;
            wrong ??= unaccounted(state);
          };
          runOf(plan, { strategy: name, seed, watch });
          expect(wrong).toBeNull();
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe('at the end', () => {
  it('no figure is negative, and a point is never younger than the gap before it', () => {
    fc.assert(
      fc.property(anyScenario, fc.nat(), (declared, seed) => {
        const plan = planOf(declared);
        for (const { name } of plan.strategies) {
          const { tallies, gap, worstAge } = runOf(plan, { strategy: name, seed });
          for (const {
            terms,
            bottleneckSeconds,
            seconds,
            wait,
            bytesRead,
            bytesStored,
          } of tallies.flat()) {
            const least = Math.min(
              ...terms,
              ...bottleneckSeconds,
              seconds,
              wait,
              bytesRead,
              bytesStored,
            );
            expect(least).toBeGreaterThanOrEqual(-1e-6);
          }
          expect(gap).toBeGreaterThan(0);
          expect(worstAge).toBeGreaterThanOrEqual(gap * (1 - 1e-12));
        }
      }),
      { numRuns: 75 },
    );
  });

  it("the time that jobs are present is the sum of their times (Little's law)", () => {
    fc.assert(
      fc.property(anyScenario, fc.nat(), (declared, seed) => {
        // A job that fails or is cut off leaves no time in the books.
        const text = JSON.stringify(declared, (key, part) =>
          key === 'failure' || key === 'overrun' ? undefined : part,
        );
        const plan = planOf(text);
        for (const { name } of plan.strategies) {
          const clock = { base: 0, now: 0, present: 0, integral: 0 };
          const watch = ({ base, now, busy, protections }: State): void => {
            // Between busy periods nobody is present.
            if (base === clock.base) clock.integral += clock.present * (now - clock.now);
            // A prune and a backup of one repository wait for each other.
            const held = protections.filter(isHeld).length;
            Object.assign(clock, { base, now, present: busy + held });
          };
          const { tallies, unstarted } = runOf(plan, {
            strategy: name,
            seed,
            watch,
            unbounded: true,
          });
          const times = tallies.flat().reduce((sum, { seconds, wait }) => sum + seconds + wait, 0);
          // What would wait beyond the end of the horizon is given up, with the time it had waited.
          if (unstarted === 0 && clock.base + clock.now <= plan.end)
            expect(Math.abs(clock.integral - times)).toBeLessThanOrEqual(1e-6 * times + 1e-6);
          else expect(times).toBeLessThanOrEqual(clock.integral * (1 + 1e-6) + 1e-6);
        }
      }),
      { numRuns: 60 },
    );
  });
});
