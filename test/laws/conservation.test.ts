import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BYTES, cell, type Rows } from '../../src/simulation/chain/rows.ts';
import type { State } from '../../src/simulation/engine/state.ts';
import { anyScenario } from '../support/arbitraries/any-scenario.ts';
import { planOf, runOf } from '../support/played.ts';

/** Sums drift by rounding: what passed through is the measure of it. */
const near = (a: number, b: number, through: number): boolean =>
  Math.abs(a - b) <= 1e-12 * Math.max(1, through);

const bytesIn = (rows: Rows): number => {
  let sum = 0;
  for (let i = 0; i < rows.count; i++) sum += cell(rows, i, BYTES);
  return sum;
};

/** Everything that has to be so after any event; the first thing that is not, in words. */
function broken({ protections, accounts, logsAndReplicas }: State): string | null {
  // Logs and replicas lie beside the points.
  const stored = Array.from(logsAndReplicas.booked);
  let through = stored.reduce((sum, bytes) => sum + bytes, 0);
  for (const { index, chain, policy } of protections) {
    through += chain.taken;
    if (!near(chain.taken - chain.freed, chain.stored, chain.taken)) {
      return `chain ${index}: taken ${chain.taken} less freed ${chain.freed} is not ${chain.stored}`;
    }
    const held = bytesIn(chain.rows) + bytesIn(chain.archiveFulls);
    if (!near(held, chain.stored, chain.taken)) {
      return `chain ${index}: its files hold ${held}, its books say ${chain.stored}`;
    }
    stored[policy.store] = (stored[policy.store] ?? 0) + chain.stored;
  }
  for (const [store, bytes] of stored.entries()) {
    const { stored: booked = Number.NaN, inFlight = -1 } = accounts.stores[store] ?? {};
    if (!near(booked, bytes, through)) return `store ${store}: holds ${bytes}, booked ${booked}`;
    if (!(inFlight >= -1e-12 * through)) return `store ${store}: in flight`;
  }
  const all = stored.reduce((sum, bytes) => sum + bytes, 0);
  return near(accounts.total, all, through) ? null : `in all ${all}, booked ${accounts.total}`;
}

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
            wrong ??= broken(state);
          };
          const run = runOf(plan, { strategy: name, seed, unbounded, watch });
          expect(wrong).toBeNull();
          const held = run.taken - run.freed + run.logsAndReplicas;
          expect(near(held, run.stored.end, run.taken + run.logsAndReplicas)).toBe(true);
          for (const [store, peak] of run.byStore.peak.entries()) {
            expect(peak).toBeGreaterThanOrEqual(
              (run.byStore.end[store] ?? 0) - 1e-12 * (run.taken + run.logsAndReplicas),
            );
          }
        }
      }),
      { numRuns: 100 },
    );
    expect(events).toBeGreaterThan(0);
  });
});
