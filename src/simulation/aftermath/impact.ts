import { allUnreadable } from '../../model/annual-loss.ts';
import type { History } from '../chain/history.ts';
import { changePerSecond } from '../engine/change-rate.ts';
import { reachesBack, shippingSeconds } from '../engine/continuous.ts';
import type { Protection } from '../engine/protection.ts';
import { copiesOf, newestTime } from '../engine/protection.ts';
import { isSeeded } from '../engine/schedule-record.ts';
import type { DisasterPlan } from '../plan/disaster.ts';
import { isElsewhere, type Plan, type StorePlan } from '../plan/plan.ts';
import { type Candidates, sweep } from './newest-point.ts';
import {
  DECIDE,
  meanTerms,
  NOTICE,
  newTally,
  noneByClass,
  PEOPLE,
  PREPARE,
  RECOVERY_TERMS,
  type RecoveryTally,
  type Source,
  tallyStretch,
} from './recovery-tally.ts';
import { moveSeconds, paceOf, thawSeconds } from './restore-pace.ts';
import { reverseReads } from './reverse-reads.ts';
import { brokenChance } from './silent-damage.ts';
import { type Spread, spreadOf } from './stretches.ts';
import { affects, logSurvives, replicaSurvives, survivalOf } from './survival.ts';

/** Impact of one disaster on one workload, over all instants at which it may come. */
export interface Impact {
  readonly disaster: number;
  readonly workload: number;
  /** Stores with copies that survive, at least their locked points. */
  readonly survivors: readonly number[];
  /** Share of the time, from the first usable point on, in which no good point survives. */
  readonly unprotected: number;
  /** Longest gap of the surviving copy with the shortest one: the RPO to be judged. */
  readonly gap: number;
  /** Seconds of lost work, and seconds until work resumes; null if no point ever survives. */
  readonly loss: Spread | null;
  readonly seconds: Spread | null;
  /** Mean of each term in seconds, in the order of RECOVERY_TERMS. */
  readonly terms: Float64Array;
  /** Mean stored bytes that the restore reads. */
  readonly bytesRead: number;
  /** By object store: the same by class in which the bytes lie, and those that leave its site. */
  readonly fromClasses: readonly Float64Array[];
  readonly leaving: Float64Array;
  /** Probability that the newest chain of every surviving copy is unreadable. */
  readonly unreadable: number;
  /**
   * Source bytes of the workload, and bytes that change per second, in the middle of the horizon.
   */
  readonly size: number;
  readonly changing: number;
  /** Whether work resumes on a replica, without a restore. */
  readonly byReplica: boolean;
  /** Whether the source data are destroyed; the loss of a store destroys only copies. */
  readonly takesData: boolean;
}

/** Impact of each disaster that affects a workload, in the order of the plan. */
export function impactsOf(
  plan: Plan,
  protection: Protection,
  values: Float64Array,
): readonly Impact[] {
  const sources = Array.from(copiesOf(protection), (copy) => sourceOf(plan, copy, values));
  const seconds = ({ pace }: Source): number =>
    pace.prepare + thawSeconds(pace, 0) + moveSeconds(pace, protection.size, protection.size);
  // Fastest copy first: of copies of the same point it is the one restored.
  sources.sort((a, b) => seconds(a) - seconds(b));
  return plan.disasters.flatMap((disaster, number) =>
    affects(plan, disaster, protection)
      ? [impactOf(plan, number, { protection, sources, values })]
      : [],
  );
}

/** A workload in one future, with all its copies. */
interface Exposed {
  readonly protection: Protection;
  readonly sources: readonly Source[];
  readonly values: Float64Array;
}

function impactOf(plan: Plan, number: number, { protection, sources, values }: Exposed): Impact {
  const disaster = plan.disasters[number] as DisasterPlan;
  const tally = newTally(plan, disaster, protection, values);
  const surviving: Source[] = [];
  const lists: Candidates[] = [];
  const survivors: number[] = [];
  const brokenChances: number[] = [];
  let gap = Infinity;
  for (const source of sources) {
    const { copy, points, broken } = source;
    const survival = survivalOf(plan, disaster, copy);
    if (survival === 'none') continue;
    surviving.push(source);
    const lockedFor = survival === 'locked' ? copy.policy.lock : Infinity;
    lists.push({ points, silent: tally.silent, held: lockedFor });
    if (!survivors.includes(copy.policy.store)) survivors.push(copy.policy.store);
    brokenChances.push(broken);
    gap = Math.min(gap, gapOf(plan, copy));
  }
  const unprotected = sweep(lists, plan.end, (begin, end, list, index) =>
    tallyStretch(tally, surviving[list] as Source, begin, end, index),
  );
  const time = tally.time + unprotected;
  const meanOf = (sums: Float64Array): Float64Array =>
    sums.map((sum) => (tally.time > 0 ? sum / tally.time : 0));
  const impact: Writable<Impact> = {
    disaster: number,
    workload: protection.workload,
    survivors,
    unprotected: time > 0 ? unprotected / time : 1,
    gap,
    loss: spreadOf(tally.loss),
    seconds: spreadOf(tally.seconds),
    terms: meanTerms(tally),
    bytesRead: tally.time > 0 ? tally.bytes / tally.time : 0,
    fromClasses: tally.fromClasses.map(meanOf),
    leaving: meanOf(tally.leaving),
    unreadable: allUnreadable(brokenChances, plan.commonCause),
    size: protection.sizes.source(protection.size, (plan.start + plan.end) / 2),
    changing: changePerSecond(plan, protection),
    byReplica: false,
    takesData: disaster.scope.kind !== 'store',
  };
  applyReplicaOrLog(plan, disaster, { protection, values, tally }, impact);
  return impact;
}

