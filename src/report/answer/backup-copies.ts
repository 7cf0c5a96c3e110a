import type { RuleFacts } from '../../catalog/rules/rule.ts';
import { thawOf } from '../../model/retrieval.ts';
import type { CloudPlan } from '../../simulation/plan/cloud.ts';
import type { Plan, ProtectionPlan, StoreKind, StrategyPlan } from '../../simulation/plan/plan.ts';
import type { StrategyResult } from '../result/result.ts';
import { reachOf } from './retention-reach.ts';

/**
 * One backup copy of one workload, as far as rules ask. Times are seconds.
 *
 * @property medium what it lies on; `other` where the scenario does not say.
 * @property elsewhere whether it lies at another site than the workload in the end.
 * @property transport how it came there.
 * @property batches transfers to it in a day.
 * @property locked whether nobody can change it, or it is offline.
 * @property immutableFor how long none of its points can be changed.
 * @property checked whether each of its points is checked in full.
 * @property gap the longest between its points.
 * @property reach how far back it goes; `accessible` without waiting for a thaw, a mount or a
 *   courier.
 */
export interface BackupCopy {
  readonly medium: StoreKind;
  readonly elsewhere: boolean;
  readonly transport: NonNullable<RuleFacts['transport']>;
  readonly batches: number;
  readonly locked: boolean;
  readonly immutableFor: number;
  readonly checked: boolean;
  readonly gap: number;
  readonly reach: number;
  readonly accessible: number;
}

/** All backup copies of one workload. */
export type Copies = readonly BackupCopy[];

/** The part of a result that rules are judged by. */
export type Known = Pick<StrategyResult, 'rpo' | 'recovery' | 'verification' | 'copies'>;

const DAY = 86_400;

/** What protects one workload: its backups, and all copies in which there ever was a usable point. */
export interface Protected {
  readonly backup: ProtectionPlan;
  readonly copies: Copies;
}

/** Every workload of a strategy with its copies, the backups first among them. */
export function copiesOfEach(
  plan: Plan,
  strategy: StrategyPlan,
  result: Known,
): readonly Protected[] {
  const { protections } = strategy;
  const made = madeBy(plan, strategy, result);
  const each = new Map<number, { backup: ProtectionPlan; copies: BackupCopy[] }>();
  for (const protection of protections) {
    const { workload, from } = protection;
    if (from < 0) each.set(workload, { backup: protection, copies: [] });
    const { jobs, gap } = made(protection);
    if (gap !== null) each.get(workload)?.copies.push(copyOf(plan, protection, jobs, gap));
  }
  return [...each.values()];
}

/** The jobs that made the points of one workload in a store, and the longest gap between them. */
interface Made {
  readonly jobs: number;
  readonly gap: number | null;
}

/** A result counts the copies in a store over all workloads, which share them evenly. */
function madeBy({ stores }: Plan, { protections, groups }: StrategyPlan, { rpo, copies }: Known) {
  const wayOf = ({ policy }: ProtectionPlan): string =>
    JSON.stringify([stores[policy.store]?.name, stores[policy.copy?.from ?? -1]?.name]);
  const sharing = new Map<string, number>();
  for (const one of protections) sharing.set(wayOf(one), (sharing.get(wayOf(one)) ?? 0) + 1);
  const found = new Map(copies.map((copy) => [JSON.stringify([copy.store, copy.from]), copy]));
  return (protection: ProtectionPlan): Made => {
    const { policy, from } = protection;
    if (from < 0) {
      return { jobs: groups[policy.group]?.times.length ?? 0, gap: rpo.gap?.p95 ?? null };
    }
    const way = wayOf(protection);
    const copy = found.get(way);
    return {
      jobs: (copy?.count.mean ?? 0) / (sharing.get(way) ?? 1),
      gap: copy?.gap?.p95 ?? null,
    };
  };
}

function copyOf(
  { start, end, stores, workloads }: Plan,
  { workload, policy }: ProtectionPlan,
  jobs: number,
  gap: number,
): BackupCopy {
  const home = workloads[workload]?.site;
  const store = stores[policy.store];
  const vault = store?.vault?.site ?? store?.site;
  const isSent = store?.site !== home;
  const isElsewhere = vault !== home;
  const offline = store?.offline === true || store?.vault != null;
  const { verify, lock } = policy;
  const reach = reachOf(policy, (end - start) / Math.max(1, jobs));
  return {
    medium: store?.kind ?? 'other',
    elsewhere: isElsewhere,
    transport: isElsewhere ? (isSent ? 'batch' : 'media') : 'none',
    batches: (jobs * DAY) / (end - start),
    locked: lock > 0 || offline,
    immutableFor: lock,
    checked: verify !== null && !verify.fullsOnly && verify.coverage === 1,
    gap,
    reach,
    accessible:
      offline || store?.tape ? 0 : Math.min(reach, secondsUntilThaw(store?.cloud ?? null)),
  };
}

/** The age from which objects lie in a class that has to be thawed; Infinity where they never do. */
function secondsUntilThaw(cloud: CloudPlan | null): number {
  if (!cloud) return Infinity;
  return [{ after: 0, to: cloud.class }, ...cloud.transitions].reduce(
    (least, { after, to }) => (thawOf(to).most > 0 ? Math.min(least, after) : least),
    Infinity,
  );
}
