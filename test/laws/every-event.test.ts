import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BYTES, cell, RUN } from '../../src/simulation/chain/rows.ts';
import { startOf } from '../../src/simulation/engine/new-protection.ts';
import type { State } from '../../src/simulation/engine/state.ts';
import type { Plan } from '../../src/simulation/plan/plan.ts';
import { anyScenario } from '../support/arbitraries/any-scenario.ts';
import { planOf, runOf } from '../support/played.ts';

/** Turns that are taken at a site, one a job, or at a store, where a job on tape takes its drives. */
const running = ({ plan, protections }: State, place: 'site' | 'store', index: number): number =>
  protections.reduce((sum, { job, workload, policy, drives }) => {
    const data = plan.workloads[workload];
    if (!job.started || !data) return sum;
    if (place === 'store') return sum + (policy.store === index ? drives : 0);
    return sum + (startOf(plan, policy, data) === index ? 1 : 0);
  }, 0);

/** Cartridges hold what the chains say lies on them, and there are never more than slots. */
function shelved({ plan, pools, protections, accounts }: State): string | null {
  for (const [store, pool] of pools.entries()) {
    if (!pool) continue;
    const own = protections.filter(({ policy }) => policy.store === store);
    const shelves = own.flatMap(({ chain }) => (chain.shelf ? [{ chain, ...chain.shelf }] : []));
    const lies = shelves.reduce((sum, { bytes }) => sum + bytes.reduce((a, b) => a + b, 0), 0);
    const through = pool.kept + pool.freed;
    if (Math.abs(pool.kept - lies) > 1e-9 * Math.max(1, through))
      return `library ${store}: ${pool.kept} on cartridges, ${lies} on shelves`;
    for (const { chain, bytes } of shelves) {
      for (let i = 0; i < chain.rows.count; i++) {
        const on = bytes[cell(chain.rows, i, RUN)] ?? 0;
        if (on !== cell(chain.rows, i, BYTES))
          return `library ${store}: ${on} lie there of a point`;
      }
    }
    const { tape, cost, ceiling } = plan.stores[store] as Plan['stores'][number];
    const { limit = 0 } = accounts.stores[store] ?? {};
    const slots = cost.step > 0 ? limit / ceiling / pool.capacity : (tape?.slots ?? 0);
    if (pool.inUse < 0 || pool.mostInUse > pool.slots)
      return `library ${store}: no such cartridges`;
    if (pool.inUse > slots * (1 + 1e-9))
      return `library ${store}: ${pool.inUse} of ${slots} in use`;
  }
  return null;
}

/** The first thing that is not as it must be after any event, in words. */
function broken(state: State): string | null {
  const { plan, protections, accounts, sharing } = state;
  const wrong = shelved(state);
  if (wrong) return wrong;
  const busy = protections.filter(({ job }) => job.busy).length;
  if (busy !== state.busy) return `${busy} jobs are under way, ${state.busy} are counted`;
  const flows = protections.filter(({ job }) => job.class >= 0).length;
  const members = sharing.active.reduce((sum, group) => sum + group.members, 0);
  if (flows !== members) return `${flows} jobs move data, ${members} share`;
  for (const { job, windowOutcomes } of protections) {
    if (!job.started || !windowOutcomes || job.occurrence < 0) continue;
    const [opens = 0, closes = 0] = [
      windowOutcomes.opens[job.occurrence],
      windowOutcomes.closes[job.occurrence],
    ];
    if (job.start < opens || job.start >= closes) return `a job began while its window was shut`;
  }
  for (const place of ['site', 'store'] as const) {
    const slots = place === 'site' ? state.siteSlots : state.storeSlots;
    for (const [index, { jobs }] of plan[`${place}s`].entries()) {
      const now = running(state, place, index);
      if (now > jobs) return `${now} turns are taken at ${place} ${index}`;
      if (jobs - now !== slots[index]?.free && jobs !== Infinity)
        return `${place} ${index}: turns are lost`;
    }
  }
  for (const [store, { limit, stored, fullOn }] of accounts.stores.entries()) {
    if (stored > limit * (1 + 1e-9) && Number.isNaN(fullOn))
      return `store ${store} is full unnoticed`;
  }
  return null;
}

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
            wrong ??= broken(state);
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
          const watch = ({ base, now, busy }: State): void => {
            // Between busy periods nobody is present.
            if (base === clock.base) clock.integral += clock.present * (now - clock.now);
            Object.assign(clock, { base, now, present: busy });
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
