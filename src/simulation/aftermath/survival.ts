import { copiesOf, type Protection } from '../engine/protection.ts';
import type { DisasterPlan } from '../plan/disaster.ts';
import type { Plan, StorePlan } from '../plan/plan.ts';

/** What survives of a copy: all points, only locked ones, or none. */
export type Survival = 'all' | 'locked' | 'none';

/** The site where the media of a store finally are: its vault, if it has one. */
const mediaSite = ({ vault, site }: StorePlan): number => vault?.site ?? site;

/** What survives of a copy in its store. */
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

/**
 * Whether a disaster affects a workload: it destroys its data or, for a lost store, copies of it, its
 * log or its replica.
 */
export function affects(plan: Plan, disaster: DisasterPlan, protection: Protection): boolean {
  const { scope } = disaster;
  if (scope.kind !== 'store') return takesDataOf(plan, disaster, protection.workload);
  const { log, replica } = protection.policy;
  if (log?.store === scope.of || replica?.store === scope.of) return true;
  return copiesOf(protection).some(({ policy }) => policy.store === scope.of);
}

/** Whether a disaster destroys the data of a workload, protected or not. */
export function takesDataOf(plan: Plan, { scope }: DisasterPlan, workload: number): boolean {
  const site = plan.workloads[workload]?.site ?? 0;
  switch (scope.kind) {
    case 'workload':
    case 'corruption':
    case 'online':
      return true;
    case 'store':
      return false;
    case 'site':
      return site === scope.of;
    case 'region':
      return plan.sites[site]?.region === scope.name;
  }
}

/**
 * Whether a replica survives: only outside the scope of the disaster, since it replicates bad
 * writes.
 */
export function replicaSurvives(
  plan: Plan,
  { scope }: DisasterPlan,
  { policy }: Protection,
): boolean {
  const store = policy.replica ? plan.stores[policy.replica.store] : undefined;
  return store !== undefined && isElsewhere(plan, scope, store, policy.replica?.store ?? -1);
}

/** Whether shipped logs survive. */
export function logSurvives(plan: Plan, { scope }: DisasterPlan, { policy }: Protection): boolean {
  const store = policy.log ? plan.stores[policy.log.store] : undefined;
  if (store === undefined) return false;
  if (scope.kind === 'workload') return true;
  return isElsewhere(plan, scope, store, policy.log?.store ?? -1);
}

/** Whether a store is outside a store, site or region that is destroyed; false for other scopes. */
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
