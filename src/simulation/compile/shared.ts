import type { Scenario } from '../../scenario/scenario.ts';
import type { Plan, StrategyPlan, TriggerGroup } from '../plan/plan.ts';
import type { PolicyPlan } from '../plan/policy.ts';
import type { CompileLog } from './compile-log.ts';
import type { Timeline } from './triggers.ts';

/** The parts of a plan that strategies refer to, and the compile log. */
export interface Context {
  readonly scenario: Scenario;
  readonly compileLog: CompileLog;
  readonly timeline: Timeline;
  readonly siteNames: readonly string[];
  readonly workloads: Plan['workloads'];
  readonly stores: Plan['stores'];
  readonly links: Plan['links'];
  /** Places in the lists above, by name: there may be a hundred thousand, each looked up. */
  readonly storeAt: ReadonlyMap<string, number>;
  readonly workloadAt: ReadonlyMap<string, number>;
}

/** The place of each part in its list, by its name. */
export const placesOf = (
  parts: readonly { readonly name: string }[],
): ReadonlyMap<string, number> => new Map(parts.map(({ name }, index) => [name, index]));

/** Parts of a strategy that several workloads share; each is computed once. */
export interface Shared {
  readonly policies: PolicyPlan[];
  readonly groups: TriggerGroup[];
  readonly windows: StrategyPlan['windows'][number][];
  readonly prunes: Float64Array[];
  /** Index in one of the lists, by key; see `indexOfShared`. */
  readonly byKey: Map<string, number>;
}

/** Index in `list` of the item with this key; `make` creates the item on first use. */
export function indexOfShared<T>(shared: Shared, list: T[], key: unknown, make: () => T): number {
  const text = JSON.stringify(key);
  const existing = shared.byKey.get(text);
  if (existing !== undefined) return existing;
  list.push(make());
  shared.byKey.set(text, list.length - 1);
  return list.length - 1;
}

/** Copies field by field: objects made by spread have slower property reads in the inner loop. */
export const policyPlan = (terms: PolicyPlan): PolicyPlan => ({
  store: terms.store,
  links: terms.links,
  group: terms.group,
  lateBy: terms.lateBy,
  asIncrements: terms.asIncrements,
  tool: terms.tool,
  rules: terms.rules,
  gfs: terms.gfs,
  merges: terms.merges,
  prunes: terms.prunes,
  pruning: terms.pruning,
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
