import type { FlowSpec } from './flow-spec.ts';
import { type Sharing, setRate, WIDTH } from './sharing.ts';

/**
 * Works out all rates so that they are max-min fair: each class is held up by its cap, or by a
 * resource that is used up and of which no other class gets more (Bertsekas and Gallager, Data
 * Networks, 6.5.2). In each round all classes are settled that can have no less than they would
 * get now: those whose cap is within reach, and those of a resource that holds up all its users.
 */
export function share(sharing: Sharing): void {
  sharing.stale = false;
  sharing.measured = false;
  let waiting = sharing.active;
  load(sharing);
  while (waiting > 0) {
    findLevels(sharing);
    findLimits(sharing);
    waiting -= settle(sharing);
  }
}

/** What each resource has, and how much of it is asked for when each flow gets a byte a second. */
function load(sharing: Sharing): void {
  const {
    capacity,
    left,
    load: loads,
    order,
    spec,
    members,
    weight,
    settled,
    active,
    tight,
  } = sharing;
  for (let r = 0; r < capacity.length; r++) {
    left[r] = capacity[r] as number;
    loads[r] = 0;
    tight[r] = 0;
  }
  for (let i = 0; i < active; i++) {
    const index = order[i] as number;
    const { resources } = spec[index] as FlowSpec;
    const flows = members[index] as number;
    settled[index] = 0;
    for (let j = 0, slot = index * WIDTH; j < resources.length; j++, slot++) {
      const r = resources[j] as number;
      loads[r] = (loads[r] as number) + flows * (weight[slot] as number);
    }
  }
}

/** The rate at which each resource would be used up if all that wait rose alike. */
function findLevels({ left, load: loads, level, least }: Sharing): void {
  for (let r = 0; r < level.length; r++) {
    const asked = loads[r] as number;
    level[r] = asked > 0 ? Math.max(0, (left[r] as number) / asked) : Infinity;
    least[r] = Infinity;
  }
}

/** What holds each class up, by these levels and its cap, and the least that a resource's users get. */
function findLimits(sharing: Sharing): void {
  const { order, spec, weight, settled, active, level, least, cap, capStage, limit, by } = sharing;
  for (let i = 0; i < active; i++) {
    const index = order[i] as number;
    if (settled[index] === 1) continue;
    const { resources } = spec[index] as FlowSpec;
    let lowest = cap[index] as number;
    let stage = capStage[index] as number;
    for (let j = 0, slot = index * WIDTH; j < resources.length; j++, slot++) {
      const reach = level[resources[j] as number] as number;
      if ((weight[slot] as number) > 0 && reach < lowest) {
        lowest = reach;
        stage = j + 2;
      }
    }
    limit[index] = lowest;
    by[index] = stage;
    for (let j = 0, slot = index * WIDTH; j < resources.length; j++, slot++) {
      const r = resources[j] as number;
      if ((weight[slot] as number) > 0 && lowest < (least[r] as number)) least[r] = lowest;
    }
  }
}

/** Settles those whose rate can only be what was found; the least of all is always among them. */
function settle(sharing: Sharing): number {
  const { order, spec, weight, members, settled, active, limit, by } = sharing;
  const { level, least, left, load: loads, tight } = sharing;
  let count = 0;
  for (let i = 0; i < active; i++) {
    const index = order[i] as number;
    if (settled[index] === 1) continue;
    const { resources } = spec[index] as FlowSpec;
    const place = (by[index] as number) - 2;
    if (place >= 0) {
      const r = resources[place] as number;
      if ((least[r] as number) < (level[r] as number)) continue;
      tight[r] = 1;
    }
    settled[index] = 1;
    count++;
    setRate(sharing, index, limit[index] as number, by[index] as number);
    for (let j = 0, slot = index * WIDTH; j < resources.length; j++, slot++) {
      const r = resources[j] as number;
      const use = (members[index] as number) * (weight[slot] as number);
      if (use === 0) continue;
      left[r] = (left[r] as number) - use * (limit[index] as number);
      loads[r] = (loads[r] as number) - use;
    }
  }
  return count;
}
