import type { Plan } from '../../simulation/plan/plan.ts';
import type { Figures } from '../../study/figures.ts';
import type { Outcome } from './outcome.ts';

/** An RPO or RTO: of a workload, for a disaster, or of all that have none of their own. */
export interface RecoveryTarget {
  readonly name: 'rpo' | 'rto';
  readonly limit: number;
  readonly workload?: number;
  readonly disaster?: number;
}

/** The targets of a plan, those of the scenario first. */
export function recoveryTargets(plan: Plan): RecoveryTarget[] {
  return (['rpo', 'rto'] as const).flatMap((name) => {
    const of = (limit: number | undefined, scope: object): RecoveryTarget[] =>
      limit === undefined ? [] : [{ name, limit, ...scope }];
    return [
      ...of(plan.objectives[name], {}),
      ...plan.workloads.flatMap(({ objectives }, workload) => of(objectives[name], { workload })),
      ...plan.disasters.flatMap(({ objectives }, disaster) => of(objectives[name], { disaster })),
    ];
  });
}

/** Whether a target is the most specific one: a disaster's comes first, then a workload's. */
function governs(
  plan: Plan,
  { name, workload, disaster }: RecoveryTarget,
  ofWorkload: number,
  ofDisaster?: number,
): boolean {
  if (ofDisaster !== undefined && plan.disasters[ofDisaster]?.objectives[name] !== undefined) {
    return disaster === ofDisaster;
  }
  if (plan.workloads[ofWorkload]?.objectives[name] !== undefined) return workload === ofWorkload;
  return workload === undefined && disaster === undefined;
}

/** The worst that a target governs, and where. A workload without a backup has none to restore. */
export function worstOf(plan: Plan, target: RecoveryTarget, figures: Figures): Outcome {
  let worst: Outcome = { value: 0 };
  const hold = (value: number, workload: number, disaster?: number): void => {
    if (!governs(plan, target, workload, disaster) || value <= worst.value) return;
    worst = { value, workload, ...(disaster !== undefined && { disaster }) };
  };
  const backedUp = new Set<number>();
  for (const { workload, rpo, worst: slowest } of figures.workloads) {
    backedUp.add(workload);
    hold(target.name === 'rpo' ? rpo : (slowest?.seconds ?? Infinity), workload);
  }
  for (const { disaster, byWorkload } of figures.disasters) {
    if (target.name === 'rpo' && isUnseen(plan, disaster)) continue;
    for (const { workload, gap, worst: slowest } of byWorkload) {
      hold(target.name === 'rpo' ? gap : slowest, workload, disaster);
    }
  }
  for (const workload of plan.workloads.keys()) {
    if (!backedUp.has(workload)) hold(Infinity, workload);
  }
  return worst;
}

/**
 * Whether damage may have been there for long before it showed: that is no fault of the schedule,
 * and the RPO is not judged by it.
 */
const isUnseen = ({ disasters }: Plan, disaster: number): boolean => {
  const kind = disasters[disaster]?.scope.kind;
  return kind === 'corruption' || kind === 'online';
};
