import { streamsRate } from '../../model/network.ts';
import type { Plan } from '../plan/plan.ts';
import type { PolicyPlan } from '../plan/policy.ts';

/**
 * Bytes a second that the streams of one job can carry from end to end. Round-trip times add up; a
 * packet is lost if any link loses it; the smallest window and segment apply to the whole route.
 * Infinity without a round-trip time.
 */
export function wireCapOf(
  plan: Plan,
  { links, tool }: Pick<PolicyPlan, 'links' | 'tool'>,
  values: Float64Array,
): number {
  const route = {
    streams: tool.streams,
    window: tool.window as number,
    rtt: 0,
    mss: Infinity,
    loss: 0,
  };
  for (const index of links) {
    const { rtt, window, mss, loss } = plan.links[index] as Plan['links'][number];
    route.rtt += rtt;
    route.window = Math.min(route.window, window);
    route.mss = Math.min(route.mss, mss);
    const lost = loss === null ? 0 : (values[loss] as number);
    route.loss += lost - route.loss * lost;
  }
  return route.rtt === 0 ? Infinity : streamsRate(route);
}
