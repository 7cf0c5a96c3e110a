import type { Plan } from '../plan/plan.ts';
import { recoveryLimit } from '../plan/recovery-limit.ts';
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

/**
 * When each workload is back if they are restored one after the other, on average or at worst once
 * all is seeded; a workload without a surviving point is omitted. First comes the least priority; of the same the
 * one that was promised first; of the same the shortest.
 */
export function restoreEnds(
  plan: Plan,
  all: readonly Impact[],
  which: 'mean' | 'worst',
): [workload: number, seconds: number][] {
  const priority = ({ workload }: Impact): number => plan.workloads[workload]?.priority ?? 100;
  const promised = ({ workload, disaster }: Impact): number =>
    recoveryLimit(plan, 'rto', workload, disaster);
  const recoverable = all.filter(({ seconds }) => seconds !== null);
  const restored = recoverable
    .filter(({ byReplica }) => !byReplica)
    .sort(
      (a, b) =>
        priority(a) - priority(b) ||
        compare(promised(a), promised(b)) ||
        ownSeconds(a) - ownSeconds(b),
    );
  let now = restored.reduce((most, one) => Math.max(most, waitedOnce(one)), 0);
  const ends = restored.map((one): [number, number] => {
    const longer = which === 'worst' ? (one.longest?.seconds ?? 0) - sumOf(one.terms) : 0;
    now += ownSeconds(one) + longer;
    return [one.workload, now];
  });
  const replaced = recoverable
    .filter(({ byReplica }) => byReplica)
    .map(({ workload, terms }): [number, number] => [workload, sumOf(terms)]);
  return [...replaced, ...ends];
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
