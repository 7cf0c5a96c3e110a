import type { Plan, StorePlan } from '../plan/plan.ts';
import type { LogPlan } from '../plan/policy.ts';
import { changePerSecond } from './change-rate.ts';
import type { Protection } from './protection.ts';

/** Share of a link's capacity that jobs keep at least, whatever logs and replicas need. */
const LEAST_LEFT = 1e-3;

/** Bytes per second that the log and the replica of a workload send; 0 if there is none. */
export function flowOf(
  plan: Plan,
  protection: Protection,
): { readonly log: number; readonly replica: number } {
  const { log, replica } = protection.policy;
  if (!log && !replica) return { log: 0, replica: 0 };
  const changed = changePerSecond(plan, protection);
  return { log: log ? log.volume * changed : 0, replica: replica ? changed : 0 };
}

/**
 * Reserves link capacity for logs and replicas, and records their traffic over the whole horizon.
 * Their rate is constant, so they need no events.
 */
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

/**
 * Seconds until the log of one shipping interval arrives, over the slowest link; 0 without a log.
 */
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
 * Seconds for which a restore waits for a byte of log, which is applied as it comes back: over the way
 * that it went, unless data are restored beside its store.
 */
export function secondsPerLogByte(
  plan: Plan,
  { policy: { restoreAt } }: Protection,
  { store, links, apply }: LogPlan,
  values: Float64Array,
): number {
  const { site, read } = plan.stores[store] as StorePlan;
  const back = restoreAt === site ? [] : links;
  const rates = back.map((index) => {
    const link = plan.links[index];
    return link ? (values[link.rate] as number) * link.live : Infinity;
  });
  return 1 / Math.min(apply, read === null ? Infinity : (values[read] as number), ...rates);
}

/**
 * Whether the log is kept long enough to roll forward from the newest good point after damage that
 * stayed unnoticed for `silent` seconds. Without such a delay it always is: a log that the newest
 * point still needs is not dropped.
 *
 * @param loss the most seconds of work that are lost without the log.
 */
export const reachesBack = ({ keep }: LogPlan, loss: number, silent: number): boolean =>
  silent === 0 || loss + silent <= keep;
