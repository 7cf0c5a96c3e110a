import type { Run } from '../simulation/aftermath/run.ts';

/** What came of one schedule over all workloads: that of the backups, or of the copies on a route. */
export interface ScheduleFigures {
  /** The store that is written to; for copies the store they are made from, else -1. */
  readonly store: number;
  readonly from: number;
  /** Runs due, and those that left no point, of all workloads. */
  readonly due: number;
  readonly missed: number;
  /** Least share of its due runs that left a point for a workload (0 if none was due), and that workload. */
  readonly share: number;
  readonly workload: number;
  /** Instant at which its first missed run was due (NaN if none), and why (see MISS_REASONS). */
  readonly firstMiss: number;
  readonly reason: number;
  /** Instant at which the last workload was seeded; Infinity if one never was. */
  readonly seededAt: number;
}

/** Aggregates the schedule records of a run by route. */
export function scheduleFigures({ strategy, byProtection }: Run): ScheduleFigures[] {
  const byRoute = new Map<string, ScheduleFigures>();
  for (const [index, { workload, policy, from }] of strategy.protections.entries()) {
    const { due, missed, firstMiss, reason, seededAt } = (
      byProtection[index] as Run['byProtection'][number]
    ).schedule;
    const source = from < 0 ? -1 : (policy.copy?.from ?? -1);
    const key = `${source} ${policy.store}`;
    const so = byRoute.get(key);
    const share = due > 0 ? (due - missed) / due : 0;
    const worst = so && so.share <= share ? so : { share, workload, firstMiss, reason };
    byRoute.set(key, {
      store: policy.store,
      from: source,
      due: (so?.due ?? 0) + due,
      missed: (so?.missed ?? 0) + missed,
      share: worst.share,
      workload: worst.workload,
      firstMiss: worst.firstMiss,
      reason: worst.reason,
      seededAt: Math.max(so?.seededAt ?? -Infinity, Number.isNaN(seededAt) ? Infinity : seededAt),
    });
  }
  return [...byRoute.values()];
}
