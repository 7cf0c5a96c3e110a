import { flowOf } from '../engine/continuous.ts';
import type { Protection } from '../engine/protection.ts';
import type { State } from '../engine/state.ts';
import type { Plan } from '../plan/plan.ts';
import type { LogPlan, ReplicaPlan } from '../plan/policy.ts';

/** The log and the replica of a workload that follow its data; null: there is none, or it does not. */
export interface Following {
  readonly log: LogPlan | null;
  readonly replica: ReplicaPlan | null;
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

/**
 * How far logs and replicas follow. One falls behind, ever farther, whose line carries fewer bytes than
 * logs and replicas send over it together; and one stops when its store has no room for what it sends.
 */
export function followRecords(
  { plan, protections, logsAndReplicas: { parts, lackSince } }: State,
  values: Float64Array,
): FollowRecord[] {
  if (parts.length === 0) return [];
  const backups = protections.filter(({ from }) => from === null);
  const lines = linesOf(plan, backups, values);
  return backups.flatMap(({ workload, policy }) =>
    (['log', 'replica'] as const).flatMap((kind): FollowRecord[] => {
      const flow = policy[kind];
      if (!flow) return [];
      const { store, links } = flow;
      const fullOn = lackSince[store] as number;
      const seeding =
        kind === 'log' ? 0 : Math.max(0, ...links.map((link) => lines.seeding[link] as number));
      const of = { kind, workload, store, seededAt: plan.start + seeding };
      const never = { ...of, share: 0, since: plan.start };
      if (links.some((link) => lines.isSlow[link])) return [{ ...never, reason: SLOW_LINE }];
      if (of.seededAt >= plan.end) return [{ ...never, reason: STILL_SEEDED }];
      const share = Number.isNaN(fullOn) ? 1 : (fullOn - plan.start) / (plan.end - plan.start);
      return [{ ...of, share, since: fullOn, reason: NO_ROOM }];
    }),
  );
}

/** What of the log and the replica of a workload can be counted on. */
export function followingOf(
  { workload, policy: { log, replica } }: Protection,
  records: readonly FollowRecord[],
): Following {
  const follows = (kind: FollowRecord['kind']): boolean =>
    records.every((one) => one.kind !== kind || one.workload !== workload || one.share === 1);
  return { log: follows('log') ? log : null, replica: follows('replica') ? replica : null };
}

/** Relative tolerance: a line that is just filled carries all. */
const ROUNDING = 1e-9;

/** What logs and replicas make of each link. */
interface Lines {
  /** Whether it carries less than they send over it all the time. */
  readonly isSlow: readonly boolean[];
  /** Seconds until all replicas are whole for the first time, with what the link has left for that. */
  readonly seeding: readonly number[];
}

function linesOf(plan: Plan, backups: readonly Protection[], values: Float64Array): Lines {
  const sent = new Float64Array(plan.links.length);
  const first = new Float64Array(plan.links.length);
  for (const protection of backups) {
    const { policy, sizes, size } = protection;
    const flow = flowOf(plan, protection);
    for (const kind of ['log', 'replica'] as const) {
      for (const link of policy[kind]?.links ?? []) {
        sent[link] = (sent[link] as number) + flow[kind];
        if (kind === 'log') continue;
        first[link] = (first[link] as number) + sizes.source(size, plan.start);
      }
    }
  }
  const rates = plan.links.map(({ rate, live }) => (values[rate] as number) * live);
  return {
    isSlow: rates.map((rate, link) => (sent[link] as number) > rate * (1 + ROUNDING)),
    seeding: rates.map((rate, link) =>
      first[link] === 0 ? 0 : (first[link] as number) / Math.max(0, rate - (sent[link] as number)),
    ),
  };
}
