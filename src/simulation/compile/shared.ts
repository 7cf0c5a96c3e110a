import type { Scenario } from '../../scenario/scenario.ts';
import type { Plan, StrategyPlan, TriggerGroup } from '../plan/plan.ts';
import type { PolicyPlan } from '../plan/policy.ts';
import type { CompileLog } from './compile-log.ts';
import type { Stretch } from './triggers.ts';

/** The parts of a plan that strategies refer to, and where problems go. */
export interface Context {
  readonly scenario: Scenario;
  readonly compileLog: CompileLog;
  readonly stretch: Stretch;
  readonly siteNames: readonly string[];
  readonly workloads: Plan['workloads'];
  readonly stores: Plan['stores'];
  readonly links: Plan['links'];
}

/** What several workloads share is worked out once. */
export interface Shared {
  readonly policies: PolicyPlan[];
  readonly groups: TriggerGroup[];
  readonly windows: StrategyPlan['windows'][number][];
  readonly prunes: Float64Array[];
  readonly byKey: Map<string, number>;
}

/** The place in a list of what has this key; it is made where it is not there yet. */
export function once<T>(shared: Shared, list: T[], key: unknown, make: () => T): number {
  const text = JSON.stringify(key);
  const known = shared.byKey.get(text);
  if (known !== undefined) return known;
  list.push(make());
  shared.byKey.set(text, list.length - 1);
  return list.length - 1;
}

/** Written out field by field: what a spread gives is read slowly by the inner loop. */
export const policyPlan = (terms: PolicyPlan): PolicyPlan => ({
  store: terms.store,
  links: terms.links,
  group: terms.group,
  asIncrements: terms.asIncrements,
  tool: terms.tool,
  rules: terms.rules,
  gfs: terms.gfs,
  merges: terms.merges,
  prunes: terms.prunes,
  verify: terms.verify,
  cut: terms.cut,
  queue: terms.queue,
  failure: terms.failure,
  retries: terms.retries,
  retryAfter: terms.retryAfter,
  copy: terms.copy,
  lock: terms.lock,
  rebase: terms.rebase,
  skipsUnchanged: terms.skipsUnchanged,
  log: terms.log,
  replica: terms.replica,
  handOver: terms.handOver,
  restoreAt: terms.restoreAt,
  fragmentation: terms.fragmentation,
  restoreCheck: terms.restoreCheck,
  back: terms.back,
});
