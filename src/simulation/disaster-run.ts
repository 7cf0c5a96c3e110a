import { allUnreadable } from '../model/annual-loss.ts';
import { intactProbability, silentlyBad } from '../model/chain-integrity.ts';
import type { History } from './chain/history.ts';
import { changePerSecond } from './change-rate.ts';
import { shippingSeconds } from './continuous.ts';
import type { DisasterPlan } from './disaster-plan.ts';
import type { Guard } from './guard.ts';
import { type Candidates, sweep } from './newest-point.ts';
import type { Plan, StorePlan } from './plan.ts';
import {
  bookStretch,
  DECIDE,
  NOTICE,
  newTally,
  PEOPLE,
  PREPARE,
  RECOVERY_TERMS,
  type RecoveryTally,
} from './recovery-tally.ts';
import { moveSeconds, paceOf, type RestorePace } from './restore-pace.ts';
import { type Spread, spreadOf } from './stretches.ts';
import {
  copiesOf,
  logSurvives,
  replicaSurvives,
  type Survival,
  strikes,
  survivalOf,
} from './survival.ts';

/** What one disaster does to one workload, over all instants at which it may come. */
export interface Struck {
  readonly disaster: number;
  readonly workload: number;
  /** Stores whose copies are left, wholly or what is locked. */
  readonly survivors: readonly number[];
  /** Share of the time in which no point is left, counted from the first one on. */
  readonly bare: number;
  /** Seconds of work that are lost, and until work goes on; null where nothing is ever left. */
  readonly loss: Spread | null;
  readonly seconds: Spread | null;
  /** Means of the terms, in the order of RECOVERY_TERMS. */
  readonly terms: Float64Array;
  readonly bytesRead: number;
  /** The same by store, on average. */
  readonly fromStore: Float64Array;
  /** Chance that the newest chain of every copy that is left is broken. */
  readonly unreadable: number;
  /** Source bytes of the workload, and those that change in a second, in the middle of the horizon. */
  readonly size: number;
  readonly changing: number;
  /** Whether the data themselves are taken: a lost store takes only copies. */
  readonly takesData: boolean;
}

const YEAR = 365 * 86400;

/** What a disaster does to one workload; null where it does not reach it. */
export function struckBy(
  plan: Plan,
  number: number,
  guard: Guard,
  values: Float64Array,
): Struck | null {
  const disaster = plan.disasters[number] as DisasterPlan;
  if (!strikes(plan, disaster, guard)) return null;
  const left = copiesOf(guard)
    .filter((copy) => survivalOf(plan, disaster, copy) !== 'none')
    .map((copy) => ({ copy, pace: paceOf(plan, copy, values) }));
  const seconds = ({ pace }: (typeof left)[number]): number =>
    pace.prepare + moveSeconds(pace, guard.size, guard.size);
  // The fastest first: of copies of the same point it is the one that is restored.
  left.sort((a, b) => seconds(a) - seconds(b));
  const copies = left.map(({ copy }) => copy);
  const tally = newTally(plan, disaster, guard, values);
  const runs = copies.map(({ history }) => runsOf(history as History));
  const lists = copies.map((copy, of) =>
    candidatesOf(survivalOf(plan, disaster, copy), copy, tally.silent, {
      of,
      runs: runs[of] as Int32Array,
    }),
  );
  const bare = sweep(lists, plan.end, (begin, end, of, index) => {
    const run = runs[of]?.[index] as number;
    bookStretch(tally, copies[of] as Guard, left[of]?.pace as RestorePace, { begin, end, run });
  });
  const time = tally.time + bare;
  const struck = {
    disaster: number,
    workload: guard.workload,
    survivors: [...new Set(copies.map(({ policy }) => policy.store))],
    bare: time > 0 ? bare / time : 1,
    loss: spreadOf(tally.loss),
    seconds: spreadOf(tally.seconds),
    terms: tally.terms.map((sum) => (tally.time > 0 ? sum / tally.time : 0)),
    bytesRead: tally.time > 0 ? tally.bytes / tally.time : 0,
    fromStore: tally.fromStore.map((sum) => (tally.time > 0 ? sum / tally.time : 0)),
    unreadable: allUnreadable(
      copies.map((copy) => brokenChance(plan, copy, values)),
      plan.commonCause,
    ),
    size: guard.sizes.source(guard.size, (plan.start + plan.end) / 2),
    changing: changePerSecond(plan, guard),
    takesData: disaster.scope.kind !== 'store',
  };
  return shortened(plan, disaster, { guard, values, tally }, struck);
}

