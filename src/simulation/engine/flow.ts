import type { FlowSpec, Flows } from '../sharing/flow-spec.ts';
import { workOf } from '../sharing/lone-rate.ts';
import { changeMembers } from '../sharing/members.ts';
import { drop, dropFirst, firstJob, keyOf, put } from '../sharing/queue.ts';
import { catchUp, classOf, endClass, type FlowClass } from '../sharing/sharing.ts';
import { amountOf } from './job-size.ts';
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
  const effort = spec.worker ? job.effort : 0;
  if (!isLimited(spec, job.ratio, effort)) return false;
  const group = classOf(sharing, spec, job.ratio, effort);
  catchUp(sharing, group);
  put(group.flows, group.done + amount, protection.index);
  changeMembers(sharing, group, 1);
  job.class = group.index;
  job.phaseStart = state.now;
  addBottleneckSeconds(protection, group.bottleneckSeconds, -1);
  return true;
}

function isLimited(spec: FlowSpec, ratio: number, effort: number): boolean {
  const { cap, wireCap, fixed, byRatio } = spec;
  if (workOf(spec, ratio, effort) > 0) return true;
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

/**
 * Removes the flow of a job that is cut off; without a flow under way nothing changes.
 *
 * @returns the share of the flow that is done, 0 to 1.
 */
function abandonFlow(state: State, protection: Protection): number {
  const { sharing } = state;
  const { job, index } = protection;
  const group = sharing.classes[job.class];
  if (!group) return 0;
  catchUp(sharing, group);
  const left = keyOf(group.flows, index) - group.done;
  drop(group.flows, index);
  leaveClass(state, protection, group);
  return Math.min(1, Math.max(0, 1 - left / amountOf(protection, job.phase)));
}

/** Adds bytes to the traffic of all links of a job's route. */
export function recordTraffic(
  { traffic }: State,
  { policy: { links } }: Protection,
  bytes: number,
): void {
  for (let i = 0; i < links.length; i++) {
    const link = links[i] as number;
    traffic[link] = (traffic[link] as number) + bytes;
  }
}

/**
 * Ends the flow of a job that is cut off, and adds what it has moved to the traffic. A move that is
 * over, or has not begun, adds nothing here.
 */
export function abandonMove(state: State, protection: Protection): void {
  const { job, flows, policy } = protection;
  const { traffic, plan } = state;
  const isMoving = job.class >= 0 && job.phase < flows.moves;
  const share = abandonFlow(state, protection);
  if (!isMoving) return;
  const bytes = job.store * (job.fails ? job.fitShare : 1);
  for (const link of policy.links) {
    const resource = plan.resources.findIndex(({ kind, of }) => kind === 'link' && of === link);
    const crossing = crossingOf(flows, resource);
    if (crossing > job.phase) continue;
    traffic[link] = (traffic[link] as number) + bytes * (crossing < job.phase ? 1 : share);
  }
}

/** The flow of the move that uses a link: on a staged path each link has its own. */
const crossingOf = ({ specs, moves }: Flows, resource: number): number =>
  specs.slice(0, moves).findIndex(({ resources }) => resources.includes(resource));
