import type { Run } from '../simulation/aftermath/run.ts';
import type { Tally } from '../simulation/engine/tally.ts';

/** The copies in one store, over all workloads; seconds and bytes are means of a copy. */
export interface CopyFigures {
  readonly store: number;
  readonly from: number;
  readonly count: number;
  readonly failed: number;
  readonly seconds: number;
  readonly wait: number;
  readonly bytes: number;
  readonly points: number;
  /** Of the workload that fares worst. */
  readonly gap: number;
  readonly worstAge: number;
}

/** Sums up the copies of a run by the store they go to and the one they are made from. */
export function copyFigures({ strategy, tallies, byProtection }: Run): CopyFigures[] {
  const ways = new Map<string, Writable<CopyFigures>>();
  for (const [index, { policy, from }] of strategy.protections.entries()) {
    if (from < 0) continue;
    const store = policy.copy?.from ?? 0;
    const key = `${store} ${policy.store}`;
    const sums = ways.get(key) ?? nothing(policy.store, store);
    ways.set(key, sums);
    addCopy(sums, tallies[index] ?? [], byProtection[index] as Run['byProtection'][number]);
  }
  const all = [...ways.values()];
  for (const sums of all) {
    const count = Math.max(1, sums.count);
    sums.seconds /= count;
    sums.wait /= count;
    sums.bytes /= count;
  }
  return all;
}

type Writable<T> = { -readonly [field in keyof T]: T[field] };

const nothing = (store: number, from: number): Writable<CopyFigures> => ({
  store,
  from,
  count: 0,
  failed: 0,
  seconds: 0,
  wait: 0,
  bytes: 0,
  points: 0,
  gap: 0,
  worstAge: 0,
});

/** Adds a copy of one workload; seconds, wait and bytes are sums as yet. */
function addCopy(
  sums: Writable<CopyFigures>,
  levels: readonly Tally[],
  { failed, points, gap, worstAge }: Run['byProtection'][number],
): void {
  for (const { count, seconds, wait, bytesStored } of levels) {
    sums.count += count;
    sums.seconds += seconds;
    sums.wait += wait;
    sums.bytes += bytesStored;
  }
  sums.failed += failed;
  sums.points += points;
  sums.gap = Math.max(sums.gap, gap);
  sums.worstAge = Math.max(sums.worstAge, worstAge);
}
