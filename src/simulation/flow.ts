import type { FlowSpec } from './flow-spec.ts';
import type { Guard } from './guard.ts';
import { changeMembers } from './members.ts';
import { drop, dropFirst, firstJob, put, type Queue } from './queue.ts';
import { catchUp, classOf, endClass, STAGES } from './sharing.ts';
import type { State } from './state.ts';
import { noteHeld, tallyHeld } from './tally.ts';

/**
 * Starts a flow of so many source bytes for the job of a protection.
 *
 * @returns false where nothing limits it, so that it is over at once.
 */
export function startFlow(state: State, guard: Guard, index: number, amount: number): boolean {
  const { sharing } = state;
  const { job } = guard;
  const spec = guard.flows.specs[index] as FlowSpec;
  if (!(amount > 0) || !isLimited(spec, job.ratio)) return false;
  const group = classOf(sharing, spec, job.ratio);
  catchUp(sharing, group);
  put(sharing.flows[group] as Queue, (sharing.done[group] as number) + amount, guard.index);
  changeMembers(sharing, group, 1);
  job.class = group;
  job.phaseStart = state.now;
  noteHeld(guard, sharing.held, group * STAGES, spec.stages.length);
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
  const queue = state.sharing.flows[group] as Queue;
  const index = firstJob(queue);
  dropFirst(queue);
  leaveClass(state, state.guards[index] as Guard, group);
  return index;
}

function leaveClass(state: State, guard: Guard, group: number): void {
  const { sharing } = state;
  const { job } = guard;
  const { stages } = guard.flows.specs[job.phase] as FlowSpec;
  tallyHeld(guard, sharing.held, group * STAGES, stages.length);
  job.class = -1;
  changeMembers(sharing, group, -1);
  if (sharing.members[group] === 0) endClass(sharing, group);
}

/** Takes a job that is cut off out of its class. */
export function abandonFlow(state: State, guard: Guard): void {
  const { sharing } = state;
  const group = guard.job.class;
  if (group < 0) return;
  catchUp(sharing, group);
  drop(sharing.flows[group] as Queue, guard.index);
  leaveClass(state, guard, group);
}
