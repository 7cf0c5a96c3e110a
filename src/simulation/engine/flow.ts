import type { FlowSpec } from '../sharing/flow-spec.ts';
import { changeMembers } from '../sharing/members.ts';
import { drop, dropFirst, firstJob, put } from '../sharing/queue.ts';
import { catchUp, classOf, endClass, type FlowClass } from '../sharing/sharing.ts';
import { guardAt } from './packed/pack.ts';
import type { Guard } from './protection.ts';
import type { State } from './state.ts';
import { addHeld } from './tally.ts';
import { flowAlone } from './uncontended.ts';

/**
 * Starts a flow of so many source bytes for the job of a protection.
 *
 * @returns false where it is over: nothing limits it, or the job is alone and its time has passed.
 */
export function startFlow(state: State, guard: Guard, index: number, amount: number): boolean {
  const { sharing } = state;
  const { job } = guard;
  const spec = guard.flows.specs[index] as FlowSpec;
  if (!(amount > 0)) return false;
  if (state.busy === 1 && flowAlone(state, guard, spec, amount)) return false;
  if (!isLimited(spec, job.ratio)) return false;
  const group = classOf(sharing, spec, job.ratio);
  catchUp(sharing, group);
  put(group.flows, group.done + amount, guard.index);
  changeMembers(sharing, group, 1);
  job.class = group.index;
  job.phaseStart = state.now;
  addHeld(guard, group.held, -1);
  return true;
}

function isLimited({ cap, wireCap, fixed, byRatio }: FlowSpec, ratio: number): boolean {
  if (cap !== Infinity || (wireCap !== Infinity && ratio > 0)) return true;
  for (let i = 0; i < fixed.length; i++) {
    if ((fixed[i] as number) + (byRatio[i] as number) * ratio > 0) return true;
  }
  return false;
}

/** Takes the first flow to end out of a class and books what held it up. Returns whose it was. */
export function endFlow(state: State, group: FlowClass): Guard {
  const guard = guardAt(state, firstJob(group.flows));
  dropFirst(group.flows);
  leaveClass(state, guard, group);
  return guard;
}

function leaveClass({ sharing }: State, guard: Guard, group: FlowClass): void {
  addHeld(guard, group.held, 1);
  guard.job.class = -1;
  changeMembers(sharing, group, -1);
  if (group.members === 0) endClass(sharing, group);
}

/** Takes a job that is cut off out of its class. */
export function abandonFlow(state: State, guard: Guard): void {
  const { sharing } = state;
  const group = sharing.classes[guard.job.class];
  if (!group) return;
  catchUp(sharing, group);
  drop(group.flows, guard.index);
  leaveClass(state, guard, group);
}
