import { type FlowClass, ROUNDING, type Sharing, setRate } from './sharing.ts';

/**
 * Works out all rates so that they are max-min fair: each class is held up by its cap, or by a
 * resource that is used up and of which no other class gets more (Bertsekas and Gallager, Data
 * Networks, 6.5.2). In each round all classes are settled that can have no less than they would
 * get now: those whose cap is within reach, and those of a resource that holds up all its users.
 */
export function share(sharing: Sharing): void {
  sharing.stale = false;
  sharing.measured = false;
  let waiting = sharing.active.length;
  load(sharing);
  while (waiting > 0) {
    findLevels(sharing);
    findLimits(sharing);
    waiting -= settle(sharing);
  }
}

/** What each resource has, and how much of it is asked for when each flow gets a byte a second. */
function load({ resources, active }: Sharing): void {
  for (let r = 0; r < resources.length; r++) {
    const resource = resources[r] as Sharing['resources'][number];
    resource.left = resource.capacity;
    resource.load = 0;
    resource.tight = false;
  }
  for (let i = 0; i < active.length; i++) {
    const group = active[i] as FlowClass;
    const { uses, members } = group;
    group.settled = false;
    for (let j = 0; j < uses.length; j++) {
      const { resource, weight } = uses[j] as FlowClass['uses'][number];
      resource.load += members * weight;
    }
  }
}

/** The rate at which each resource would be used up if all that wait rose alike. */
function findLevels({ resources }: Sharing): void {
  for (let r = 0; r < resources.length; r++) {
    const resource = resources[r] as Sharing['resources'][number];
    const { load: asked, left } = resource;
    resource.level = asked > 0 ? Math.max(0, left / asked) : Infinity;
    resource.least = Infinity;
  }
}

/** What holds each class up, by these levels and its cap, and the least that a resource's users get. */
function findLimits({ active }: Sharing): void {
  for (let i = 0; i < active.length; i++) {
    const group = active[i] as FlowClass;
    if (group.settled) continue;
    const { uses } = group;
    let lowest = group.cap;
    let stage = group.capStage;
    let by = -1;
    for (let j = 0; j < uses.length; j++) {
      const { resource, weight } = uses[j] as FlowClass['uses'][number];
      if (weight === 0 || resource.level >= lowest) continue;
      // Of equal stages the first is named; rates that are worked out differ by rounding.
      if (resource.level < lowest * (1 - ROUNDING)) stage = j + 2;
      lowest = resource.level;
      by = j;
    }
    group.limit = lowest;
    group.by = by;
    group.named = stage;
    for (let j = 0; j < uses.length; j++) {
      const { resource, weight } = uses[j] as FlowClass['uses'][number];
      if (weight > 0 && lowest < resource.least) resource.least = lowest;
    }
  }
}

/** Settles those whose rate can only be what was found; the least of all is always among them. */
function settle(sharing: Sharing): number {
  const { active } = sharing;
  let count = 0;
  for (let i = 0; i < active.length; i++) {
    const group = active[i] as FlowClass;
    if (group.settled) continue;
    const { uses, members, limit, by } = group;
    if (by >= 0) {
      const { resource } = uses[by] as FlowClass['uses'][number];
      if (resource.least < resource.level) continue;
      resource.tight = true;
    }
    group.settled = true;
    count++;
    setRate(sharing, group, limit, group.named);
    for (let j = 0; j < uses.length; j++) {
      const { resource, weight } = uses[j] as FlowClass['uses'][number];
      const use = members * weight;
      if (use === 0) continue;
      resource.left -= use * limit;
      resource.load -= use;
    }
  }
  return count;
}
