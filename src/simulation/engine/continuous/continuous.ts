import { type Arena, take } from '../../arena.ts';
import type { Plan, StorePlan } from '../../plan/plan.ts';
import type { LogPlan } from '../../plan/policy.ts';
import type { Protection } from '../protection.ts';
import { type ChangesByDay, changeOn, changesByDay, daysOf } from './changes-by-day.ts';

const DAY = 86400;

/** Share of a link's capacity that jobs keep at least, whatever logs and replicas need. */
const LEAST_LEFT = 1e-3;

/** What logs and replicas of all workloads send, day by day. They have no jobs, and need no events. */
export interface Continuous {
  /** By protection: what changes in its workload; null where it has neither log nor replica. */
  readonly changes: readonly (ChangesByDay | null)[];
  /** By link: bytes a second on each day, one number where all are alike; null for nothing. */
  readonly sent: readonly (Float64Array | null)[];
  /** By link: index of its resource, and its capacity without them. */
  readonly resources: Int32Array;
  readonly whole: Float64Array;
  /** Instant from which the next day counts; Infinity: all days are alike, or none is left. */
  next: number;
  day: number;
}

/** What is sent on the first day and on those after it; takes its part of the links' capacity. */
export function newContinuous(
  plan: Plan,
  protections: readonly Protection[],
  capacity: Float64Array,
  arena: Arena,
): Continuous {
  const isSending = ({ policy: { log, replica } }: Protection): boolean => Boolean(log || replica);
  const changes = protections.some(isSending)
    ? protections.map((one) => (isSending(one) ? changesByDay(plan, one, arena) : null))
    : [];
  const sent = plan.links.map((_, link) => sentOver(plan, link, protections, changes, arena));
  const resources = Int32Array.from(plan.links, (_, link) =>
    plan.resources.findIndex(({ kind, of }) => kind === 'link' && of === link),
  );
  const whole = Float64Array.from(resources, (resource) => capacity[resource] as number);
  const varies = sent.some((one) => one !== null && one.length > 1);
  const next = varies ? plan.start + DAY : Infinity;
  const continuous = { changes, sent, resources, whole, next, day: 0 };
  leaveForJobs(continuous, capacity);
  return continuous;
}

function sentOver(
  plan: Plan,
  link: number,
  protections: readonly Protection[],
  changes: readonly (ChangesByDay | null)[],
  arena: Arena,
): Float64Array | null {
  const flows: { readonly of: ChangesByDay; readonly volume: number }[] = [];
  for (const [index, of] of changes.entries()) {
    if (!of) continue;
    const { log, replica } = (protections[index] as Protection).policy;
    if (log?.links.includes(link)) flows.push({ of, volume: log.volume });
    if (replica?.links.includes(link)) flows.push({ of, volume: 1 });
  }
  if (flows.length === 0) return null;
  const sent = take(arena, flows.some(({ of: { sums } }) => sums) ? daysOf(plan) : 1);
  for (const { of, volume } of flows) {
    for (let day = 0; day < sent.length; day++)
      sent[day] = (sent[day] as number) + volume * changeOn(of, day);
  }
  return sent;
}

/** Bytes a second that are sent on one day; after the last as many as on it. */
export const sentOn = (sent: Float64Array, day: number): number =>
  sent[Math.min(day, sent.length - 1)] as number;

/** What the links have left for jobs on the present day. */
export function leaveForJobs(
  { sent, resources, whole, day }: Continuous,
  capacity: Float64Array,
): void {
  for (let link = 0; link < sent.length; link++) {
    const own = sent[link];
    if (!own) continue;
    const all = whole[link] as number;
    capacity[resources[link] as number] = Math.max(all * LEAST_LEFT, all - sentOn(own, day));
  }
}

/** Goes on to the next day. */
export function nextDay(continuous: Continuous): void {
  continuous.day++;
  continuous.next += DAY;
  if (continuous.sent.every((own) => own === null || continuous.day >= own.length - 1)) {
    continuous.next = Infinity;
  }
}

/** Bytes that logs and replicas send over each link in the whole horizon. */
export const bytesSent = ({ start, end }: Plan, { sent }: Continuous): Float64Array =>
  Float64Array.from(sent, (own) => {
    if (own === null) return 0;
    let bytes = 0;
    for (let day = 0; day < own.length; day++) {
      const until = day === own.length - 1 ? end : start + (day + 1) * DAY;
      bytes += sentOn(own, day) * (until - start - day * DAY);
    }
    return bytes;
  });

/**
 * Seconds until the log of one shipping interval arrives, over the slowest link.
 *
 * @param perSecond bytes of log that come a second.
 */
export const shippingSeconds = (
  plan: Plan,
  { links, every }: LogPlan,
  perSecond: number,
  values: Float64Array,
): number =>
  links.reduce((seconds, index) => {
    const link = plan.links[index];
    if (!link) return seconds;
    return Math.max(
      seconds,
      link.propagation + (perSecond * every) / ((values[link.rate] as number) * link.live),
    );
  }, 0);

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
