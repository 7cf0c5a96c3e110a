import type { Plan } from './plan.ts';

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
