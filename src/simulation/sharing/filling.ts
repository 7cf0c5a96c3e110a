/**
 * Progressive filling (see `sharing.ts`) in rounds. The level of a resource is the rate at which it
 * would be used up if all flows whose rates are not fixed yet rose together. Levels only rise from
 * round to round. So the limit of a class, the lowest level of its resources or its cap, is a lower
 * bound of its final rate. A round fixes each class whose limit is also an upper bound: its cap
 * sets the limit, or a resource whose users all have at least that limit. The class with the lowest
 * limit always is among them, so each round makes progress; most rounds fix many.
 */
import { ROUNDING } from './resource.ts';
import { type FlowClass, type Sharing, setRate } from './sharing.ts';

/** Computes the max-min fair rates of all classes and the bottleneck of each. */
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

/** Resets all resources and adds up, for each, the units taken if every flow had a rate of 1. */
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

/** Computes the level of each resource. */
function findLevels({ resources }: Sharing): void {
  for (let r = 0; r < resources.length; r++) {
    const resource = resources[r] as Sharing['resources'][number];
    const { load: asked, left } = resource;
    resource.level = asked > 0 ? Math.max(0, left / asked) : Infinity;
    resource.least = Infinity;
  }
}

/**
 * Computes the limit and bottleneck of each class that is not fixed, and the lowest limit at each
 * resource.
 */
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
      // Among equal stages the first is reported; computed rates are equal up to rounding.
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

/** Fixes the classes whose limit is their rate; returns their number, which is never 0. */
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
