import type { FlowSpec } from '../sharing/flow-spec.ts';
import { limitOf, weightOf, wireLimit } from '../sharing/lone-rate.ts';
import { firstKey } from '../sharing/queue.ts';
import { ROUNDING, type SharedResource } from '../sharing/resource.ts';
import { firstTime } from './event-list.ts';
import type { Protection } from './protection.ts';
import type { State } from './state.ts';
import { addBottleneckSecondsOf, addTerm } from './tally.ts';

/**
 * The fast path: advances the clock to the end of a fixed time of the only busy job, without an
 * event. Allowed only if nothing else happens before: no event, date, sample or change of capacity.
 *
 * @returns false if something may happen before; then the caller has to schedule an event.
 */
export function waitUncontended(state: State, seconds: number): boolean {
  const end = state.now + seconds;
  if (state.busy !== 1 || state.base + end >= state.uncontendedUntil) return false;
  if (end >= firstTime(state.eventList) || end >= firstKey(state.putOff)) return false;
  state.now = end;
  state.sharing.now = end;
  return true;
}

/**
 * The fast path of a flow: the only busy job runs it to its end at once. Its rate is the minimum of
 * its cap and of what each resource gives, which is what `share` would find.
 *
 * @returns false if something may happen before it ends, or if nothing limits it.
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
  const effort = spec.worker ? protection.job.effort : 0;
  const wire = wireLimit(spec, ratio);
  let rate = Math.min(spec.cap, wire);
  let stage = wire < spec.cap ? 1 : 0;
  if (spec.worker) {
    const limit = limitOf(resources, spec, ratio, effort);
    rate = limit.rate;
    stage = limit.stage;
  }
  for (let i = 0; i < spec.resources.length; i++) {
    const use = weightOf(spec, i, ratio, effort);
    if (use === 0) continue;
    const reach = (resources[spec.resources[i] as number] as SharedResource).capacity / use;
    if (reach >= rate) continue;
    // Of equally slow stages the first one counts; rounding must not decide.
    if (reach < rate * (1 - ROUNDING)) stage = i + 2;
    rate = reach;
  }
  const seconds = amount / rate;
  if (rate === Infinity || !waitUncontended(state, seconds)) return false;
  addTerm(protection, spec.term, seconds);
  addBottleneckSecondsOf(protection, phase, stage, seconds);
  return true;
}
