/**
 * Changes of one class without computing all rates anew.
 *
 * Most flows that start or end concern nobody else: what limits them is their own cap or a resource
 * that no other class uses. Rates are max-min fair if and only if each class has a bottleneck (see
 * `sharing.ts`). So if the bottlenecks of all other classes stay as they are, and the changed class
 * has one of its own, all other rates still hold.
 */
import { ROUNDING } from './resource.ts';
import { type FlowClass, type Sharing, setRate } from './sharing.ts';

/** A resource used up to this share counts as used up, since sums carry rounding errors. */
const NEARLY = 1 - 1e-9;

/**
 * Adds a flow to a class (1) or removes one (-1). Updates the rate of that class if no other class
 * is concerned; otherwise marks all rates as stale. The class must be up to date (see `catchUp`).
 */
export function changeMembers(sharing: Sharing, group: FlowClass, by: 1 | -1): void {
  const before = group.members * group.rate;
  group.members += by;
  sharing.stale ||= !settleIndependently(sharing, group, before);
}

/**
 * Updates the rate of a class after its flows changed, if it can be done without the others. The
 * conditions: its bottleneck is its cap or a resource that it alone uses; none of the resources
 * that it shares is a bottleneck, and none becomes one.
 *
 * @param before source bytes a second of the whole class before the change.
 * @returns false, with nothing changed, if all rates have to be computed.
 */
function settleIndependently(sharing: Sharing, group: FlowClass, before: number): boolean {
  const { uses, members } = group;
  let level = group.cap;
  let stage = group.capStage;
  let by = -1;
  for (let j = 0; j < uses.length; j++) {
    const { resource, weight } = uses[j] as FlowClass['uses'][number];
    if (resource.classes > 1) {
      if (resource.tight) return false;
      continue;
    }
    const use = members * weight;
    if (use === 0) continue;
    const reach = resource.capacity / use;
    if (reach >= level) continue;
    if (reach < level * (1 - ROUNDING)) stage = j + 2;
    level = reach;
    by = j;
  }
  if (level === Infinity && members > 0) return false;
  if (!sharing.measured) measure(sharing, group, before);
  const change = (members > 0 ? members * level : 0) - before;
  if (!staysBelowCapacity(group, change)) return false;
  for (let j = 0; j < uses.length; j++) {
    const { resource, weight } = uses[j] as FlowClass['uses'][number];
    resource.used += change * weight;
    if (resource.classes === 1) resource.tight = members > 0 && j === by;
  }
  setRate(sharing, group, level, stage);
  return true;
}

/** Whether all resources that the class shares with others stay below their capacity. */
function staysBelowCapacity({ uses }: FlowClass, change: number): boolean {
  for (let j = 0; j < uses.length; j++) {
    const { resource, weight } = uses[j] as FlowClass['uses'][number];
    if (resource.classes === 1) continue;
    if (resource.used + change * weight > resource.capacity * NEARLY) return false;
  }
  return true;
}

/**
 * Adds up the use of each resource over all classes, with the changed class still at its old rate.
 */
function measure(sharing: Sharing, changed: FlowClass, before: number): void {
  const { resources, active } = sharing;
  sharing.measured = true;
  for (let r = 0; r < resources.length; r++) {
    (resources[r] as Sharing['resources'][number]).used = 0;
  }
  for (let i = 0; i < active.length; i++) {
    const group = active[i] as FlowClass;
    const rate = group === changed ? before : group.members * group.rate;
    for (let j = 0; j < group.uses.length; j++) {
      const { resource, weight } = group.uses[j] as FlowClass['uses'][number];
      resource.used += rate * weight;
    }
  }
}
