import type { History } from '../chain/history.ts';
import { changePerSecond } from '../engine/change-rate.ts';
import type { Protection } from '../engine/protection.ts';
import type { DisasterPlan } from '../plan/disaster.ts';
import type { Plan } from '../plan/plan.ts';
import type { Points } from './newest-point.ts';
import { moveSeconds, type RestorePace, thawSeconds } from './restore-pace.ts';
import { fullFor, type ReverseReads } from './reverse-reads.ts';
import { addStretch, newStretches, type Stretches } from './stretches.ts';
import { logSurvives } from './survival.ts';

/** The terms of the time until work goes on, in order. */
export const RECOVERY_TERMS = [
  'notice',
  'decide',
  'provision',
  'people',
  'prepare',
  'thaw',
  'move',
  'latency',
  'apply',
  'verify',
  'finish',
] as const;

/** The place of the time to notice. */
export const NOTICE = 0;
/** The place of the time to the decision. */
export const DECIDE = 1;
const PROVISION = 2;
/** The place of people's time, the last of what is waited for once. */
export const PEOPLE = 3;
/** The place of the fixed times of tool and media. */
export const PREPARE = 4;
const [THAW, MOVE, LATENCY, APPLY, VERIFY, FINISH] = [5, 6, 7, 8, 9, 10] as const;

/** One copy of a workload that may be restored from, with all that is known of it beforehand. */
export interface Source {
  readonly copy: Protection;
  readonly pace: RestorePace;
  readonly points: Points;
  /** The runs of its points, in their order. */
  readonly runs: Int32Array;
  /** What its older points need besides, where the newest is the full. */
  readonly reverse: ReverseReads | null;
  /** Chance that a piece of its newest chain has gone bad without anybody seeing it. */
  readonly broken: number;
}

/** What adds up while the instants of a disaster are gone through. */
export interface RecoveryTally {
  /** Seconds that are waited for in any case: terms up to people's time, and their sum. */
  readonly fixed: Float64Array;
  readonly waiting: number;
  /** Seconds for which damage was there before it showed: points of that time are bad. */
  readonly silent: number;
  /** Seconds of those that are not lost: of a table that was dropped, what counts is the damage. */
  readonly spared: number;
  /** Seconds that the log of a second takes to be applied. */
  readonly applying: number;
  readonly loss: Stretches;
  readonly seconds: Stretches;
  /** Seconds × seconds by term, and bytes × seconds. */
  readonly terms: Float64Array;
  time: number;
  bytes: number;
  readonly fromStore: Float64Array;
}

/** Used again for every disaster: with a stretch for each point they are large. */
const loss = newStretches(1);
const seconds = newStretches(0);

const emptied = (all: Stretches): Stretches => {
  all.count = 0;
  return all;
};

/**
 * Nothing added up yet: the fixed terms of one disaster, and what it makes of time. What was added
 * up of the disaster before is gone.
 */
export function newTally(
  plan: Plan,
  disaster: DisasterPlan,
  protection: Protection,
  values: Float64Array,
): RecoveryTally {
  const value = (parameter: number | null): number =>
    parameter === null ? 0 : (values[parameter] as number);
  const { kind } = disaster.scope;
  const fixed = new Float64Array(RECOVERY_TERMS.length);
  fixed[NOTICE] = value(disaster.noticed);
  fixed[DECIDE] = value(disaster.decide);
  fixed[PROVISION] = value(disaster.provision);
  fixed[PEOPLE] = protection.policy.handOver;
  const isSilent = kind === 'workload' || kind === 'corruption' || kind === 'online';
  const silent = isSilent ? value(disaster.dwell) + value(disaster.noticed) : 0;
  const { log } = protection.policy;
  const applies = log !== null && logSurvives(plan, disaster, protection);
  return {
    fixed,
    waiting: fixed.reduce((sum, term) => sum + term, 0),
    silent,
    spared: kind === 'workload' ? silent : 0,
    applying: applies ? (log.volume * changePerSecond(plan, protection)) / log.apply : 0,
    loss: emptied(loss),
    seconds: emptied(seconds),
    terms: new Float64Array(RECOVERY_TERMS.length),
    time: 0,
    bytes: 0,
    fromStore: new Float64Array(plan.stores.length),
  };
}

/** Adds a stretch of time in which the point of one run would be restored, from one copy. */
export function tallyStretch(
  tally: RecoveryTally,
  { copy, pace, runs, points, reverse }: Source,
  begin: number,
  end: number,
  index: number,
): void {
  const { reads, source, filesNeeded } = copy.history as History;
  const { terms } = tally;
  const run = runs[index] as number;
  const length = end - begin;
  const middle = begin + length / 2;
  const full = reverse ? fullFor(reverse, points, index, middle) : index;
  const bytes =
    (reads[runs[full] as number] as number) +
    (reverse ? (reverse.before[full] as number) - (reverse.before[index] as number) : 0);
  const files = (filesNeeded[run] as number) + full - index;
  const sourceBytes = source[run] as number;
  const lossAtBegin = begin - (points.time[index] as number) - tally.spared;
  const prepare = pace.prepare + pace.perFile * (files - 1);
  const thaw = thawSeconds(pace, middle - (points.usable[index] as number));
  const move = moveSeconds(pace, bytes, sourceBytes);
  const apply = tally.applying * (lossAtBegin + length / 2);
  const verify = sourceBytes * pace.verifying;
  addStretch(tally.loss, lossAtBegin, length);
  addStretch(
    tally.seconds,
    tally.waiting + prepare + thaw + move + pace.latency + apply + verify + pace.finish,
    length,
  );
  terms[PREPARE] = (terms[PREPARE] as number) + prepare * length;
  terms[THAW] = (terms[THAW] as number) + thaw * length;
  terms[MOVE] = (terms[MOVE] as number) + move * length;
  terms[LATENCY] = (terms[LATENCY] as number) + pace.latency * length;
  terms[APPLY] = (terms[APPLY] as number) + apply * length;
  terms[VERIFY] = (terms[VERIFY] as number) + verify * length;
  terms[FINISH] = (terms[FINISH] as number) + pace.finish * length;
  tally.time += length;
  tally.bytes += bytes * length;
  const { store } = copy.policy;
  tally.fromStore[store] = (tally.fromStore[store] as number) + bytes * length;
}

/** The mean of each term over the time that was gone through; what is waited for in any case is left. */
export const meanTerms = ({ terms, fixed, time }: RecoveryTally): Float64Array =>
  terms.map((sum, term) => (time > 0 ? sum / time : 0) + (fixed[term] as number));
