import type { History } from '../chain/history.ts';
import { changePerSecond } from '../engine/change-rate.ts';
import type { Protection } from '../engine/protection.ts';
import type { CloudPlan } from '../plan/cloud.ts';
import type { DisasterPlan } from '../plan/disaster.ts';
import type { Plan } from '../plan/plan.ts';
import type { Points } from './newest-point.ts';
import { addByClass } from './restore-classes.ts';
import { moveSeconds, type RestorePace, thawSeconds } from './restore-pace.ts';
import { fullFor, type ReverseReads } from './reverse-reads.ts';
import { addStretch, newStretches, type Stretches } from './stretches.ts';
import { logSurvives } from './survival.ts';

/** The terms of the time until work resumes, in order. */
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

/** Index of the time to notice. */
export const NOTICE = 0;
/** Index of the time to decide. */
export const DECIDE = 1;
const PROVISION = 2;
/** Index of the time that people need, the last term that does not depend on the point restored. */
export const PEOPLE = 3;
/** Index of the fixed times of tool and media. */
export const PREPARE = 4;
const [THAW, MOVE, LATENCY, APPLY, VERIFY, FINISH] = [5, 6, 7, 8, 9, 10] as const;

/** A copy of a workload to restore from, with everything that does not depend on the disaster. */
export interface Source {
  readonly copy: Protection;
  /** Its object store, and whether a restore takes the bytes out of its site. */
  readonly cloud: CloudPlan | null;
  readonly leaves: boolean;
  readonly pace: RestorePace;
  readonly points: Points;
  /** The run number of each point. */
  readonly runs: Int32Array;
  /** For style reverse: what older points need in addition; null for other styles. */
  readonly reverse: ReverseReads | null;
  /** Probability that a file of its newest chain is silently bad. */
  readonly broken: number;
}

/** Sums over all instants at which a disaster may come. */
export interface RecoveryTally {
  /** Seconds of the terms that do not depend on the point restored, and their sum. */
  readonly fixed: Float64Array;
  readonly waiting: number;
  /** Seconds from the damage until it is noticed: points made in that time are bad. */
  readonly silent: number;
  /** Seconds of these that are no lost work: when one table was dropped, the rest went on. */
  readonly spared: number;
  /** Seconds to apply one second of log; 0 without a surviving log. */
  readonly applying: number;
  /** Lost work, and time until work resumes, as functions of the instant of the disaster. */
  readonly loss: Stretches;
  readonly seconds: Stretches;
  /** Integrals over the time: of each term in seconds, of the bytes read. */
  readonly terms: Float64Array;
  time: number;
  bytes: number;
  /** By store: the bytes by class in which they lie then, and those that leave the site. */
  readonly fromClasses: readonly Float64Array[];
  readonly leaving: Float64Array;
}

/** Reused for every disaster: with an interval for each point they are large. */
const loss = newStretches(1);
const seconds = newStretches(0);

const emptied = (all: Stretches): Stretches => {
  all.count = 0;
  return all;
};

/**
 * Starts the sums of one disaster with its fixed terms. Invalidates the tally made before, which
 * shares its buffers.
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
    fromClasses: noneByClass(plan),
    leaving: new Float64Array(plan.stores.length),
  };
}

/** Adds an interval of time in which a disaster leads to the restore of one point of one copy. */
export function tallyStretch(
  tally: RecoveryTally,
  { copy, cloud, leaves, pace, runs, points, reverse }: Source,
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
  if (cloud) {
    const { store } = copy.policy;
    const sums = tally.fromClasses[store] as Float64Array;
    addByClass(sums, cloud, copy.history as History, { run, begin, end, bytes });
    if (leaves) tally.leaving[store] = (tally.leaving[store] as number) + bytes * length;
  }
}

/** For each store so many zeros as it has classes. */
export const noneByClass = ({ stores }: Plan): readonly Float64Array[] =>
  Array.from(stores, ({ cloud }) => new Float64Array(cloud ? cloud.transitions.length + 1 : 0));

/** Mean of each term over the time added; the fixed terms alone if there was none. */
export const meanTerms = ({ terms, fixed, time }: RecoveryTally): Float64Array =>
  terms.map((sum, term) => (time > 0 ? sum / time : 0) + (fixed[term] as number));
