import { copiesOf, type Protection } from '../engine/protection.ts';
import type { DisasterPlan } from '../plan/disaster.ts';
import type { Plan, StorePlan } from '../plan/plan.ts';

/** What of a copy is left after a disaster. */
export type Survival = 'all' | 'locked' | 'none';

/** The site at which what a store holds lies in the end. */
const mediaSite = ({ vault, site }: StorePlan): number => vault?.site ?? site;

/** What a disaster leaves of the points that a copy holds. */
export function survivalOf(plan: Plan, { scope }: DisasterPlan, { policy }: Protection): Survival {
  const store = plan.stores[policy.store] as StorePlan;
  switch (scope.kind) {
    case 'workload':
    case 'corruption':
      return 'all';
    case 'store':
      return policy.store === scope.of ? 'none' : 'all';
    case 'site':
      return mediaSite(store) === scope.of ? 'none' : 'all';
    case 'region':
      return plan.sites[mediaSite(store)]?.region === scope.name ? 'none' : 'all';
    case 'online':
      if (store.offline) return 'all';
      return policy.lock > 0 ? 'locked' : 'none';
  }
}

/** Whether a disaster takes data of a workload, or copies of it. */
export function affects(plan: Plan, { scope }: DisasterPlan, protection: Protection): boolean {
  const site = plan.workloads[protection.workload]?.site ?? 0;
  switch (scope.kind) {
    case 'workload':
    case 'corruption':
    case 'online':
      return true;
    case 'store':
      return copiesOf(protection).some(({ policy }) => policy.store === scope.of);
    case 'site':
      return site === scope.of;
    case 'region':
      return plan.sites[site]?.region === scope.name;
  }
}

/** Whether a place that follows every write is left, and its faults with it: only outside the scope. */
export function replicaSurvives(
  plan: Plan,
  { scope }: DisasterPlan,
  { policy }: Protection,
): boolean {
  const store = policy.replica ? plan.stores[policy.replica.store] : undefined;
  return store !== undefined && isElsewhere(plan, scope, store, policy.replica?.store ?? -1);
}

/** Whether logs that were shipped are left. */
export function logSurvives(plan: Plan, { scope }: DisasterPlan, { policy }: Protection): boolean {
  const store = policy.log ? plan.stores[policy.log.store] : undefined;
  if (store === undefined) return false;
  if (scope.kind === 'workload') return true;
  return isElsewhere(plan, scope, store, policy.log?.store ?? -1);
}

function isElsewhere(
  plan: Plan,
  scope: DisasterPlan['scope'],
  store: StorePlan,
  index: number,
): boolean {
  switch (scope.kind) {
    case 'store':
      return index !== scope.of;
    case 'site':
      return store.site !== scope.of;
    case 'region':
      return plan.sites[store.site]?.region !== scope.name;
    default:
      return false;
  }
}
