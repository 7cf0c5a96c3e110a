import type { Plan } from '../../simulation/plan/plan.ts';
import { estimate } from '../../stats/estimate.ts';
import { shareInterval } from '../../stats/share-interval.ts';
import type { Figures } from '../../study/figures.ts';
import { formatInstant } from '../../units/calendar.ts';
import type { ObjectiveResult } from '../result/result.ts';
import type { Outcome } from './outcome.ts';
import { type PlannedPromise, promisesOf } from './promises.ts';

/** Rounding must not break a promise that is kept exactly. */
const ROUNDING = 1e-9;

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
      (least ? value >= limit * (1 - ROUNDING) : value <= limit * (1 + ROUNDING)) ? 1 : 0,
    );
    return { promise, outcomes, kept };
  });

/** Judges each promise, and says how sure that is: one replication says nothing of the others. */
export const objectivesOf = (plan: Plan, figures: readonly Figures[]): ObjectiveResult[] =>
  judgedOf(plan, figures).map(({ promise, outcomes, kept }) => {
    const { name, limit, workload, disaster, copy, least } = promise;
    const share = kept.reduce((sum, one) => sum + one, 0) / kept.length;
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
      met: share >= plan.objectives.confidence,
      at: {
        workload: nameOf(plan.workloads, worst.workload),
        disaster: nameOf(plan.disasters, worst.disaster),
        since: Number.isFinite(worst.since) ? formatInstant(worst.since as number) : null,
        why: worst.why ?? null,
      },
    };
  });

const nameOf = (named: readonly { readonly name: string }[], index?: number): string | null =>
  index === undefined ? null : (named[index]?.name ?? null);

/** What a promise stands for, in words: `rto of databases`, `schedule of the copies in tape`. */
export function objectiveLabel(objective: ObjectiveResult): string {
  const { name, rule, workload, disaster, copy } = objective;
  if (rule !== undefined) return rule;
  if (name === 'schedule') return `schedule of the ${copy ? `copies in ${copy}` : 'backups'}`;
  return [name, workload && `of ${workload}`, disaster && `after ${disaster}`]
    .filter((part) => part)
    .join(' ');
}
