import { MISS_REASONS } from '../../simulation/engine/schedule-record.ts';
import type { Plan } from '../../simulation/plan/plan.ts';
import type { Figures } from '../../study/figures.ts';
import type { ScheduleFigures } from '../../study/schedule-figures.ts';
import { promisedBesides } from './besides.ts';
import { yearlyCost } from './cost.ts';
import type { Outcome } from './outcome.ts';
import type { PlannedPromise } from './planned-promise.ts';
import { isStruck, NO_BACKUP, recoveryTargets, worstOf } from './recovery-targets.ts';
import { stuckRuns } from './training.ts';

const YEAR = 365 * 86400;

/** Every promise that is judged of a strategy; what it declares always is. */
export function promisesOf(plan: Plan, all: readonly Figures[]): PlannedPromise[] {
  const [first] = all;
  const { objectives } = plan;
  const { protectedBy, window, fill, cost } = objectives;
  return [
    ...(first?.schedules ?? []).map((_, place) => schedulePromise(plan, first as Figures, place)),
    ...promisedBesides(all),
    ...stuckRuns(plan),
    ...recoveryTargets(plan)
      .filter((target) => isStruck(plan, target, all))
      .map((target) => ({
        ...target,
        outcome: (figures: Figures) => worstOf(plan, target, figures),
      })),
    ...given('protected-by', protectedBy, { outcome: (figures) => seeding(plan, figures) }),
    ...given('window', window, {
      least: true,
      // Without a window every night fits; a warning says that there is nothing to fit.
      outcome: ({ fits, firstMiss }) => ({ value: fits ?? Infinity, since: firstMiss }),
    }),
    ...given('fill', fill, { outcome: fullest(plan) }),
    // Given per second, judged and shown per year.
    ...given('cost', cost && cost * YEAR, {
      outcome: (figures) => ({ value: yearlyCost(figures) }),
    }),
  ];
}

/** A promise that is judged where a limit is given. */
const given = (
  name: PlannedPromise['name'],
  limit: number | undefined,
  judged: Pick<PlannedPromise, 'least' | 'outcome'>,
): PlannedPromise[] => (limit === undefined ? [] : [{ name, limit, ...judged }]);

/** The most that ever lay in a store ÷ what it can hold, with what had to be bought. */
export function fillOf({ stores }: Plan, { byStore, bought }: Figures, store: number): number {
  const { capacity = Infinity, cost } = stores[store] ?? {};
  return (byStore.peak[store] ?? 0) / (capacity + (bought[store]?.length ?? 0) * (cost?.step ?? 0));
}

/** The store that gets fullest, and from when on it is full. */
const fullest =
  (plan: Plan) =>
  (figures: Figures): Outcome =>
    plan.stores.reduce<Outcome>(
      (most, _, store) => {
        const value = fillOf(plan, figures, store);
        if (value <= most.value) return most;
        return { value, store, since: figures.byStore.fullOn[store] ?? Number.NaN };
      },
      { value: 0 },
    );

/** The schedule of the backups, or of the copies on one route; a route keeps its place. */
function schedulePromise(plan: Plan, first: Figures, place: number): PlannedPromise {
  const { store, from } = first.schedules[place] as ScheduleFigures;
  return {
    name: 'schedule',
    limit: plan.objectives.schedule,
    least: true,
    ...(from >= 0 && { copy: store }),
    outcome: ({ schedules }) => {
      const own = schedules[place] as ScheduleFigures;
      if (own.share === 1) return { value: own.share };
      return {
        value: own.share,
        workload: own.workload,
        store,
        since: own.firstMiss,
        why: MISS_REASONS[own.reason] ?? '',
      };
    },
  };
}

/** Names of the workloads that a strategy leaves without a backup. */
export function unprotectedOf(plan: Plan, figures: Figures | undefined): string[] {
  const backedUp = new Set(figures?.workloads.map(({ workload }) => workload));
  return plan.workloads.flatMap(({ name }, index) => (backedUp.has(index) ? [] : [name]));
}

/** The schedule, or the replica, that is seeded last; a workload without a backup never is. */
function seeding(plan: Plan, figures: Figures): Outcome {
  const { start, workloads } = plan;
  const [bare] = unprotectedOf(plan, figures);
  if (bare !== undefined) {
    const workload = workloads.findIndex(({ name }) => name === bare);
    return { value: Infinity, workload, why: NO_BACKUP };
  }
  return [...figures.schedules, ...figures.following].reduce<Outcome>(
    (last, { seededAt, store }) =>
      seededAt - start > last.value ? { value: seededAt - start, store, since: seededAt } : last,
    { value: 0 },
  );
}
