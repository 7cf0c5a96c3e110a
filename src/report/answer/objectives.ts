import type { Plan } from '../../simulation/plan/plan.ts';
import { isWithin, reaches } from '../../simulation/plan/recovery-limit.ts';
import { estimate } from '../../stats/estimate.ts';
import { shareInterval } from '../../stats/share-interval.ts';
import type { Figures } from '../../study/figures.ts';
import { formatInstant } from '../../units/calendar.ts';
import type { ObjectiveResult } from '../result/result.ts';
import type { Outcome } from './outcome.ts';
import { passedOverInWords } from './passed-over.ts';
import type { PlannedPromise } from './planned-promise.ts';
import { promisesOf } from './promises.ts';

/** What came of a promise in every replication, in the order of the trials. */
interface Judged {
  readonly promise: PlannedPromise;
  readonly outcomes: readonly Outcome[];
  /** 1 where it was kept, else 0. */
  readonly kept: Uint8Array;
}

/** Compares each promise with what came of it in every replication. */
export const judgedOf = (plan: Plan, figures: readonly Figures[]): Judged[] =>
  promisesOf(plan, figures).map((promise) => {
    const { limit, least } = promise;
    const outcomes = figures.map(promise.outcome);
    const kept = Uint8Array.from(outcomes, ({ value }) =>
      (least ? reaches(value, limit) : isWithin(value, limit)) ? 1 : 0,
    );
    return { promise, outcomes, kept };
  });

/** Judges each promise, and says how sure that is: one replication says nothing of the others. */
export const objectivesOf = (plan: Plan, figures: readonly Figures[]): ObjectiveResult[] =>
  judgedOf(plan, figures).map(({ promise, outcomes, kept }) => {
    const { name, limit, workload, disaster, copy, least } = promise;
    const share = kept.reduce((sum, one) => sum + one, 0) / kept.length;
    const met = share >= plan.objectives.confidence;
    const values = outcomes.map(({ value }) => value);
    const worst = outcomes.reduce((a, b) =>
      (least ? b.value < a.value : b.value > a.value) ? b : a,
    );
    return {
      name,
      workload: nameOf(plan.workloads, workload),
      disaster: nameOf(plan.disasters, disaster),
      copy: nameOf(plan.stores, copy),
      limit,
      value: values.every(Number.isFinite) ? estimate(values) : null,
      share,
      probability: kept.length > 1 ? shareInterval(kept) : null,
      met,
      at: placeOf(plan, worst, met),
      ...(met && unknownOf(plan, outcomes)),
    };
  });

/** What a promise lacks to be kept: where nothing limits a restore, nobody knows how long it takes. */
function unknownOf(plan: Plan, outcomes: readonly Outcome[]): Partial<ObjectiveResult> {
  const store = outcomes.find(({ unlimited }) => unlimited !== undefined)?.unlimited;
  if (store === undefined) return {};
  const undecided = `nothing limits how fast ${nameOf(plan.stores, store)} gives data back: give it a read rate`;
  return { share: 0, probability: null, met: false, undecided };
}

/** Where the worst value stands, in names. */
function placeOf(plan: Plan, worst: Outcome, isKept: boolean): ObjectiveResult['at'] {
  const { workload, disaster, store, since, pointAge, why, others = [] } = worst;
  return {
    workload: nameOf(plan.workloads, workload),
    disaster: nameOf(plan.disasters, disaster),
    store: nameOf(plan.stores, store),
    since: Number.isFinite(since) ? formatInstant(since as number) : null,
    pointAge: pointAge ?? null,
    why: why ?? null,
    others: (isKept ? [] : others).map((one) => ({
      store: plan.stores[one.store]?.name ?? '',
      why: passedOverInWords(one),
    })),
  };
}

const nameOf = (named: readonly { readonly name: string }[], index?: number): string | null =>
  index === undefined ? null : (named[index]?.name ?? null);

/** What a promise stands for, in words: `rto of databases`, `schedule of the copies in tape`. */
export function objectiveLabel(objective: ObjectiveResult): string {
  const { name, rule, workload, disaster, copy } = objective;
  if (rule !== undefined) return rule;
  if (name === 'schedule') return `schedule of the ${copy ? `copies in ${copy}` : 'backups'}`;
  if (name === 'log' || name === 'replica' || name === 'recheck') return `${name} in ${copy}`;
  return [name, workload && `of ${workload}`, disaster && `after ${disaster}`]
    .filter((part) => part)
    .join(' ');
}
