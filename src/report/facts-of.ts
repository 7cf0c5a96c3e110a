import { type RuleFacts, TRANSPORTS } from '../catalog/rules/rule.ts';
import { SYNTHETIC } from '../simulation/levels.ts';
import type { Plan, PolicyPlan, ProtectionPlan, StrategyPlan } from '../simulation/plan.ts';
import type { StrategyResult } from './result.ts';
import { reachOf } from './retention-reach.ts';

/** One backup copy of one workload, as far as rules ask. Times are seconds. */
interface BackupCopy {
  readonly medium: 'disk';
  readonly elsewhere: boolean;
  readonly transport: NonNullable<RuleFacts['transport']>;
  /** Transfers to it in a day. */
  readonly batches: number;
  /** Whether nobody can change it, or it is offline; and for how long its points cannot change. */
  readonly locked: boolean;
  readonly immutableFor: number;
  readonly checked: boolean;
  /** How far back it reaches, and how far without waiting for a thaw or a mount. */
  readonly reach: number;
  readonly accessible: number;
}

type Copies = readonly BackupCopy[];
type Known = Pick<StrategyResult, 'rpo' | 'recovery' | 'verification'>;

/** The original is taken to lie on disk. */
const ORIGINAL = 'disk';
const DAY = 86_400;

/**
 * What is known of a strategy for all its workloads, so that rules can be judged: of each fact the
 * worst over the workloads, and of figures over trials the 95th percentile. What neither the plan
 * nor the result tells is left out.
 */
export function factsOf(plan: Plan, strategy: StrategyPlan, result: Known): RuleFacts {
  const { objectives, operations, sites } = plan;
  const workloads = strategy.protections.map(
    (protection): Copies => (result.rpo.gap === null ? [] : copiesOf(plan, strategy, protection)),
  );
  const least = (value: (copies: Copies) => number): number => leastOf(workloads, value);
  return {
    ...operations,
    // A scenario that names no places says nothing about where copies are.
    ...(sites.some(({ name }) => name !== '') && placesOf(workloads)),
    copies: 1 + least(({ length }) => length),
    media: least((copies) => new Set([ORIGINAL, ...copies.map(({ medium }) => medium)]).size),
    lockedCopies: least((copies) => copies.filter(({ locked }) => locked).length),
    immutableFor: least((copies) => mostOf(copies, ({ immutableFor }) => immutableFor)),
    duplicateOffsite: workloads.every(
      (copies) => copies.length > 1 && elsewhere(copies).length > 0,
    ),
    unverified: mostOf(workloads, (copies) => copies.filter(({ checked }) => !checked).length),
    checkEvery: secondsBetweenChecks(plan, strategy, result),
    ...fullsOf(plan, strategy),
    rpo: result.rpo.gap?.p95 ?? Infinity,
    rto: result.recovery.worst?.seconds.p95 ?? Infinity,
    retention: least((copies) => mostOf(copies, ({ reach }) => reach)),
    accessible: least((copies) => mostOf(copies, ({ accessible }) => accessible)),
    objectivesSet: objectives.rpo !== undefined && objectives.rto !== undefined,
    tapes: 0,
  };
}

const elsewhere = (copies: Copies): Copies => copies.filter((copy) => copy.elsewhere);

function placesOf(workloads: readonly Copies[]) {
  const least = (value: (copy: BackupCopy) => number): number =>
    leastOf(workloads, (copies) => mostOf(elsewhere(copies), value));
  return {
    offsite: leastOf(workloads, (copies) => elsewhere(copies).length),
    transport: TRANSPORTS[least(({ transport }) => TRANSPORTS.indexOf(transport))] ?? 'none',
    batches: least(({ batches }) => batches),
    localBackup: workloads.every((copies) => copies.length > elsewhere(copies).length),
  };
}

const leastOf = <T>(all: readonly T[], value: (one: T) => number): number =>
  all.reduce((least, one) => Math.min(least, value(one)), Infinity);

/** 0 where there is none. */
const mostOf = <T>(all: readonly T[], value: (one: T) => number): number =>
  all.reduce((most, one) => Math.max(most, value(one)), 0);

/** The one copy that a protection makes: in a store of disks, over links where it is far. */
function copiesOf(
  plan: Plan,
  strategy: StrategyPlan,
  { workload, policy }: ProtectionPlan,
): Copies {
  const isElsewhere = plan.stores[policy.store]?.site !== plan.workloads[workload]?.site;
  const jobs = strategy.groups[policy.group]?.times.length ?? 0;
  const reach = reachOf(plan, strategy, policy);
  return [
    {
      medium: 'disk',
      elsewhere: isElsewhere,
      transport: isElsewhere ? 'batch' : 'none',
      batches: (jobs * DAY) / (plan.end - plan.start),
      locked: false,
      immutableFor: 0,
      checked: isCheckedInFull(policy),
      reach,
      accessible: reach,
    },
  ];
}

const isCheckedInFull = ({ verify }: PolicyPlan): boolean =>
  verify !== null && !verify.fullsOnly && verify.coverage === 1;

/** Seconds between checks of a workload, on average; Infinity where one is never checked. */
function secondsBetweenChecks(
  { start, end }: Plan,
  { policies, protections }: StrategyPlan,
  { verification }: Known,
): number {
  if (policies.some(({ verify }) => verify === null)) return Infinity;
  return ((end - start) * protections.length) / verification.count.mean;
}

/**
 * The longest time without a full on schedule, over the policies. Where a horizon holds too few of
 * them to tell, nothing is known.
 */
function fullsOf(plan: Plan, strategy: StrategyPlan): Pick<RuleFacts, 'fullEvery'> {
  const times = strategy.policies.map((policy) => secondsBetweenFulls(plan, strategy, policy));
  if (times.includes(Infinity)) return { fullEvery: Infinity };
  const known = times.filter((time) => time !== null);
  return known.length === times.length ? { fullEvery: mostOf(known, (time) => time) } : {};
}

/**
 * Seconds by the clock on the wall, up to the end of the horizon; Infinity where the first full is
 * the only one that the style makes, null where the horizon holds no other. Every point of styles
 * reverse and dedup counts: the newest is whole.
 */
function secondsBetweenFulls(
  { calendar, end }: Plan,
  { groups }: StrategyPlan,
  { group, merges, tool: { style } }: PolicyPlan,
): number | null {
  if (merges || style === 'copy' || style === 'replica') return Infinity;
  const { times = [], levels = [] } = groups[group] ?? {};
  const isWhole = style === 'reverse' || style === 'dedup';
  const fulls = Array.from(times).filter(
    (_, index) => isWhole || index === 0 || (levels[index] ?? Infinity) <= SYNTHETIC,
  );
  if (fulls.length < 2) return null;
  const local = [...fulls, end].map(calendar.toLocal);
  return local.slice(1).reduce((most, time, at) => Math.max(most, time - (local[at] ?? 0)), 0);
}
