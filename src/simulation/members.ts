import type { FlowSpec } from './flow-spec.ts';
import { type Sharing, setRate, WIDTH } from './sharing.ts';

/** A resource that is used up to this share counts as used up: sums carry rounding. */
const NEARLY = 1 - 1e-9;

/**
 * Lets a flow into a class (1) or out of it (-1). The rates of all classes stand as they are where
 * that concerns nobody else; otherwise they have to be worked out anew. The class must be up to date.
 */
export function changeMembers(sharing: Sharing, index: number, by: 1 | -1): void {
  const before = (sharing.members[index] as number) * (sharing.rate[index] as number);
  sharing.members[index] = (sharing.members[index] as number) + by;
  sharing.stale ||= !settleAlone(sharing, index, before);
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
function settleAlone(sharing: Sharing, index: number, before: number): boolean {
  const { capacity, classes, tight, weight } = sharing;
  const { resources } = sharing.spec[index] as FlowSpec;
  const members = sharing.members[index] as number;
  let level = sharing.cap[index] as number;
  let stage = sharing.capStage[index] as number;
  for (let j = 0; j < resources.length; j++) {
    const r = resources[j] as number;
    if ((classes[r] as number) > 1) {
      if (tight[r] === 1) return false;
      continue;
    }
    const use = members * (weight[index * WIDTH + j] as number);
    if (use > 0 && (capacity[r] as number) / use < level) {
      level = (capacity[r] as number) / use;
      stage = j + 2;
    }
  }
  if (level === Infinity && members > 0) return false;
  if (!sharing.measured) measure(sharing, index, before);
  const change = (members > 0 ? members * level : 0) - before;
  if (!hasRoom(sharing, index, change)) return false;
  for (let j = 0; j < resources.length; j++) {
    const r = resources[j] as number;
    sharing.used[r] = (sharing.used[r] as number) + change * (weight[index * WIDTH + j] as number);
    if (classes[r] === 1) tight[r] = members > 0 && j + 2 === stage ? 1 : 0;
  }
  setRate(sharing, index, level, stage);
  return true;
}

/** Whether what the class shares with others stays short of used up. */
function hasRoom(sharing: Sharing, index: number, change: number): boolean {
  const { resources } = sharing.spec[index] as FlowSpec;
  for (let j = 0; j < resources.length; j++) {
    const r = resources[j] as number;
    if ((sharing.classes[r] as number) === 1) continue;
    const use =
      (sharing.used[r] as number) + change * (sharing.weight[index * WIDTH + j] as number);
    if (use > (sharing.capacity[r] as number) * NEARLY) return false;
  }
  return true;
}

/** Adds up what all classes use, this one still at what it did before. */
function measure(sharing: Sharing, changed: number, before: number): void {
  sharing.measured = true;
  sharing.used.fill(0);
  for (let i = 0; i < sharing.active; i++) {
    const index = sharing.order[i] as number;
    const { resources } = sharing.spec[index] as FlowSpec;
    const rate =
      index === changed
        ? before
        : (sharing.members[index] as number) * (sharing.rate[index] as number);
    for (let j = 0; j < resources.length; j++) {
      const r = resources[j] as number;
      sharing.used[r] =
        (sharing.used[r] as number) + rate * (sharing.weight[index * WIDTH + j] as number);
    }
  }
}
