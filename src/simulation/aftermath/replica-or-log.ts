import { changedBetween } from '../engine/continuous/changes-by-day.ts';
import { reachesBack, shippingSeconds } from '../engine/continuous/continuous.ts';
import type { Protection } from '../engine/protection.ts';
import type { DisasterPlan } from '../plan/disaster.ts';
import type { Plan } from '../plan/plan.ts';
import type { Following } from './following.ts';
import { type Gap, shippedAfter } from './gap.ts';
import type { Impact, Writable } from './impact.ts';
import {
  DECIDE,
  NOTICE,
  noneByClass,
  PEOPLE,
  PREPARE,
  RECOVERY_TERMS,
  type RecoveryTally,
} from './recovery-tally.ts';
import type { Spread } from './stretches.ts';
import { logSurvives, replicaSurvives } from './survival.ts';

/** Shortens loss and recovery by a surviving replica, or the loss by a surviving log. */
export function applyReplicaOrLog(
  plan: Plan,
  disaster: DisasterPlan,
  {
    protection,
    following: { log, replica, changes },
    values,
    tally,
  }: {
    protection: Protection;
    following: Following;
    values: Float64Array;
    tally: RecoveryTally;
  },
  impact: Writable<Impact>,
): void {
  if (replica && replicaSurvives(plan, disaster, protection)) {
    const terms = new Float64Array(RECOVERY_TERMS.length);
    for (const term of [NOTICE, DECIDE, PEOPLE]) terms[term] = tally.fixed[term] as number;
    terms[PREPARE] = replica.takeover;
    const seconds = terms.reduce((sum, term) => sum + term, 0);
    const always = (value: number): Spread => ({ worst: value, mean: value, p95: value });
    impact.survivors = [...new Set([...impact.survivors, replica.store])];
    impact.unprotected = 0;
    impact.bare = 0;
    impact.gap = shorter(impact.gap, replica.lag, replica.store);
    impact.loss = always(replica.lag);
    impact.seconds = always(seconds);
    impact.longest = { store: replica.store, at: Number.NaN, pointTime: Number.NaN, seconds };
    impact.terms = terms;
    impact.bytesRead = 0;
    impact.fromClasses = noneByClass(plan);
    impact.leaving = new Float64Array(plan.stores.length);
    impact.unreadable = 0;
    impact.unlimited = false;
    impact.byReplica = true;
    return;
  }
  if (!log || !changes || impact.loss === null || !logSurvives(plan, disaster, protection)) return;
  if (!reachesBack(log, impact.loss.worst, tally.silent)) return;
  const most = shippedAfter(plan, log, changes, values);
  const inMean = changedBetween(changes, plan.start, plan.end) / (plan.end - plan.start);
  const least = shippingSeconds(plan, log, log.volume * inMean, values);
  const { worst, mean, p95 } = impact.loss;
  impact.loss = {
    worst: Math.min(worst, most),
    mean: Math.min(mean, least + log.every / 2),
    p95: Math.min(p95, most - 0.05 * log.every),
  };
  impact.gap = shorter(impact.gap, most, log.store);
  impact.byLog = true;
}

/** A gap that a log or a replica shortens, every moment alike. */
const shorter = (gap: Gap, seconds: number, store: number): Gap =>
  seconds < gap.seconds ? { seconds, store, since: Number.NaN } : gap;
