import type { Impact } from '../simulation/aftermath/impact.ts';
import { PEOPLE, RECOVERY_TERMS } from '../simulation/aftermath/recovery-tally.ts';
import type { Spread } from '../simulation/aftermath/stretches.ts';
import type { Plan } from '../simulation/plan/plan.ts';

/** Impact of one disaster on all workloads it affects, in one replication. */
export interface DisasterFigures {
  readonly disaster: number;
  /** Stores in which a copy of any workload survives. */
  readonly survivors: readonly number[];
  /** Whether the disaster destroys data of a workload, not just copies. */
  readonly takesData: boolean;
  /** Share of the time in which no point survives, mean over the workloads. */
  readonly unprotected: number;
  /** Longest gap between surviving points, of the worst workload. */
  readonly gap: number;
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
  /** By workload: its longest gap between surviving points, and its longest restore (Infinity: none). */
  readonly byWorkload: readonly {
    readonly workload: number;
    readonly gap: number;
    readonly worst: number;
  }[];
  /** Seconds until each workload is back, in restore order; empty unless there are several. */
  readonly order: readonly { readonly workload: number; readonly seconds: number }[];
}

/** Aggregates the impact of each disaster over its workloads, in the order of the plan. */
export const disasterFigures = (plan: Plan, impact: readonly Impact[]): DisasterFigures[] =>
  plan.disasters.flatMap((_, disaster) => {
    const all = impact.filter((one) => one.disaster === disaster);
    return all.length > 0 ? [combined(plan, disaster, all)] : [];
  });

function combined(plan: Plan, disaster: number, all: readonly Impact[]): DisasterFigures {
  const scope = plan.disasters[disaster]?.scope.kind;
  const mean = (pick: (one: Impact) => number): number =>
    all.reduce((sum, one) => sum + pick(one), 0) / all.length;
  const most = (pick: (one: Impact) => number): number =>
    all.reduce((largest, one) => Math.max(largest, pick(one)), -Infinity);
  const isWhole = all.every(({ loss }) => loss !== null);
  const loss = (which: keyof Spread) => (one: Impact) => one.loss?.[which] ?? 0;
  const isSerial = scope !== 'workload' && scope !== 'corruption' && all.length > 1;
  const restored = isSerial ? serialRestore(all) : null;
  const slowest = all.reduce((a, b) => ((b.seconds?.worst ?? 0) > (a.seconds?.worst ?? 0) ? b : a));
  return {
    disaster,
    survivors: plan.stores.flatMap((_, store) =>
      all.some(({ survivors }) => survivors.includes(store)) ? [store] : [],
    ),
    takesData: all.some(({ takesData }) => takesData),
    unprotected: mean(({ unprotected }) => unprotected),
    gap: most(({ gap }) => gap),
    lost: 1 - all.reduce((kept, one) => kept * (1 - lostChance(one)), 1),
    loss: isWhole
      ? { worst: most(loss('worst')), mean: mean(loss('mean')), p95: most(loss('p95')) }
      : null,
    workLost: mean((one) => (1 - lostChance(one)) * (one.loss?.mean ?? 0)),
    outage: restored?.outage ?? (1 - lostChance(slowest)) * sumOf(slowest.terms),
    allLost: all.reduce(
      (sum, one) => sum + lostChance(one) * (plan.cost.allLost[one.workload] ?? 0),
      0,
    ),
    seconds: isWhole ? (restored?.seconds ?? slowest.seconds) : null,
    terms: restored?.terms ?? slowest.terms,
    bytesRead: isSerial
      ? all.reduce((sum, { bytesRead }) => sum + bytesRead, 0)
      : slowest.bytesRead,
    bytesLost: all.reduce((sum, one) => {
      const none = lostChance(one);
      const since = (one.loss?.mean ?? 0) * one.changing;
      return sum + (one.takesData ? none * one.size + (1 - none) * Math.min(one.size, since) : 0);
    }, 0),
    byWorkload: byWorkload(plan, all, isSerial),
    order: isSerial && all.length <= MOST_ORDERED ? restoreOrder(plan, all) : [],
  };
}