/** The runs whose points ever could be used, in their order. */
function runsOf({ usable }: History): Int32Array {
  let count = 0;
  for (let run = 0; run < usable.length; run++) if (usable[run] !== Infinity) count++;
  const runs = new Int32Array(count);
  for (let run = 0, place = 0; place < count; run++) {
    if (usable[run] !== Infinity) runs[place++] = run;
  }
  return runs;
}

/** When each point of a copy is good and there: after silent damage, and while a lock holds it. */
function candidatesOf(
  survival: Survival,
  { history, policy }: Guard,
  silent: number,
  { of, runs }: { readonly of: number; readonly runs: Int32Array },
): Candidates {
  const { time, usable, gone } = history as History;
  const list: Candidates = {
    of,
    count: runs.length,
    time: new Float64Array(runs.length),
    from: new Float64Array(runs.length),
    to: new Float64Array(runs.length),
  };
  const held = survival === 'locked' ? policy.lock : Infinity;
  for (let i = 0; i < runs.length; i++) {
    const run = runs[i] as number;
    list.time[i] = time[run] as number;
    list.from[i] = Math.max(usable[run] as number, (time[run] as number) + silent);
    list.to[i] = Math.min(gone[run] as number, (usable[run] as number) + held);
  }
  return list;
}

/** The chance that a piece of the newest chain of a copy has gone bad without anybody seeing it. */
function brokenChance(plan: Plan, { policy, history }: Guard, values: Float64Array): number {
  const { latent } = plan.stores[policy.store] as StorePlan;
  if (latent === null || history === null) return 0;
  const { usable, gone, pieces } = history;
  let [points, needed, lives] = [0, 0, 0];
  for (let run = 0; run < usable.length; run++) {
    if (usable[run] === Infinity) continue;
    points++;
    needed += pieces[run] as number;
    lives += Math.min(gone[run] as number, plan.end) - (usable[run] as number);
  }
  if (points === 0) return 1;
  // What is never checked again is in doubt for as long as it is kept.
  const interval = Math.min(policy.verify?.recheck ?? Infinity, lives / points);
  const bad = silentlyBad((values[latent] as number) * YEAR, interval / YEAR);
  return 1 - intactProbability(bad, needed / points);
}

/** What follows every write, or is shipped often, leaves less to be lost than backups alone. */
function shortened(
  plan: Plan,
  disaster: DisasterPlan,
  { guard, values, tally }: { guard: Guard; values: Float64Array; tally: RecoveryTally },
  struck: Struck,
): Struck {
  const { replica, log } = guard.policy;
  if (replica && replicaSurvives(plan, disaster, guard)) {
    const terms = new Float64Array(RECOVERY_TERMS.length);
    for (const term of [NOTICE, DECIDE, PEOPLE]) terms[term] = tally.fixed[term] as number;
    terms[PREPARE] = replica.takeover;
    const seconds = terms.reduce((sum, term) => sum + term, 0);
    const always = (value: number): Spread => ({ worst: value, mean: value, p95: value });
    return {
      ...struck,
      survivors: [...new Set([...struck.survivors, replica.store])],
      bare: 0,
      loss: always(replica.lag),
      seconds: always(seconds),
      terms,
      bytesRead: 0,
      fromStore: new Float64Array(plan.stores.length),
      unreadable: 0,
    };
  }
  if (log === null || struck.loss === null || !logSurvives(plan, disaster, guard)) return struck;
  const most = log.every + shippingSeconds(plan, guard, values);
  const least = most - log.every;
  const { worst, mean, p95 } = struck.loss;
  const loss = {
    worst: Math.min(worst, most),
    mean: Math.min(mean, least + log.every / 2),
    p95: Math.min(p95, least + 0.95 * log.every),
  };
  return { ...struck, loss };
}
