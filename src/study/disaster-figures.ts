import type { Impact } from '../simulation/aftermath/impact.ts';
import { PEOPLE, RECOVERY_TERMS } from '../simulation/aftermath/recovery-tally.ts';
import type { Spread } from '../simulation/aftermath/stretches.ts';
import type { Plan } from '../simulation/plan/plan.ts';

/** What one disaster does to all workloads that it reaches, in one future. */
export interface DisasterFigures {
  readonly disaster: number;
  /** Stores whose copies are left, of any workload. */
  readonly survivors: readonly number[];
  readonly takesData: boolean;
  readonly unprotected: number;
  /** Longest gap between points that are left, of the workload that fares worst. */
  readonly gap: number;
  /** Chance that of a workload nothing that can be read is left. */
  readonly lost: number;
  /** Seconds of work lost: worst and 95 % of the workload that fares worst, mean over all. */
  readonly loss: Spread | null;
  /** Seconds of work lost on average: where nothing is left, all since the horizon began. */
  readonly workLost: number;
  /** Seconds until the last workload works again, restored one after the other. */
  readonly seconds: Spread | null;
  readonly terms: Float64Array;
  readonly bytesRead: number;
  /** Bytes that are lost when it comes: what was written since the point, or everything. */
  readonly bytesLost: number;
  /** Seconds until each workload works again, in the order in which they are restored. */
  readonly order: readonly { readonly workload: number; readonly seconds: number }[];
}

/** Sums up what each disaster does, workload by workload, in the order of the plan. */
export const disasterFigures = (plan: Plan, impact: readonly Impact[]): DisasterFigures[] =>
  plan.disasters.flatMap((_, disaster) => {
    const all = impact.filter((one) => one.disaster === disaster);
    return all.length > 0 ? [together(plan, disaster, all)] : [];
  });

function together(plan: Plan, disaster: number, all: readonly Impact[]): DisasterFigures {
  const scope = plan.disasters[disaster]?.scope.kind;
  const mean = (pick: (one: Impact) => number): number =>
    all.reduce((sum, one) => sum + pick(one), 0) / all.length;
  const most = (pick: (one: Impact) => number): number =>
    all.reduce((largest, one) => Math.max(largest, pick(one)), -Infinity);
  const nothing = (one: Impact): number => one.unprotected + (1 - one.unprotected) * one.unreadable;
  // A disaster comes in the middle of the horizon, on average.
  const sinceStart = (plan.end - plan.start) / 2;
  const isWhole = all.every(({ loss }) => loss !== null);
  const loss = (which: keyof Spread) => (one: Impact) => one.loss?.[which] ?? 0;
  const oneByOne = scope !== 'workload' && scope !== 'corruption' && all.length > 1;
  const restored = oneByOne ? inTurn(all) : null;
  const slowest = all.reduce((a, b) => ((b.seconds?.worst ?? 0) > (a.seconds?.worst ?? 0) ? b : a));
  return {
    disaster,
    survivors: plan.stores.flatMap((_, store) =>
      all.some(({ survivors }) => survivors.includes(store)) ? [store] : [],
    ),
    takesData: all.some(({ takesData }) => takesData),
    unprotected: mean(({ unprotected }) => unprotected),
    gap: most(({ gap }) => gap),
    lost: 1 - all.reduce((kept, one) => kept * (1 - nothing(one)), 1),
    loss: isWhole
      ? { worst: most(loss('worst')), mean: mean(loss('mean')), p95: most(loss('p95')) }
      : null,
    workLost: mean((one) => {
      const none = nothing(one);
      return none * sinceStart + (1 - none) * (one.loss?.mean ?? 0);
    }),
    seconds: isWhole ? (restored?.seconds ?? slowest.seconds) : null,
    terms: restored?.terms ?? slowest.terms,
    bytesRead: oneByOne
      ? all.reduce((sum, { bytesRead }) => sum + bytesRead, 0)
      : slowest.bytesRead,
    bytesLost: all.reduce((sum, one) => {
      const none = nothing(one);
      const since = (one.loss?.mean ?? 0) * one.changing;
      return sum + (one.takesData ? none * one.size + (1 - none) * Math.min(one.size, since) : 0);
    }, 0),
    order: oneByOne && all.length <= MOST_ORDERED ? restoreOrder(plan, all) : [],
  };
}

/** More workloads than anybody reads a list of. */
const MOST_ORDERED = 200;

const sumOf = (terms: Float64Array): number => terms.reduce((sum, term) => sum + term, 0);
/** Seconds that a restore takes by itself, what is waited for once left out. */
const ownOf = ({ terms }: Impact): number => sumOf(terms.subarray(PEOPLE + 1));

/**
 * One workload after the other: what is waited for once (notice, decision, provision, people) and
 * then the times of all. Until the last one is back, the order changes nothing. What goes on with a
 * replica waits for nobody. Null where nothing is restored.
 */
function inTurn(all: readonly Impact[]) {
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
  return { seconds: { worst: spread('worst'), mean: spread('mean'), p95: spread('p95') }, terms };
}

/** When each workload works again; one of which nothing is left never does, and is left out. */
function restoreOrder(plan: Plan, all: readonly Impact[]): DisasterFigures['order'] {
  const priority = ({ workload }: Impact): number => plan.workloads[workload]?.priority ?? 100;
  const back = all.filter(({ seconds }) => seconds !== null);
  const restored = back
    .filter(({ byReplica }) => !byReplica)
    .sort((a, b) => priority(a) - priority(b) || ownOf(a) - ownOf(b));
  let now = restored.reduce(
    (most, { terms }) => Math.max(most, sumOf(terms.subarray(0, PEOPLE + 1))),
    0,
  );
  const order = restored.map((one) => {
    now += ownOf(one);
    return { workload: one.workload, seconds: now };
  });
  const replaced = back
    .filter(({ byReplica }) => byReplica)
    .map(({ workload, terms }) => ({ workload, seconds: sumOf(terms) }));
  return [...replaced, ...order].sort((a, b) => a.seconds - b.seconds);
}
