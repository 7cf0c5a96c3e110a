import { type FlowClass, ROUNDING, type Sharing, setRate } from './sharing.ts';

/** A resource that is used up to this share counts as used up: sums carry rounding. */
const NEARLY = 1 - 1e-9;

/**
 * Lets a flow into a class (1) or out of it (-1). The rates of all classes stand as they are where
 * that concerns nobody else; otherwise they have to be worked out anew. The class must be up to date.
 */
export function changeMembers(sharing: Sharing, group: FlowClass, by: 1 | -1): void {
  const before = group.members * group.rate;
  group.members += by;
  sharing.stale ||= !settleAlone(sharing, group, before);
}

/**
 * Works out the rate of one class whose flows came or went, where no other class is concerned: it
 * is held up by its cap or by what it alone uses, nothing else that it uses holds anyone up, and
 * that stays so. Rates are max-min fair where each class has a bottleneck (Bertsekas and Gallager,
 * Data Networks, 6.5.2), and then all others keep theirs.
 *
 * @param before bytes a second of the class until now.
 * @returns false where all rates have to be worked out; nothing is changed then.
 */
function settleAlone(sharing: Sharing, group: FlowClass, before: number): boolean {
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
  if (!hasRoom(group, change)) return false;
  for (let j = 0; j < uses.length; j++) {
    const { resource, weight } = uses[j] as FlowClass['uses'][number];
    resource.used += change * weight;
    if (resource.classes === 1) resource.tight = members > 0 && j === by;
  }
  setRate(sharing, group, level, stage);
  return true;
}

/** Whether what the class shares with others stays short of used up. */
function hasRoom({ uses }: FlowClass, change: number): boolean {
  for (let j = 0; j < uses.length; j++) {
    const { resource, weight } = uses[j] as FlowClass['uses'][number];
    if (resource.classes === 1) continue;
    if (resource.used + change * weight > resource.capacity * NEARLY) return false;
  }
  return true;
}

/** Adds up what all classes use, this one still at what it did before. */
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
