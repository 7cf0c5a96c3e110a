import type { Plan, StorePlan } from '../plan/plan.ts';
import type { PolicyPlan, PrunePlan } from '../plan/policy.ts';
import type { WorkloadPlan } from '../plan/workload.ts';
import { MOVE, type Phase, partMaker } from './flow-spec.ts';
import { objectPace } from './object-flow.ts';
import { wireCapOf } from './wire-cap.ts';

/**
 * The rewriting of packs, for each byte that is read of them; the ratio is what of it is written anew. It
 * comes and goes over the links, unless it is done beside the store.
 */
export function prunePhase(
  plan: Plan,
  workload: WorkloadPlan,
  policy: PolicyPlan,
  { rewriting, beside }: PrunePlan,
  values: Float64Array,
): Phase {
  const { value, use, cap } = partMaker(plan, values);
  const { tool, links, store: index } = policy;
  const store = plan.stores[index] as StorePlan;
  const requests = store.cloud ? objectPace(store.cloud, tool.streams, 'get') : Infinity;
  return {
    term: MOVE,
    caps: [
      ...cap(`rewriting by ${tool.name}`, 1 / rewriting),
      ...cap('requests to the object store', requests),
      ...(beside ? [] : cap('streams', wireCapOf(plan, policy, values))),
    ],
    uses: [
      ...use('cores', beside ? store.site : workload.site, rewriting, 0),
      ...(beside ? [] : links.flatMap((link) => use('link', link, 1, 1))),
      ...use('store', index, 1 / value(store.read), 1 / value(store.write)),
    ],
  };
}
