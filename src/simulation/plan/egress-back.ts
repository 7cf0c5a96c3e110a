import { isElsewhere, type Plan, type StorePlan } from './plan.ts';
import type { Egress, PolicyPlan } from './policy.ts';
import type { WorkloadPlan } from './workload.ts';

const LEAVING: Egress = { leaves: true, within: false };
const STAYING: Egress = { leaves: false, within: false };

/**
 * Where the bytes of a check go that brings them back to what they were made from: the way of a copy
 * the other way, or to the site of the workload.
 */
export function egressBack(plan: Plan, { store, copy }: PolicyPlan, workload: number): Egress {
  if (copy) return copy.egress;
  const { site } = plan.stores[store] as StorePlan;
  const home = (plan.workloads[workload] as WorkloadPlan).site;
  return isElsewhere(plan, site, home) ? LEAVING : STAYING;
}
