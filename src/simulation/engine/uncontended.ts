import type { FlowSpec } from '../sharing/flow-spec.ts';
import { ROUNDING, type SharedResource } from '../sharing/sharing.ts';
import { firstTime } from './event-list.ts';
import type { Protection } from './protection.ts';
import type { State } from './state.ts';
import { addBottleneckSecondsOf, addTerm } from './tally.ts';

/**
 * Lets time pass for a job that is alone, up to the end of a fixed time of it.
 *
 * @returns false where something else may come before: then it has to be put on the agenda.
 */
export function waitUncontended(state: State, seconds: number): boolean {
  const end = state.now + seconds;
  if (state.busy !== 1 || state.base + end >= state.uncontendedUntil) return false;
  if (end >= firstTime(state.eventList)) return false;
  state.now = end;
  state.sharing.now = end;
  return true;
}

/**
 * Lets a flow of a job that is alone run to its end at once: it gets the least of its cap and of
 * what each resource gives, and no other flow has to be asked. The rates are those that `share`
 * would find.
 *
 * @returns false where something else may come before it ends, or nothing limits it.
 */
export function flowUncontended(
  state: State,
  protection: Protection,
  spec: FlowSpec,
  amount: number,
): boolean {
  if (state.busy !== 1 || state.uncontendedUntil === -Infinity) return false;
  const { resources } = state.sharing;
  const { ratio, phase } = protection.job;
  const wire = ratio > 0 ? spec.wireCap / ratio : Infinity;
  let rate = Math.min(spec.cap, wire);
  let stage = wire < spec.cap ? 1 : 0;
  for (let i = 0; i < spec.resources.length; i++) {
    const use = (spec.fixed[i] as number) + (spec.byRatio[i] as number) * ratio;
    if (use === 0) continue;
    const reach = (resources[spec.resources[i] as number] as SharedResource).capacity / use;
    if (reach >= rate) continue;
    // Of equal stages the first is named; rates that are worked out differ by rounding.
    if (reach < rate * (1 - ROUNDING)) stage = i + 2;
    rate = reach;
  }
  const seconds = amount / rate;
  if (rate === Infinity || !waitUncontended(state, seconds)) return false;
  addTerm(protection, spec.term, seconds);
  addBottleneckSecondsOf(protection, phase, stage, seconds);
  return true;
}