/**
 * Longest gap between points of a copy once it is seeded, up to the end of the horizon; Infinity
 * without points.
 */
export function gapOf({ end }: Plan, protection: Protection): number {
  if (Number.isNaN(protection.lastTime)) return Infinity;
  const gap = isSeeded(protection) ? protection.gapOnceSeeded : protection.gap;
  return Math.max(gap, end - newestTime(protection));
}

function sourceOf(plan: Plan, copy: Protection, values: Float64Array): Source {
  const history = copy.history as History;
  const runs = runsOf(history);
  const { time, usable, gone } = history;
  const { site, cloud } = plan.stores[copy.policy.store] as StorePlan;
  const to = copy.policy.restoreAt ?? (plan.workloads[copy.workload]?.site as number);
  return {
    copy,
    cloud,
    leaves: isElsewhere(plan, site, to),
    pace: paceOf(plan, copy, values),
    points: {
      count: runs.length,
      time: gather(time, runs),
      usable: gather(usable, runs),
      gone: gather(gone, runs),
    },
    runs,
    reverse: reverseReads(history, runs),
    broken: brokenChance(plan, copy, values),
  };
}

/** Picks the values of some runs. A loop, since a call for each takes much longer. */
function gather(all: Float64Array, runs: Int32Array): Float64Array {
  if (runs.length === all.length) return all;
  const gathered = new Float64Array(runs.length);
  for (let place = 0; place < runs.length; place++)
    gathered[place] = all[runs[place] as number] as number;
  return gathered;
}

/** The runs whose points were ever usable, in ascending order. */
function runsOf({ usable }: History): Int32Array {
  let count = 0;
  for (let run = 0; run < usable.length; run++) if (usable[run] !== Infinity) count++;
  const runs = new Int32Array(count);
  for (let run = 0, place = 0; place < count; run++) {
    if (usable[run] !== Infinity) runs[place++] = run;
  }
  return runs;
}

/** Impacts are changed in place, so that all have the same object layout. */
type Writable<T> = { -readonly [field in keyof T]: T[field] };

/** Shortens loss and recovery by a surviving replica, or the loss by a surviving log. */
function applyReplicaOrLog(
  plan: Plan,
  disaster: DisasterPlan,
  {
    protection,
    values,
    tally,
  }: { protection: Protection; values: Float64Array; tally: RecoveryTally },
  impact: Writable<Impact>,
): void {
  const { replica, log } = protection.policy;
  if (replica && replicaSurvives(plan, disaster, protection)) {
    const terms = new Float64Array(RECOVERY_TERMS.length);
    for (const term of [NOTICE, DECIDE, PEOPLE]) terms[term] = tally.fixed[term] as number;
    terms[PREPARE] = replica.takeover;
    const seconds = terms.reduce((sum, term) => sum + term, 0);
    const always = (value: number): Spread => ({ worst: value, mean: value, p95: value });
    impact.survivors = [...new Set([...impact.survivors, replica.store])];
    impact.unprotected = 0;
    impact.gap = Math.min(impact.gap, replica.lag);
    impact.loss = always(replica.lag);
    impact.seconds = always(seconds);
    impact.terms = terms;
    impact.bytesRead = 0;
    impact.fromClasses = noneByClass(plan);
    impact.leaving = new Float64Array(plan.stores.length);
    impact.unreadable = 0;
    impact.byReplica = true;
    return;
  }
  if (log === null || impact.loss === null || !logSurvives(plan, disaster, protection)) return;
  if (!reachesBack(log, impact.loss.worst, tally.silent)) return;
  const most = log.every + shippingSeconds(plan, protection, values);
  const least = most - log.every;
  const { worst, mean, p95 } = impact.loss;
  impact.loss = {
    worst: Math.min(worst, most),
    mean: Math.min(mean, least + log.every / 2),
    p95: Math.min(p95, least + 0.95 * log.every),
  };
  impact.gap = Math.min(impact.gap, most);
}
