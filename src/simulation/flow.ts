import type { FlowSpec } from './flow-spec.ts';
import { insert, removeRoot } from './heap.ts';
import { changeMembers } from './members.ts';
import type { Tally } from './run.ts';
import { classOf, endClass, STAGES } from './sharing.ts';
import type { Guard, State } from './state.ts';

/**
 * Starts a flow of so many source bytes for the job of a protection.
 *
 * @returns false where nothing limits it, so that it is over at once.
 */
export function startFlow(state: State, guard: Guard, index: number, amount: number): boolean {
  const { sharing, heaps } = state;
  const { job } = guard;
  const spec = guard.flows.specs[index] as FlowSpec;
  if (!(amount > 0) || !isLimited(spec, job.ratio)) return false;
  const group = classOf(sharing, spec, job.ratio);
  const until = (sharing.done[group] as number) + amount;
  sharing.root[group] = insert(heaps, sharing.root[group] as number, guard.index, until);
  changeMembers(sharing, group, 1);
  job.class = group;
  job.phaseStart = state.now;
  const { heldBefore } = job;
  const { held } = sharing;
  const { length } = spec.stages;
  for (let stage = 0, slot = group * STAGES; stage < length; stage++, slot++) {
    heldBefore[stage] = held[slot] as number;
  }
  return true;
}

function isLimited({ cap, wireCap, fixed, byRatio }: FlowSpec, ratio: number): boolean {
  if (cap !== Infinity || (wireCap !== Infinity && ratio > 0)) return true;
  for (let i = 0; i < fixed.length; i++) {
    if ((fixed[i] as number) + (byRatio[i] as number) * ratio > 0) return true;
  }
  return false;
}

/** Takes the first flow to end out of a class and books what held it up. Returns the job's index. */
export function endFlow(state: State, group: number): number {
  const { sharing, heaps } = state;
  const index = sharing.root[group] as number;
  sharing.root[group] = removeRoot(heaps, index);
  leaveClass(state, state.guards[index] as Guard, group);
  return index;
}

function leaveClass(state: State, guard: Guard, group: number): void {
  const { sharing } = state;
  const { job } = guard;
  const { held } = guard.tallies[job.level] as Tally;
  const { length } = (guard.flows.specs[job.phase] as FlowSpec).stages;
  const { heldBefore } = job;
  const ofClass = sharing.held;
  let slot = job.phase * STAGES;
  for (let stage = 0, from = group * STAGES; stage < length; stage++, from++, slot++) {
    const seconds = (ofClass[from] as number) - (heldBefore[stage] as number);
    held[slot] = (held[slot] as number) + seconds;
  }
  job.class = -1;
  changeMembers(sharing, group, -1);
  if (sharing.members[group] === 0) endClass(sharing, group);
}

/**
 * Takes a job that is cut off out of its class. The heap has no removal from the middle: the
 * others are put in again, which is rare and as dear as the class is large.
 */
export function abandonFlow(state: State, guard: Guard): void {
  const { sharing, heaps } = state;
  const group = guard.job.class;
  if (group < 0) return;
  let rest = sharing.root[group] as number;
  let kept = -1;
  const others: number[] = [];
  while (rest >= 0) {
    if (rest !== guard.index) others.push(rest);
    rest = removeRoot(heaps, rest);
  }
  for (const index of others) kept = insert(heaps, kept, index, heaps.key[index] as number);
  sharing.root[group] = kept;
  leaveClass(state, guard, group);
}

/** Finds the class whose first flow ends next, and the seconds until then. */
export function findEnd({ sharing, heaps }: State): void {
  const { order, root, done, rate, active } = sharing;
  const { key } = heaps;
  let least = Infinity;
  let first = -1;
  for (let i = 0; i < active; i++) {
    const group = order[i] as number;
    const left = (key[root[group] as number] as number) - (done[group] as number);
    const seconds = left <= 0 ? 0 : left / (rate[group] as number);
    if (seconds < least) {
      least = seconds;
      first = group;
    }
  }
  sharing.endsIn = least;
  sharing.endsFirst = first;
}
