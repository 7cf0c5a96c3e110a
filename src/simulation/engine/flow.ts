import type { FlowSpec } from '../sharing/flow-spec.ts';
import { changeMembers } from '../sharing/members.ts';
import { drop, dropFirst, firstJob, put } from '../sharing/queue.ts';
import { catchUp, classOf, endClass, type FlowClass } from '../sharing/sharing.ts';
import { protectionAt } from './packed/pack.ts';
import type { Protection } from './protection.ts';
import type { State } from './state.ts';
import { addBottleneckSeconds } from './tally.ts';
import { flowUncontended } from './uncontended.ts';

/**
 * Starts the flow of one phase, of `amount` bytes, for the job of a protection.
 *
 * @returns false if the flow is already over: it is empty or unlimited, or it ran on the fast path.
 */
export function startFlow(
  state: State,
  protection: Protection,
  index: number,
  amount: number,
): boolean {
  const { sharing } = state;
  const { job } = protection;
  const spec = protection.flows.specs[index] as FlowSpec;
  if (!(amount > 0)) return false;
  if (state.busy === 1 && flowUncontended(state, protection, spec, amount)) return false;
  if (!isLimited(spec, job.ratio)) return false;
  const group = classOf(sharing, spec, job.ratio);
  catchUp(sharing, group);
  put(group.flows, group.done + amount, protection.index);
  changeMembers(sharing, group, 1);
  job.class = group.index;
  job.phaseStart = state.now;
  addBottleneckSeconds(protection, group.bottleneckSeconds, -1);
  return true;
}

function isLimited({ cap, wireCap, fixed, byRatio }: FlowSpec, ratio: number): boolean {
  if (cap !== Infinity || (wireCap !== Infinity && ratio > 0)) return true;
  for (let i = 0; i < fixed.length; i++) {
    if ((fixed[i] as number) + (byRatio[i] as number) * ratio > 0) return true;
  }
  return false;
}

/** Removes the flow of a class that ends first; returns its protection. */
export function endFlow(state: State, group: FlowClass): Protection {
  const protection = protectionAt(state, firstJob(group.flows));
  dropFirst(group.flows);
  leaveClass(state, protection, group);
  return protection;
}

function leaveClass({ sharing }: State, protection: Protection, group: FlowClass): void {
  addBottleneckSeconds(protection, group.bottleneckSeconds, 1);
  protection.job.class = -1;
  changeMembers(sharing, group, -1);
  if (group.members === 0) endClass(sharing, group);
}

/** Removes the flow of a job that is cut off; without a flow under way nothing changes. */
export function abandonFlow(state: State, protection: Protection): void {
  const { sharing } = state;
  const group = sharing.classes[protection.job.class];
  if (!group) return;
  catchUp(sharing, group);
  drop(group.flows, protection.index);
  leaveClass(state, protection, group);
}
