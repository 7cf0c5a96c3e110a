import type { SharedResource } from '../../sharing/resource.ts';
import type { Dates } from '../dates.ts';
import type { State } from '../state.ts';
import { leaveForJobs, nextDay } from './continuous.ts';

/** Begins or ends throttle hours, or goes on to what logs and replicas leave on the next day. */
export function toNextCapacity(state: State, dates: Dates): void {
  const { continuous, plan, baseCapacity } = state;
  const { times, resources } = plan.throttle;
  if (dates.nextCapacity === continuous.next) {
    nextDay(continuous);
    leaveForJobs(continuous, baseCapacity);
    for (const resource of continuous.resources) setCapacity(state, dates, resource);
  } else {
    const resource = resources[dates.throttle] as number;
    dates.throttledBy[resource] = dates.throttle++;
    setCapacity(state, dates, resource);
  }
  dates.nextCapacity = Math.min(times[dates.throttle] ?? Infinity, continuous.next);
}

function setCapacity({ plan, baseCapacity, sharing }: State, dates: Dates, resource: number): void {
  const { values, asShare } = plan.throttle;
  const whole = baseCapacity[resource] as number;
  const by = dates.throttledBy[resource] as number;
  const value = by < 0 ? 1 : (values[by] as number);
  (sharing.resources[resource] as SharedResource).capacity =
    by < 0 || asShare[by] === 1 ? whole * value : Math.min(whole, value);
}
