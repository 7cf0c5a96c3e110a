import { cell, TIME } from './chain/rows.ts';
import type { Guard } from './guard.ts';
import { bookRead, bookTraffic, checkEgress } from './outcome.ts';
import type { Plan } from './plan.ts';
import type { Samples } from './samples.ts';
import type { State } from './state.ts';

/**
 * Books the checks of everything that is kept, which come again and again: each reads a copy as it
 * lay in its store on average. Their load on links and stores is not played.
 */
export function bookRechecks(state: State, values: Float64Array, samples: Samples): void {
  const { plan, verification } = state;
  for (const guard of state.guards) {
    const { verify, store } = guard.policy;
    if (!verify || verify.recheck === Infinity) continue;
    const times = Math.floor((plan.end - plan.start) / verify.recheck);
    const bytes = times * meanStored(state, guard, samples) * verify.coverage;
    const isBoth = verify.method === 'byte-compare';
    verification.count += times;
    verification.bytes += bytes;
    verification.coreSeconds += bytes / (values[verify.rate] as number);
    verification.seconds += bytes / ((values[verify.rate] as number) * verify.cores);
    bookRead(state, store, bytes, checkEgress(guard.policy));
    if (isBoth) bookTraffic(state, guard, bytes);
  }
}

/** What a chain took in its store on average: its part of what lay there at all sampled instants. */
function meanStored({ books, beside }: State, { chain, policy }: Guard, samples: Samples): number {
  const { bytes, count } = samples;
  const all = bytes.subarray(policy.store * count, (policy.store + 1) * count);
  const { sampled, booked } = beside;
  const others = sampled[policy.store] as number;
  const mean = (all.reduce((sum, one) => sum + one, 0) - others) / count;
  const end = (books.stores[policy.store]?.stored ?? 0) - (booked[policy.store] as number);
  return end > 0 ? (mean * chain.stored) / end : 0;
}

/**
 * Seconds for which silent damage to a copy goes unseen, on average: half of the time from check to
 * check, or half of what the oldest point is kept for where nothing is checked again. Of all copies
 * the longest.
 */
export const exposureOf = (plan: Plan, guards: readonly Guard[]): number =>
  guards.reduce((most, { policy, chain }) => {
    if (chain.rows.count === 0) return most;
    const { recheck = Infinity, coverage = 1 } = policy.verify ?? {};
    const kept = plan.end - cell(chain.rows, 0, TIME);
    return Math.max(most, Math.min(recheck / coverage, kept) / 2);
  }, 0);
