import type { Scenario } from '../../scenario/scenario.ts';
import { dayOf } from '../../units/calendar.ts';
import type { LinkPlan, ResourcePlan, ThrottlePlan } from '../plan/plan.ts';
import type { Timeline } from './triggers.ts';

const DAY = 86400;

/** A change of capacity: throttle hours begin or end. */
interface Change {
  readonly time: number;
  readonly resource: number;
  /** Capacity from then on: a share of the full capacity, or bytes/s. */
  readonly value: number;
  readonly share: boolean;
  readonly ends: boolean;
}

/** Every instant at which the throttle hours of a link begin or end. */
export function throttleOf(
  scenario: Scenario,
  links: readonly LinkPlan[],
  resources: readonly ResourcePlan[],
  { calendar, start, end }: Timeline,
): ThrottlePlan {
  const changes: Change[] = [];
  for (const [index, { name }] of links.entries()) {
    const resource = resources.findIndex(({ kind, of }) => kind === 'link' && of === index);
    for (const hours of scenario.links?.[name]?.throttle ?? []) {
      // Jobs may run past the end of the horizon: continue for 31 days.
      for (let day = dayOf(calendar.toLocal(start)) - 1; day * DAY < end + 31 * DAY; day++) {
        const from = calendar.firstAt(day * DAY + hours.opens);
        const to = calendar.firstAt(day * DAY + hours.opens + hours.lasts);
        // Hours skipped by a daylight-saving change do not occur.
        if (to <= from) continue;
        const share = hours.to.kind === 'share';
        changes.push({ time: from, resource, value: hours.to.value, share, ends: false });
        changes.push({ time: to, resource, value: 1, share: true, ends: true });
      }
    }
  }
  // At one instant, ends come before begins.
  changes.sort((a, b) => a.time - b.time || Number(b.ends) - Number(a.ends));
  return {
    times: Float64Array.from(changes, ({ time }) => time),
    resources: Int32Array.from(changes, ({ resource }) => resource),
    values: Float64Array.from(changes, ({ value }) => value),
    asShare: Uint8Array.from(changes, ({ share }) => Number(share)),
  };
}
