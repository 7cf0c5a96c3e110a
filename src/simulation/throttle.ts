import type { Scenario } from '../scenario/scenario.ts';
import { dayOf } from '../units/calendar.ts';
import type { LinkPlan, ResourcePlan, ThrottlePlan } from './plan.ts';
import type { Stretch } from './triggers.ts';

const DAY = 86400;

/** Works out every moment at which the hours of a throttled link begin or end. */
export function throttleOf(
  scenario: Scenario,
  links: readonly LinkPlan[],
  resources: readonly ResourcePlan[],
  { calendar, start, end }: Stretch,
): ThrottlePlan {
  const changes: { time: number; resource: number; value: number; share: boolean }[] = [];
  for (const [index, { name }] of links.entries()) {
    const resource = resources.findIndex(({ kind, of }) => kind === 'link' && of === index);
    for (const hours of scenario.links?.[name]?.throttle ?? []) {
      // A job may still run after the last start: a month more is worked out.
      for (let day = dayOf(calendar.toLocal(start)) - 1; day * DAY < end + 31 * DAY; day++) {
        const from = calendar.toInstant(day * DAY + hours.opens);
        const to = calendar.toInstant(day * DAY + hours.opens + hours.lasts);
        const share = hours.to.kind === 'share';
        changes.push({ time: from, resource, value: hours.to.value, share });
        changes.push({ time: to, resource, value: 1, share: true });
      }
    }
  }
  // At one instant what ends goes before what begins.
  changes.sort((a, b) => a.time - b.time || Number(b.value === 1) - Number(a.value === 1));
  return {
    times: Float64Array.from(changes, ({ time }) => time),
    resources: Int32Array.from(changes, ({ resource }) => resource),
    values: Float64Array.from(changes, ({ value }) => value),
    asShare: Uint8Array.from(changes, ({ share }) => Number(share)),
  };
}
