import type { Plan } from './plan.ts';

/**
 * Whether an RPO or RTO is judged after a disaster. One that takes only a store destroys no data, so
 * there it is judged only where the disaster has a promise of its own: for the case that its data were
 * needed.
 *
 * @param name which of the two; any of them unless given.
 */
export function isJudgedAfter(
  { disasters }: Pick<Plan, 'disasters'>,
  disaster: number,
  name?: 'rpo' | 'rto',
): boolean {
  const { scope, objectives } = disasters[disaster] as Plan['disasters'][number];
  if (scope.kind !== 'store') return true;
  return (name ? [name] : (['rpo', 'rto'] as const)).some((one) => objectives[one] !== undefined);
}

/** Rounding must not break a promise that is kept exactly. */
const ROUNDING = 1e-9;

/**
 * The RPO or RTO in seconds that is promised of a workload, after a disaster or without one: that of
 * the disaster comes first, then that of the workload. Infinity where nothing is promised.
 */
export const recoveryLimit = (
  { objectives, workloads, disasters }: Pick<Plan, 'objectives' | 'workloads' | 'disasters'>,
  name: 'rpo' | 'rto',
  workload: number,
  disaster = -1,
): number =>
  disasters[disaster]?.objectives[name] ??
  workloads[workload]?.objectives[name] ??
  objectives[name] ??
  Infinity;

/** Whether a value is within a limit. */
export const isWithin = (value: number, limit: number): boolean => value <= limit * (1 + ROUNDING);

/** Whether a value reaches what it must be at least. */
export const reaches = (value: number, least: number): boolean => value >= least * (1 - ROUNDING);
