import { objectsFor } from '../../../model/object-requests.ts';
import type { StoreRead } from '../../../model/store-use.ts';
import { logSegment, type SegmentLog } from '../../chain/segment-log.ts';
import { type CloudPlan, classOf, movesOf, tierFor } from '../../plan/cloud.ts';
import { isElsewhere, type Plan, type StorePlan } from '../../plan/plan.ts';
import type { TierPlan, TrainingPlan } from '../../plan/training.ts';

const DAY = 86_400;

/** Saves of one tier of a training run into an object store. */
interface Saves {
  readonly run: TrainingPlan;
  readonly tier: TierPlan;
}

/** The stores that training runs save into, whatever strategy there is. */
export const storesSavedTo = ({ training }: Plan): ReadonlySet<number> =>
  new Set(training.flatMap(({ tiers }) => tiers.flatMap(({ store }) => store ?? [])));

/** Saves into a store; none of a tier that no failure needs, or of a run that never completes one. */
const savesIn = ({ training }: Plan, store: number): readonly Saves[] =>
  training.flatMap((run) =>
    run.tiers
      .filter((tier) => tier.store === store && tier.period < Infinity)
      .map((tier) => ({ run, tier })),
  );

/**
 * Adds what training runs save in an object store to its segment log, for the bill: each save when it is
 * whole, until the one that takes its place is. Those of a day are one segment, written at their mean.
 */
export function logSaves(plan: Plan, store: number, cloud: CloudPlan, log: SegmentLog): void {
  for (const { run, tier } of savesIn(plan, store)) {
    const { period, held } = tier;
    const saves = Math.floor((plan.end - plan.start) / period);
    const together = Math.max(1, Math.round(DAY / period));
    const objectBytes = run.checkpoint / objectsFor(run.checkpoint, cloud.objectSize);
    for (let first = 0; first < saves; first += together) {
      const count = Math.min(together, saves - first);
      const written = plan.start + (first + (count + 1) / 2) * period;
      logSegment(log, written, written + held * period, count * run.checkpoint, objectBytes);
    }
  }
}

/** What failures of training runs read back from an object store, month by month: a save each. */
export function savesRead(plan: Plan, store: number, cloud: CloudPlan): readonly StoreRead[] {
  const { site } = plan.stores[store] as StorePlan;
  return savesIn(plan, store).flatMap(({ run, tier }) => {
    const home = plan.workloads[run.workload]?.site ?? site;
    const leaves = isElsewhere(plan, site, home);
    // The newest save is half as old as the time between two on the mean.
    const from = classOf(cloud, movesOf(cloud).filter((after) => after <= tier.period / 2).length);
    return monthsOf(plan).map(({ at, seconds }): StoreRead => {
      const number = tier.restores * seconds;
      const bytes = number * run.checkpoint;
      const objects = number * objectsFor(run.checkpoint, cloud.objectSize);
      return {
        ...{ at, from, bytes, objects, gets: objects },
        tier: tierFor(cloud, from),
        thawedFor: cloud.thawedFor,
        toInternet: leaves ? bytes : 0,
      };
    });
  });
}

/** The months of the horizon: an instant in each, and the seconds of it that are simulated. */
const monthsOf = ({ start, end, months }: Plan): { at: number; seconds: number }[] =>
  Array.from({ length: months.length - 1 }, (_, month) => {
    const at = Math.max(start, months[month] as number);
    return { at, seconds: Math.min(end, months[month + 1] as number) - at };
  });
