import type { Plan } from '../plan/plan.ts';
import type { LogPlan } from '../plan/policy.ts';
import { changePerSecond } from './change-rate.ts';
import type { Protection } from './protection.ts';

/** Least share of a link that is left to jobs, however much follows every write. */
const LEAST_LEFT = 1e-3;

/** Bytes a second that logs and replicas of a workload put on their way. */
export function flowOf(
  plan: Plan,
  protection: Protection,
): { readonly log: number; readonly replica: number } {
  const { log, replica } = protection.policy;
  if (!log && !replica) return { log: 0, replica: 0 };
  const changed = changePerSecond(plan, protection);
  return { log: log ? log.volume * changed : 0, replica: replica ? changed : 0 };
}

/** Takes what logs and replicas need from the links, and books the traffic of the whole time. */
export function reserveContinuous(
  plan: Plan,
  protections: readonly Protection[],
  capacity: Float64Array,
  traffic: Float64Array,
): void {
  for (const protection of protections) {
    const { log, replica } = protection.policy;
    const flow = flowOf(plan, protection);
    for (const [links, rate] of [
      [log?.links, flow.log],
      [replica?.links, flow.replica],
    ] as const) {
      for (const link of links ?? []) {
        const index = plan.resources.findIndex(({ kind, of }) => kind === 'link' && of === link);
        const whole = capacity[index] as number;
        capacity[index] = Math.max(whole * LEAST_LEFT, whole - rate);
        traffic[link] = (traffic[link] as number) + rate * (plan.end - plan.start);
      }
    }
  }
}

/** Seconds until a log of so many seconds of work is where it is shipped to. */
export function shippingSeconds(plan: Plan, protection: Protection, values: Float64Array): number {
  const { log } = protection.policy;
  if (!log) return 0;
  const bytes = flowOf(plan, protection).log * log.every;
  return log.links.reduce((seconds, index) => {
    const link = plan.links[index];
    if (!link) return seconds;
    return Math.max(
      seconds,
      link.propagation + bytes / ((values[link.rate] as number) * link.live),
    );
  }, 0);
}

/**
 * Whether a log goes back to the newest good point after all damage that lay unseen for so long. A
 * point that is the newest needs it to be kept for no set time: it is not dropped before.
 *
 * @param loss the most seconds of work that are lost without the log.
 */
export const reachesBack = ({ keep }: LogPlan, loss: number, silent: number): boolean =>
  silent === 0 || loss + silent <= keep;
