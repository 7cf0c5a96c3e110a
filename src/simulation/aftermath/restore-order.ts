import type { Plan } from '../plan/plan.ts';
import { isWithin, recoveryLimit } from '../plan/recovery-limit.ts';
import { type Impact, isWhole } from './impact.ts';
import { PEOPLE } from './recovery-tally.ts';

/** Whether the workloads that a disaster takes come back one after the other. */
export function comeBackInTurn({ disasters }: Plan, impacts: readonly Impact[]): boolean {
  const kind = disasters[impacts[0]?.disaster ?? -1]?.scope.kind;
  return kind !== 'workload' && kind !== 'corruption' && impacts.length > 1;
}

const sumOf = (terms: Float64Array): number => terms.reduce((sum, term) => sum + term, 0);

/** Seconds of the terms that are waited for once, on average: up to PEOPLE. */
export const waitedOnce = ({ terms }: Impact): number => sumOf(terms.subarray(0, PEOPLE + 1));

/** Seconds of a restore without the terms that are waited for once, on average. */
export const ownSeconds = ({ terms }: Impact): number => sumOf(terms.subarray(PEOPLE + 1));

/** Seconds of a restore at worst, once all is seeded, that are not waited for once. */
const longestOwn = (one: Impact): number => (one.longest?.seconds ?? 0) - waitedOnce(one);

/**
 * When each workload is back if they are restored one after the other, on average or at worst once all
 * is seeded; a workload without a surviving point is omitted. Those that go on with a replica wait for
 * nobody.
 */
export function restoreEnds(
  plan: Plan,
  all: readonly Impact[],
  which: 'mean' | 'worst',
): [workload: number, seconds: number][] {
  const recoverable = all.filter(({ seconds }) => seconds !== null);
  const replaced = recoverable.filter(({ byReplica }) => byReplica);
  const restored = inOrder(
    plan,
    recoverable.filter(({ byReplica }) => !byReplica),
  );
  const ends = endsOf(restored, which === 'worst' ? longestOwn : ownSeconds);
  return [
    ...replaced.map(({ workload, terms }): [number, number] => [workload, sumOf(terms)]),
    ...restored.map(({ workload }, place): [number, number] => [workload, ends[place] as number]),
  ];
}

/** When each is back that is restored after those before it: what is waited for, then one by one. */
function endsOf(restored: readonly Impact[], own: (one: Impact) => number): number[] {
  let now = restored.reduce((most, one) => Math.max(most, waitedOnce(one)), 0);
  return turnsOf(restored, own).map((seconds) => {
    now += seconds;
    return now;
  });
}

/**
 * Seconds that each restore takes in its turn. Media and archived objects of all are asked for at once, so
 * they come while those before it are restored.
 */
export function turnsOf(restored: readonly Impact[], own: (one: Impact) => number): number[] {
  let passed = 0;
  return restored.map((one) => {
    const turn = own(one) - Math.min(one.fetching, passed);
    passed += turn;
    return turn;
  });
}

/**
 * The order of restore: the least priority first; of the same what was promised first, if that keeps
 * all promises; else the shortest. So a looser promise never makes another order that breaks one.
 */
export function inOrder(plan: Plan, restored: readonly Impact[]): readonly Impact[] {
  const priority = ({ workload }: Impact): number => plan.workloads[workload]?.priority ?? 100;
  const promised = ({ workload, disaster }: Impact): number =>
    recoveryLimit(plan, 'rto', workload, disaster);
  const shortest = [...restored].sort(
    (a, b) => priority(a) - priority(b) || ownSeconds(a) - ownSeconds(b),
  );
  const asPromised = [...shortest].sort(
    (a, b) => priority(a) - priority(b) || compare(promised(a), promised(b)),
  );
  const ends = endsOf(asPromised, longestOwn);
  const isKept = asPromised.every((one, place) => isWithin(ends[place] as number, promised(one)));
  return isKept ? asPromised : shortest;
}

/** Order of two limits, which may both be infinite. */
const compare = (a: number, b: number): number => (a === b ? 0 : a - b);

/**
 * The longest way back of each workload whose data one disaster destroys, in the order of the impacts;
 * Infinity where a time comes in which nothing survives.
 */
export function longestWaysBack(plan: Plan, all: readonly Impact[]): readonly number[] {
  const ends = comeBackInTurn(plan, all) ? new Map(restoreEnds(plan, all, 'worst')) : null;
  return all.map((one) =>
    isWhole(one) ? (ends?.get(one.workload) ?? one.longest?.seconds ?? Infinity) : Infinity,
  );
}
