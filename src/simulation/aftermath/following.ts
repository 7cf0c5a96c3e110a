import type { ChangesByDay } from '../engine/continuous/changes-by-day.ts';
import { type Continuous, sentOn } from '../engine/continuous/continuous.ts';
import type { Protection } from '../engine/protection.ts';
import type { State } from '../engine/state.ts';
import type { Plan } from '../plan/plan.ts';
import type { LogPlan, ReplicaPlan } from '../plan/policy.ts';

/** The log and the replica of a workload that follow its data; null: there is none, or it does not. */
export interface Following {
  readonly log: LogPlan | null;
  readonly replica: ReplicaPlan | null;
  /** What they send on each day, before the volume of the log; null where there is neither. */
  readonly changes: ChangesByDay | null;
}

/** Why a log or a replica does not follow. */
export const LAGS = [
  'the line carries less than comes',
  'store full',
  'its first copy outlasts the horizon',
] as const;
const [SLOW_LINE, NO_ROOM, STILL_SEEDED] = [0, 1, 2] as const;

/** How far the log or the replica of a workload follows its data. */
export interface FollowRecord {
  readonly kind: 'log' | 'replica';
  readonly workload: number;
  readonly store: number;
  /** Share of the horizon up to the instant from which it does not. */
  readonly share: number;
  /** That instant, NaN if it follows throughout; and why (see LAGS). */
  readonly since: number;
  readonly reason: number;
  /** Instant at which a replica is whole for the first time; a log begins at once. */
  readonly seededAt: number;
}

const DAY = 86400;

/**
 * How far logs and replicas follow. One falls behind from the first day on whose line carries fewer bytes
 * than logs and replicas send over it together; and one stops when its store has no room for what it sends.
 */
export function followRecords(
  { plan, protections, continuous, logsAndReplicas: { parts, lackSince } }: State,
  values: Float64Array,
): FollowRecord[] {
  if (parts.length === 0) return [];
  const backups = protections.filter(({ from }) => from === null);
  const lines = linesOf(plan, backups, continuous, values);
  return backups.flatMap(({ workload, policy }) =>
    (['log', 'replica'] as const).flatMap((kind): FollowRecord[] => {
      const flow = policy[kind];
      if (!flow) return [];
      const { store, links } = flow;
      const of = (by: readonly number[]): readonly number[] =>
        links.map((link) => by[link] as number);
      const seeding = kind === 'log' ? 0 : Math.max(0, ...of(lines.seeding));
      const one = { kind, workload, store, seededAt: plan.start + seeding };
      const slowFrom = Math.min(...of(lines.slowFrom), Infinity);
      const fullOn = lackSince[store] as number;
      if (slowFrom < Infinity && !(fullOn < slowFrom)) {
        return [{ ...one, share: shareUpTo(plan, slowFrom), since: slowFrom, reason: SLOW_LINE }];
      }
      if (one.seededAt >= plan.end) {
        return [{ ...one, share: 0, since: plan.start, reason: STILL_SEEDED }];
      }
      const share = Number.isNaN(fullOn) ? 1 : shareUpTo(plan, fullOn);
      return [{ ...one, share, since: fullOn, reason: NO_ROOM }];
    }),
  );
}

const shareUpTo = ({ start, end }: Plan, instant: number): number =>
  (instant - start) / (end - start);

/** What of the log and the replica of a workload can be counted on. */
export function followingOf(
  { continuous }: State,
  { index, workload, policy: { log, replica } }: Protection,
  records: readonly FollowRecord[],
): Following {
  const follows = (kind: FollowRecord['kind']): boolean =>
    records.every((one) => one.kind !== kind || one.workload !== workload || one.share === 1);
  return {
    log: follows('log') ? log : null,
    replica: follows('replica') ? replica : null,
    changes: continuous.changes[index] ?? null,
  };
}

/** Relative tolerance: a line that is just filled carries all. */
const ROUNDING = 1e-9;

/** What logs and replicas make of each link. */
interface Lines {
  /** First day on which it carries less than they send over it: when it begins. */
  readonly slowFrom: readonly number[];
  /** Seconds until all replicas are whole for the first time, with what the link has left for that. */
  readonly seeding: readonly number[];
}

function linesOf(
  plan: Plan,
  backups: readonly Protection[],
  { sent }: Continuous,
  values: Float64Array,
): Lines {
  const first = new Float64Array(plan.links.length);
  for (const { policy, sizes, size } of backups) {
    for (const link of policy.replica?.links ?? []) {
      first[link] = (first[link] as number) + sizes.source(size, plan.start);
    }
  }
  const rates = plan.links.map(({ rate, live }) => (values[rate] as number) * live);
  return {
    slowFrom: rates.map((rate, link) => {
      const day = sent[link]?.findIndex((bytes) => bytes > rate * (1 + ROUNDING)) ?? -1;
      return day < 0 ? Infinity : plan.start + day * DAY;
    }),
    seeding: rates.map((rate, link) => {
      const own = sent[link];
      return own ? secondsFor(first[link] as number, rate, own) : 0;
    }),
  };
}

/** Seconds until so many bytes are over a link, with what is left of it day by day. */
function secondsFor(bytes: number, rate: number, sent: Float64Array): number {
  let left = bytes;
  for (let day = 0; day < sent.length - 1; day++) {
    const free = Math.max(0, rate - sentOn(sent, day));
    if (left <= free * DAY) return day * DAY + (left === 0 ? 0 : left / free);
    left -= free * DAY;
  }
  const last = sent.length - 1;
  return last * DAY + (left === 0 ? 0 : left / Math.max(0, rate - sentOn(sent, last)));
}
