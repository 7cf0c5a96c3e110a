import { type RuleFacts, TRANSPORTS } from '../../catalog/rules/rule.ts';
import type { Plan, ProtectionPlan, StrategyPlan } from '../../simulation/plan/plan.ts';
import { type Copies, copiesOfEach, type Known, type Protected } from './backup-copies.ts';
import { fullsOf } from './full-cadence.ts';

/**
 * What is known of a strategy for all its workloads, so that rules can be judged: of each fact the
 * worst over the workloads, and of figures over trials the 95th percentile. What neither the plan
 * nor the result tells is left out.
 */
export function factsOf(plan: Plan, strategy: StrategyPlan, result: Known): RuleFacts {
  const { objectives, operations, sites, stores } = plan;
  const each = copiesOfEach(plan, strategy, result);
  const workloads = each.map(({ copies }) => copies);
  const least = (value: (copies: Copies) => number): number => leastOf(workloads, value);
  return {
    ...operations,
    // A scenario that names no places says nothing about where copies are.
    ...(sites.some(({ name }) => name !== '') && placesOf(plan, each)),
    ...mediaOf(workloads),
    // How many tapes there are is not known where there is any.
    ...(stores.every(({ kind }) => kind !== 'tape') && { tapes: 0 }),
    ...fullsOf(plan, strategy),
    copies: 1 + least(({ length }) => length),
    lockedCopies: least((copies) => copies.filter(({ locked }) => locked).length),
    immutableFor: least((copies) => mostOf(copies, ({ immutableFor }) => immutableFor)),
    duplicateOffsite: workloads.every(
      (copies) => copies.length > 1 && elsewhere(copies).length > 0,
    ),
    unverified: mostOf(workloads, (copies) => copies.filter(({ checked }) => !checked).length),
    checkEvery: secondsBetweenChecks(plan, strategy, result),
    rpo: mostOf(each, (one) => longestLoss(plan, one)),
    rto: secondsBack(each, result),
    retention: least((copies) => mostOf(copies, ({ reach }) => reach)),
    accessible: least((copies) => mostOf(copies, ({ accessible }) => accessible)),
    objectivesSet: objectives.rpo !== undefined && objectives.rto !== undefined,
  };
}

const leastOf = <T>(all: readonly T[], value: (one: T) => number): number =>
  all.reduce((least, one) => Math.min(least, value(one)), Infinity);

/** 0 where there is none. */
const mostOf = <T>(all: readonly T[], value: (one: T) => number): number =>
  all.reduce((most, one) => Math.max(most, value(one)), 0);

const elsewhere = (copies: Copies): Copies => copies.filter((copy) => copy.elsewhere);

/** The original is taken to lie on disk; a store that does not say what it is may be anything. */
function mediaOf(workloads: readonly Copies[]): Pick<RuleFacts, 'media'> {
  const kinds = workloads.map((copies) => new Set(['disk', ...copies.map(({ medium }) => medium)]));
  const known = leastOf(kinds, (each) => each.size - (each.has('other') ? 1 : 0));
  return known < 2 && kinds.some((each) => each.has('other')) ? {} : { media: known };
}

/** A site that something goes to all the time; null where there is nothing of the kind. */
interface Flow {
  readonly elsewhere: boolean;
  readonly transport: 'batch' | 'realtime';
  readonly batches: number;
  /** Seconds of work that are lost at most. */
  readonly loss: number;
}

/** Logs and replicas of a workload. They follow every mistake, so they are no backup copies. */
function flowsOf(
  { stores, workloads }: Plan,
  { workload, policy }: ProtectionPlan,
): readonly Flow[] {
  const { log, replica } = policy;
  const isElsewhere = (store: number): boolean => stores[store]?.site !== workloads[workload]?.site;
  return [
    ...(log
      ? [
          {
            elsewhere: isElsewhere(log.store),
            transport: 'batch' as const,
            batches: DAY / log.every,
            loss: log.every,
          },
        ]
      : []),
    ...(replica
      ? [
          {
            elsewhere: isElsewhere(replica.store),
            transport: 'realtime' as const,
            batches: Infinity,
            loss: replica.sync ? 0 : replica.lag,
          },
        ]
      : []),
  ];
}

const DAY = 86_400;

function placesOf(
  plan: Plan,
  each: readonly Protected[],
): Pick<RuleFacts, 'offsite' | 'transport' | 'batches' | 'localBackup'> {
  const workloads = each.map(({ copies }) => copies);
  const ways = each.map(({ backup, copies }) => [
    ...elsewhere(copies),
    ...flowsOf(plan, backup).filter((flow) => flow.elsewhere),
  ]);
  const best = leastOf(ways, (all) =>
    mostOf(all, ({ transport }) => TRANSPORTS.indexOf(transport)),
  );
  return {
    offsite: leastOf(workloads, (copies) => elsewhere(copies).length),
    transport: TRANSPORTS[best] ?? 'none',
    batches: leastOf(ways, (all) => mostOf(all, ({ batches }) => batches)),
    localBackup: workloads.every((copies) => copies.length > elsewhere(copies).length),
  };
}

/** Work lost at most where the site of the workload is lost, if anything lies elsewhere; else the gap at home. */
function longestLoss(plan: Plan, { backup, copies }: Protected): number {
  const ways = [
    ...copies.map(({ elsewhere: isElsewhere, gap }) => ({ elsewhere: isElsewhere, loss: gap })),
    ...flowsOf(plan, backup),
  ];
  const far = ways.filter((way) => way.elsewhere);
  return leastOf(far.length > 0 ? far : ways, ({ loss }) => loss);
}

/** The slowest restore, or the slowest take-over where every workload has a replica. */
function secondsBack(each: readonly Protected[], { recovery }: Known): number {
  if (each.every(({ backup: { policy } }) => policy.replica !== null)) {
    return mostOf(
      each,
      ({ backup: { policy } }) => policy.handOver + (policy.replica?.takeover ?? 0),
    );
  }
  return recovery.worst?.seconds.p95 ?? Infinity;
}

/** Seconds between checks of a copy, on average; Infinity where one is never checked. */
function secondsBetweenChecks(
  { start, end }: Plan,
  { policies, protections }: StrategyPlan,
  { verification }: Known,
): number {
  if (policies.some(({ verify }) => verify === null)) return Infinity;
  return ((end - start) * protections.length) / verification.count.mean;
}
