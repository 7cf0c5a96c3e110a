import { BYTES, cell, type Rows } from '../../../src/simulation/chain/rows.ts';
import type { State } from '../../../src/simulation/engine/state.ts';

/** Sums drift by rounding: what passed through is the measure of it. */
export const near = (a: number, b: number, through: number): boolean =>
  Math.abs(a - b) <= 1e-12 * Math.max(1, through);

const bytesIn = (rows: Rows): number => {
  let sum = 0;
  for (let i = 0; i < rows.count; i++) sum += cell(rows, i, BYTES);
  return sum;
};

/** Of the books of chains and stores, the first thing that is not as it must be after any event. */
export function misbooked({ protections, accounts, logsAndReplicas }: State): string | null {
  // Logs and replicas lie beside the points.
  const stored = Array.from(logsAndReplicas.booked);
  let through = stored.reduce((sum, bytes) => sum + bytes, 0);
  for (const { index, chain, policy, unused } of protections) {
    through += chain.written;
    if (!near(chain.written - chain.deleted, chain.stored, chain.written)) {
      return `chain ${index}: taken ${chain.written} less freed ${chain.deleted} is not ${chain.stored}`;
    }
    const held = bytesIn(chain.rows) + bytesIn(chain.archiveFulls);
    if (!near(held, chain.stored, chain.written)) {
      return `chain ${index}: its files hold ${held}, its books say ${chain.stored}`;
    }
    // What prunes leave unused lies there beside them.
    stored[policy.store] = (stored[policy.store] ?? 0) + chain.stored + unused;
  }
  for (const [store, bytes] of stored.entries()) {
    const { stored: booked = Number.NaN, inFlight = -1 } = accounts.stores[store] ?? {};
    if (!near(booked, bytes, through)) return `store ${store}: holds ${bytes}, booked ${booked}`;
    if (!(inFlight >= -1e-12 * through)) return `store ${store}: in flight`;
  }
  const all = stored.reduce((sum, bytes) => sum + bytes, 0);
  return near(accounts.total, all, through) ? null : `in all ${all}, booked ${accounts.total}`;
}
