import type { Gap } from '../simulation/aftermath/gap.ts';
import { type Impact, isWhole } from '../simulation/aftermath/impact.ts';
import type { PassedOver, Restore } from '../simulation/aftermath/passed-over.ts';
import { PEOPLE, PREPARE, RECOVERY_TERMS, THAW } from '../simulation/aftermath/recovery-tally.ts';
import {
  comeBackInTurn,
  inOrder,
  longestWaysBack,
  ownSeconds,
  restoreEnds,
  turnsOf,
  waitedOnce,
} from '../simulation/aftermath/restore-order.ts';
import type { Spread } from '../simulation/aftermath/stretches.ts';
import type { Plan } from '../simulation/plan/plan.ts';
import { isJudgedAfter } from '../simulation/plan/recovery-limit.ts';

/** Impact of one disaster on all workloads it affects, in one replication. */
export interface DisasterFigures {
  readonly disaster: number;
  /** Stores in which a copy of any workload survives. */
  readonly survivors: readonly number[];
  /** Whether the disaster destroys data of a workload, not just copies. */
  readonly takesData: boolean;
  /** Share of the time in which no point survives, mean over the workloads. */
  readonly unprotected: number;
  /** Probability that at least one workload has no readable point left. */
  readonly lost: number;
  /** Seconds of work lost: worst and p95 of the worst workload, mean over all; null: see below. */
  readonly loss: Spread | null;
  /**
   * Expected seconds of work lost, and for which work stands still. What is wholly lost adds
   * nothing to either, since no length of time measures it; it has `lost` and `allLost`.
   */
  readonly workLost: number;
  readonly outage: number;
  /** Expected price of workloads wholly lost; those without a price add nothing. */
  readonly allLost: number;
  /** Expected number of workloads wholly lost that have no price. */
  readonly lostUnpriced: number;
  /**
   * Seconds until all workloads are back, restored one after the other. Like `loss`, null if a
   * workload never has a surviving point.
   */
  readonly seconds: Spread | null;
  /** Means of the terms of that time, in the order of RECOVERY_TERMS. */
  readonly terms: Float64Array;
  readonly bytesRead: number;
  /** Mean bytes lost per disaster: those written since the restored point, or all of them. */
  readonly bytesLost: number;
  /** What is judged of each workload that it strikes. */
  readonly byWorkload: readonly WorkloadStruck[];
  /** Seconds until each workload is back, in restore order; empty unless there are several. */
  readonly order: readonly { readonly workload: number; readonly seconds: number }[];
}

/** What a disaster does to one workload; seconds are Infinity if a time comes without a good point. */
export interface WorkloadStruck {
  readonly workload: number;
  /** Longest gap between surviving points; where it breaks the RPO, the copies with longer ones. */
  readonly gap: Gap;
  readonly longerGaps: readonly PassedOver[];
  /** Longest time until it is back, and share of the time without a good point, once seeded. */
  readonly worst: number;
  readonly bare: number;
  /** Probability that silent damage leaves no copy that can be read. */
  readonly unreadable: number;
  /** Whether nothing limits how fast any copy of it comes back. */
  readonly unlimited: boolean;
  /** The restore that takes longest; where it breaks the RTO, the copies it does not take. */
  readonly restore: Restore | null;
  readonly passedOver: readonly PassedOver[];
}

/** Aggregates the impact of each disaster over its workloads, in the order of the plan. */
export const disasterFigures = (plan: Plan, impact: readonly Impact[]): DisasterFigures[] =>
  plan.disasters.flatMap((_, disaster) => {
    const all = impact.filter((one) => one.disaster === disaster);
    return all.length > 0 ? [combined(plan, disaster, all)] : [];
  });

