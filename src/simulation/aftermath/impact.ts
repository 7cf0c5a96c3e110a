import { allUnreadable } from '../../model/annual-loss.ts';
import { intactProbability, silentlyBad } from '../../model/chain-integrity.ts';
import type { History } from '../chain/history.ts';
import { changePerSecond } from '../engine/change-rate.ts';
import { reachesBack, shippingSeconds } from '../engine/continuous.ts';
import type { Protection } from '../engine/protection.ts';
import { copiesOf, newestTime } from '../engine/protection.ts';
import type { DisasterPlan } from '../plan/disaster.ts';
import type { Plan, StorePlan } from '../plan/plan.ts';
import { type Candidates, sweep } from './newest-point.ts';
import {
  DECIDE,
  meanTerms,
  NOTICE,
  newTally,
  PEOPLE,
  PREPARE,
  RECOVERY_TERMS,
  type RecoveryTally,
  type Source,
  tallyStretch,
} from './recovery-tally.ts';
import { moveSeconds, paceOf, thawSeconds } from './restore-pace.ts';
import { reverseReads } from './reverse-reads.ts';
import { type Spread, spreadOf } from './stretches.ts';
import { affects, logSurvives, replicaSurvives, survivalOf } from './survival.ts';

/** What one disaster does to one workload, over all instants at which it may come. */
export interface Impact {
  readonly disaster: number;
  readonly workload: number;
  /** Stores whose copies are left, wholly or what is locked. */
  readonly survivors: readonly number[];
  /** Share of the time in which no point is left, counted from the first one on. */
  readonly unprotected: number;
  /** Longest gap between points of the copy that is left with the shortest: the RPO that is judged. */
  readonly gap: number;
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
  /** Whether work goes on with a replica, and nothing is restored. */
  readonly byReplica: boolean;
  /** Whether the data themselves are taken: a lost store takes only copies. */
  readonly takesData: boolean;
}

const YEAR = 365 * 86400;

/** What each disaster does to one workload, in the order of the plan; those that do not reach it are left out. */
export function impactsOf(
  plan: Plan,
  protection: Protection,
  values: Float64Array,
): readonly Impact[] {
  const sources = Array.from(copiesOf(protection), (copy) => sourceOf(plan, copy, values));
  const seconds = ({ pace }: Source): number =>
    pace.prepare + thawSeconds(pace, 0) + moveSeconds(pace, protection.size, protection.size);
  // The fastest first: of copies of the same point it is the one that is restored.
  sources.sort((a, b) => seconds(a) - seconds(b));
  return plan.disasters.flatMap((disaster, number) =>
    affects(plan, disaster, protection)
      ? [impactOf(plan, number, { protection, sources, values })]
      : [],
  );
}

/** A workload in one future, with the copies that there are of it. */
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
    fromStore: tally.fromStore.map((sum) => (tally.time > 0 ? sum / tally.time : 0)),
    unreadable: allUnreadable(brokenChances, plan.commonCause),
    size: protection.sizes.source(protection.size, (plan.start + plan.end) / 2),
    changing: changePerSecond(plan, protection),
    byReplica: false,
    takesData: disaster.scope.kind !== 'store',
  };
  applyReplicaOrLog(plan, disaster, { protection, values, tally }, impact);
  return impact;
}

/** The longest gap between the points of a copy, up to the end; infinite where it has none. */
export const gapOf = ({ end }: Plan, protection: Protection): number =>
  Number.isNaN(protection.lastTime)
    ? Infinity
    : Math.max(protection.gap, end - newestTime(protection));

function sourceOf(plan: Plan, copy: Protection, values: Float64Array): Source {
  const history = copy.history as History;
  const runs = runsOf(history);
  const { time, usable, gone } = history;
  return {
    copy,
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

/** What stands for some of the runs; in a loop, for a call each takes longer by far. */
function gather(all: Float64Array, runs: Int32Array): Float64Array {
  if (runs.length === all.length) return all;
  const gathered = new Float64Array(runs.length);
  for (let place = 0; place < runs.length; place++)
    gathered[place] = all[runs[place] as number] as number;
  return gathered;
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

/** The chance that a piece of the newest chain of a copy has gone bad without anybody seeing it. */
function brokenChance(plan: Plan, { policy, history }: Protection, values: Float64Array): number {
  const { latent } = plan.stores[policy.store] as StorePlan;
  if (history === null) return 0;
  const { usable, gone, filesNeeded } = history;
  let points = 0;
  let needed = 0;
  let lifetimes = 0;
  for (let run = 0; run < usable.length; run++) {
    if (usable[run] === Infinity) continue;
    points++;
    needed += filesNeeded[run] as number;
    lifetimes += Math.min(gone[run] as number, plan.end) - (usable[run] as number);
  }
  if (points === 0) return 1;
  if (latent === null) return 0;
  // What is never checked again is in doubt for as long as it is kept.
  const { recheck = Infinity, coverage = 1 } = policy.verify ?? {};
  const interval = Math.min(recheck / coverage, lifetimes / points);
  const badFile = silentlyBad((values[latent] as number) * YEAR, interval / YEAR);
  return 1 - intactProbability(badFile, needed / points);
}

/** In place, so that all that come of disasters are objects of one form. */
type Writable<T> = { -readonly [field in keyof T]: T[field] };

/** What follows every write, or is shipped often, leaves less to be lost than backups alone. */
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
    impact.fromStore = new Float64Array(plan.stores.length);
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
