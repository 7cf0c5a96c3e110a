import type { Gap } from '../simulation/aftermath/gap.ts';
import type { Recovery } from '../simulation/aftermath/restored-point.ts';
import type { Run } from '../simulation/aftermath/run.ts';

/** What one workload has under a strategy in one replication; times in seconds. */
export interface WorkloadFigures {
  readonly workload: number;
  /** Longest gap between points once seeded, where logs and replicas shorten it. */
  readonly rpo: Gap;
  /** Restores without other load: of the newest point, and of the slowest; null without points. */
  readonly newest: Recovery | null;
  readonly worst: Recovery | null;
}

/** The figures of each workload that the strategy backs up, in the order of the plan. */
export function workloadFigures({ strategy, byProtection, recovery }: Run): WorkloadFigures[] {
  const restores = new Map(recovery.byWorkload.map((one) => [one.newest.workload, one]));
  return strategy.protections.flatMap(({ workload }, index) => {
    const rpo = byProtection[index]?.rpo;
    if (!rpo) return [];
    const { newest = null, worst = null } = restores.get(workload) ?? {};
    return [{ workload, rpo, newest, worst }];
  });
}
