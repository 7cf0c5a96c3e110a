import type { Scenario } from './scenario.ts';

/**
 * The stores that anything outside the section `stores` names: a strategy, a copy, a training run, a
 * disaster. All others take part in nothing, and are left out of the plan. The only store of a
 * scenario need not be named.
 */
export function storesNamed(scenario: Scenario): ReadonlySet<string> {
  const all = Object.keys(scenario.stores);
  if (all.length === 1) return new Set(all);
  const found = new Set<string>();
  const note = (name: string): void => {
    if (Object.hasOwn(scenario.stores, name)) found.add(name);
  };
  const look = (part: unknown): void => {
    if (typeof part === 'string') note(part);
    if (typeof part !== 'object' || part === null) return;
    for (const [name, inner] of Object.entries(part)) {
      note(name);
      look(inner);
    }
  };
  const { stores: _stores, workloads: _workloads, ...others } = scenario;
  look(others);
  return found.size > 0 ? found : new Set(all);
}