/** What is judged of each workload whose data the disaster destroys. */
function byWorkload(
  plan: Plan,
  all: readonly Impact[],
  isSerial: boolean,
): DisasterFigures['byWorkload'] {
  const ends = isSerial ? new Map(restoreEnds(plan, all, 'worst')) : null;
  return all.flatMap(({ workload, gap, seconds, takesData }) =>
    takesData
      ? [{ workload, gap, worst: seconds ? (ends?.get(workload) ?? seconds.worst) : Infinity }]
      : [],
  );
}

/** With more workloads than this, the restore order is not listed. */
const MOST_ORDERED = 200;

/** Probability that nothing that can be read is left of a workload. */
const lostChance = ({ unprotected, unreadable }: Impact): number =>
  unprotected + (1 - unprotected) * unreadable;

const sumOf = (terms: Float64Array): number => terms.reduce((sum, term) => sum + term, 0);
/** Seconds of a restore without the terms that are waited for once (up to PEOPLE). */
const ownOf = ({ terms }: Impact): number => sumOf(terms.subarray(PEOPLE + 1));

/**
 * Serial restore of all workloads: the terms that are waited for once (notice, decision, provision,
 * people) at their maximum, plus the sum of the other terms. The total is independent of the order.
 * Workloads that fail over to a replica do not take part. Null if no workload is restored.
 *
 * `outage` is the expected total: the waiting comes if any workload is left, the rest of each with
 * the chance that it is.
 */
function serialRestore(all: readonly Impact[]) {
  const restored = all.filter(({ byReplica }) => !byReplica);
  if (restored.length === 0) return null;
  const terms = Float64Array.from(RECOVERY_TERMS, (_, term) =>
    restored.reduce((so, one) => {
      const own = one.terms[term] as number;
      return term <= PEOPLE ? Math.max(so, own) : so + own;
    }, 0),
  );
  const waiting = sumOf(terms.subarray(0, PEOPLE + 1));
  const spread = (which: keyof Spread): number =>
    restored.reduce((sum, { seconds, terms: own }) => {
      const waited = sumOf(own.subarray(0, PEOPLE + 1));
      return sum + (seconds?.[which] ?? waited) - waited;
    }, waiting);
  const noneLeft = restored.reduce((chance, one) => chance * lostChance(one), 1);
  return {
    seconds: { worst: spread('worst'), mean: spread('mean'), p95: spread('p95') },
    terms,
    outage: restored.reduce(
      (sum, one) => sum + (1 - lostChance(one)) * ownOf(one),
      (1 - noneLeft) * waiting,
    ),
  };
}

/** When each workload is back on average, the first first. */
const restoreOrder = (plan: Plan, all: readonly Impact[]): DisasterFigures['order'] =>
  restoreEnds(plan, all, 'mean')
    .map(([workload, seconds]) => ({ workload, seconds }))
    .sort((a, b) => a.seconds - b.seconds);

/**
 * When each workload is back if they are restored one after the other by priority, on average or at
 * worst; a workload without a surviving point is omitted.
 */
function restoreEnds(
  plan: Plan,
  all: readonly Impact[],
  which: 'mean' | 'worst',
): [workload: number, seconds: number][] {
  const priority = ({ workload }: Impact): number => plan.workloads[workload]?.priority ?? 100;
  const recoverable = all.filter(({ seconds }) => seconds !== null);
  const restored = recoverable
    .filter(({ byReplica }) => !byReplica)
    .sort((a, b) => priority(a) - priority(b) || ownOf(a) - ownOf(b));
  let now = restored.reduce(
    (most, { terms }) => Math.max(most, sumOf(terms.subarray(0, PEOPLE + 1))),
    0,
  );
  const ends = restored.map((one): [number, number] => {
    const longer = which === 'worst' ? (one.seconds?.worst ?? 0) - sumOf(one.terms) : 0;
    now += ownOf(one) + longer;
    return [one.workload, now];
  });
  const replaced = recoverable
    .filter(({ byReplica }) => byReplica)
    .map(({ workload, terms, seconds }): [number, number] => [
      workload,
      which === 'worst' ? (seconds?.worst ?? 0) : sumOf(terms),
    ]);
  return [...replaced, ...ends];
}
