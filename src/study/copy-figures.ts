import type { Run } from '../simulation/run.ts';

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
export function copyFigures({ strategy, tallies, guarded }: Run): CopyFigures[] {
  const ways = new Map<string, number[]>();
  for (const [index, { policy, from }] of strategy.protections.entries()) {
    if (from < 0) continue;
    const key = `${policy.copy?.from} ${policy.store}`;
    ways.set(key, [...(ways.get(key) ?? []), index]);
  }
  return [...ways.values()].map((indices) => {
    const own = indices.map((index) => guarded[index]).filter((one) => one !== undefined);
    const levels = indices.flatMap((index) => tallies[index] ?? []);
    const sum = (pick: (tally: (typeof levels)[number]) => number): number =>
      levels.reduce((all, tally) => all + pick(tally), 0);
    const count = sum((tally) => tally.count);
    const mean = (total: number): number => (count > 0 ? total / count : 0);
    const { policy } = strategy.protections[indices[0] ?? 0] ?? {};
    return {
      store: policy?.store ?? 0,
      from: policy?.copy?.from ?? 0,
      count,
      failed: own.reduce((all, { failed }) => all + failed, 0),
      seconds: mean(sum((tally) => tally.seconds)),
      wait: mean(sum((tally) => tally.wait)),
      bytes: mean(sum((tally) => tally.bytesStored)),
      points: own.reduce((all, { points }) => all + points, 0),
      gap: own.reduce((most, { gap }) => Math.max(most, gap), 0),
      worstAge: own.reduce((most, { worstAge }) => Math.max(most, worstAge), 0),
    };
  });
}
