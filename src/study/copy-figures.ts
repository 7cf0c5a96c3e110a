import type { Run } from '../simulation/aftermath/run.ts';
import type { Tally } from '../simulation/engine/tally.ts';

/**
 * Figures of the copies on one route, from one store to another, over all workloads; `seconds`,
 * `wait` and `bytes` are means per copy job.
 */
export interface CopyFigures {
  readonly store: number;
  readonly from: number;
  readonly count: number;
  readonly failed: number;
  readonly early: number;
  readonly seconds: number;
  readonly wait: number;
  readonly bytes: number;
  readonly points: number;
  /** Maximum over the workloads, as is `worstAge`. */
  readonly gap: number;
  readonly worstAge: number;
}

/** Aggregates the copies of a run by source and target store. */
export function copyFigures({ strategy, tallies, byProtection }: Run): CopyFigures[] {
  const byRoute = new Map<string, Writable<CopyFigures>>();
  for (const [index, { policy, from }] of strategy.protections.entries()) {
    if (from < 0) continue;
    const store = policy.copy?.from ?? 0;
    const key = `${store} ${policy.store}`;
    const sums = byRoute.get(key) ?? zeroFigures(policy.store, store);
    byRoute.set(key, sums);
    addCopy(sums, tallies[index] ?? [], byProtection[index] as Run['byProtection'][number]);
  }
  const all = [...byRoute.values()];
  for (const sums of all) {
    const count = Math.max(1, sums.count);
    sums.seconds /= count;
    sums.wait /= count;
    sums.bytes /= count;
  }
  return all;
}

type Writable<T> = { -readonly [field in keyof T]: T[field] };

const zeroFigures = (store: number, from: number): Writable<CopyFigures> => ({
  store,
  from,
  count: 0,
  failed: 0,
  early: 0,
  seconds: 0,
  wait: 0,
  bytes: 0,
  points: 0,
  gap: 0,
  worstAge: 0,
});

/** Adds the copy of one workload; at this stage `seconds`, `wait` and `bytes` are sums. */
function addCopy(
  sums: Writable<CopyFigures>,
  levels: readonly Tally[],
  { failed, early, points, gap, worstAge }: Run['byProtection'][number],
): void {
  for (const { count, seconds, wait, bytesStored } of levels) {
    sums.count += count;
    sums.seconds += seconds;
    sums.wait += wait;
    sums.bytes += bytesStored;
  }
  sums.failed += failed;
  sums.early += early;
  sums.points += points;
  sums.gap = Math.max(sums.gap, gap);
  sums.worstAge = Math.max(sums.worstAge, worstAge);
}