function combined(plan: Plan, disaster: number, all: readonly Impact[]): DisasterFigures {
  const mean = (pick: (one: Impact) => number): number =>
    all.reduce((sum, one) => sum + pick(one), 0) / all.length;
  const most = (pick: (one: Impact) => number): number =>
    all.reduce((largest, one) => Math.max(largest, pick(one)), -Infinity);
  const isEver = all.every(({ loss }) => loss !== null);
  const loss = (which: keyof Spread) => (one: Impact) => one.loss?.[which] ?? 0;
  const allLost = (of: (chance: number, price: number | null) => number): number =>
    all.reduce((sum, one) => sum + of(lostChance(one), plan.cost.allLost[one.workload] ?? null), 0);
  const isSerial = comeBackInTurn(plan, all);
  const restored = isSerial ? serialRestore(plan, all) : null;
  const slowest = all.reduce((a, b) => ((b.seconds?.worst ?? 0) > (a.seconds?.worst ?? 0) ? b : a));
  return {
    disaster,
    survivors: plan.stores.flatMap((_, store) =>
      all.some(({ survivors }) => survivors.includes(store)) ? [store] : [],
    ),
    takesData: all.some(({ takesData }) => takesData),
    unprotected: mean(({ unprotected }) => unprotected),
    lost: 1 - all.reduce((kept, one) => kept * (1 - lostChance(one)), 1),
    loss: isEver
      ? { worst: most(loss('worst')), mean: mean(loss('mean')), p95: most(loss('p95')) }
      : null,
    workLost: mean((one) => (1 - lostChance(one)) * (one.loss?.mean ?? 0)),
    outage: restored?.outage ?? (1 - lostChance(slowest)) * sumOf(slowest.terms),
    allLost: allLost((chance, price) => chance * (price ?? 0)),
    lostUnpriced: allLost((chance, price) => (price === null ? chance : 0)),
    seconds: isEver ? (restored?.seconds ?? slowest.seconds) : null,
    terms: restored?.terms ?? slowest.terms,
    bytesRead: isSerial
      ? all.reduce((sum, { bytesRead }) => sum + bytesRead, 0)
      : slowest.bytesRead,
    bytesLost: all.reduce((sum, one) => {
      const none = lostChance(one);
      const since = (one.loss?.mean ?? 0) * one.changing;
      return sum + (one.takesData ? none * one.size + (1 - none) * Math.min(one.size, since) : 0);
    }, 0),
    byWorkload: workloadsStruck(plan, all),
    order: isSerial && all.length <= MOST_ORDERED ? restoreOrder(plan, all) : [],
  };
}

/**
 * What is judged of each workload whose data the disaster destroys; of one that takes only a store, where
 * it has promises of its own.
 */
function workloadsStruck(plan: Plan, all: readonly Impact[]): DisasterFigures['byWorkload'] {
  const struck = all.filter(({ disaster }) => isJudgedAfter(plan, disaster));
  const ways = longestWaysBack(plan, struck);
  return struck.map((one, place) => {
    const { workload, bare, unreadable, unlimited, gap, longerGaps, longest, passedOver } = one;
    return {
      workload,
      gap: isWhole(one) ? gap : { ...gap, seconds: Infinity },
      longerGaps,
      worst: ways[place] as number,
      bare,
      unreadable,
      unlimited,
      restore: longest,
      passedOver,
    };
  });
}

/** With more workloads than this, the restore order is not listed. */
const MOST_ORDERED = 200;

/** Probability that nothing that can be read is left of a workload. */
const lostChance = ({ unprotected, unreadable }: Impact): number =>
  unprotected + (1 - unprotected) * unreadable;

const sumOf = (terms: Float64Array): number => terms.reduce((sum, term) => sum + term, 0);
/**
 * Serial restore of all workloads: the terms that are waited for once (notice, decision, provision,
 * people) at their maximum, plus the other terms of each in its turn. What of a thaw or a courier has
 * passed by then is in no term. Workloads that fail over to a replica do not take part. Null if no
 * workload is restored.
 *
 * `outage` is the expected total: the waiting comes if any workload is left, the rest of each with
 * the chance that it is.
 */
function serialRestore(plan: Plan, all: readonly Impact[]) {
  const restored = inOrder(
    plan,
    all.filter(({ byReplica }) => !byReplica),
  );
  if (restored.length === 0) return null;
  const terms = Float64Array.from(RECOVERY_TERMS, (_, term) =>
    restored.reduce((so, one) => {
      const own = one.terms[term] as number;
      return term <= PEOPLE ? Math.max(so, own) : so + own;
    }, 0),
  );
  const waiting = sumOf(terms.subarray(0, PEOPLE + 1));
  const turns = turnsOf(restored, ownSeconds);
  const passed = restored.reduce(
    (sum, one, place) => sum + ownSeconds(one) - (turns[place] ?? 0),
    0,
  );
  const thawed = Math.min(passed, terms[THAW] as number);
  terms[THAW] = (terms[THAW] as number) - thawed;
  terms[PREPARE] = (terms[PREPARE] as number) - (passed - thawed);
  const spread = (which: keyof Spread): number =>
    turnsOf(restored, (one) => {
      const waited = waitedOnce(one);
      return (one.seconds?.[which] ?? waited) - waited;
    }).reduce((sum, turn) => sum + turn, waiting);
  const noneLeft = restored.reduce((chance, one) => chance * lostChance(one), 1);
  return {
    seconds: { worst: spread('worst'), mean: spread('mean'), p95: spread('p95') },
    terms,
    outage: restored.reduce(
      (sum, one, place) => sum + (1 - lostChance(one)) * (turns[place] as number),
      (1 - noneLeft) * waiting,
    ),
  };
}

/** When each workload is back on average, the first first. */
const restoreOrder = (plan: Plan, all: readonly Impact[]): DisasterFigures['order'] =>
  restoreEnds(plan, all, 'mean')
    .map(([workload, seconds]) => ({ workload, seconds }))
    .sort((a, b) => a.seconds - b.seconds);
