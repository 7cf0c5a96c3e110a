import { streamsRate } from '../../model/network.ts';
import type { Plan } from '../plan/plan.ts';
import type { PolicyPlan } from '../plan/policy.ts';

/**
 * What the streams of one job can carry from end to end: delays add up, a packet is lost where any
 * of the links loses it, and the smallest window and segment hold for the whole way.
 */
export function wireCapOf(
  plan: Plan,
  { links, tool }: Pick<PolicyPlan, 'links' | 'tool'>,
  values: Float64Array,
): number {
  const way = {
    streams: tool.streams,
    window: tool.window as number,
    rtt: 0,
    mss: Infinity,
    loss: 0,
  };
  for (const index of links) {
    const { rtt, window, mss, loss } = plan.links[index] as Plan['links'][number];
    way.rtt += rtt;
    way.window = Math.min(way.window, window);
    way.mss = Math.min(way.mss, mss);
    const lost = loss === null ? 0 : (values[loss] as number);
    way.loss += lost - way.loss * lost;
  }
  return way.rtt === 0 ? Infinity : streamsRate(way);
}
