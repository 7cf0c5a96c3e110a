import type { History } from '../chain/history.ts';
import type { Protection } from '../engine/protection.ts';
import { isSeeded } from '../engine/schedule-record.ts';
import type { DisasterPlan } from '../plan/disaster.ts';
import type { Plan } from '../plan/plan.ts';
import { recoveryLimit } from '../plan/recovery-limit.ts';
import type { Following } from './following.ts';
import { validFrom } from './newest-point.ts';
import { addByClass } from './restore-classes.ts';
import { logSourceOf, type Source } from './source.ts';
import { addStretch, newStretches, type Stretches } from './stretches.ts';
import { logSurvives } from './survival.ts';
import { measureWayBack, newWayBack, type Waiting } from './way-back.ts';

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
/** Index of the time until archived objects can be read. */
export const THAW = 5;
const [MOVE, LATENCY, APPLY, VERIFY, FINISH] = [6, 7, 8, 9, 10] as const;

/** Sums over all instants at which a disaster may come. */
export interface RecoveryTally extends Waiting {
  /** Seconds of the terms that do not depend on the point restored. */
  readonly fixed: Float64Array;
  /** Seconds from the damage until it is noticed: points made in that time are bad. */
  readonly silent: number;
  /** Lost work, and time until work resumes, as functions of the instant of the disaster. */
  readonly loss: Stretches;
  readonly seconds: Stretches;
  /** Integrals over the time: of each term in seconds, of the bytes read. */
  readonly terms: Float64Array;
  time: number;
  bytes: number;
  /** The copy that every restore is from; null: there are several; undefined: none yet. */
  only: Source | null | undefined;
  /** The least seconds of a courier and a thaw; Infinity before anything is restored. */
  fetching: number;
  /** By store: the bytes by class in which they lie then, and those that leave the site. */
  readonly fromClasses: readonly Float64Array[];
  readonly leaving: Float64Array;
  /** From when on all copies are seeded: seconds since, and those of them without a good point. */
  readonly seeded: number;
  judged: number;
  bare: number;
  /** The restore that takes longest since: seconds, instant of the disaster, copy and point. */
  longest: number;
  longestAt: number;
  longestFrom: Source | null;
  longestPoint: number;
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
 *
 * @param copies those of which something survives.
 */
export function newTally(
  plan: Plan,
  disaster: DisasterPlan,
  {
    protection,
    following: { log, changes },
    values,
  }: {
    readonly protection: Protection;
    readonly following: Following;
    readonly values: Float64Array;
  },
  copies: readonly Source[],
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
  const rpo = recoveryLimit(plan, 'rpo', protection.workload, plan.disasters.indexOf(disaster));
  // What an RPO allows to be lost may be waited for.
  const patience = rpo === Infinity ? 0 : rpo;
  const late = begunLate(copies, patience);
  const isApplied = log && changes && logSurvives(plan, disaster, protection);
  return {
    fixed,
    waiting: fixed.reduce((sum, term) => sum + term, 0),
    silent,
    spared: kind === 'workload' ? silent : 0,
    logged: isApplied ? logSourceOf(plan, protection, log, changes, values) : null,
    loss: emptied(loss),
    seconds: emptied(seconds),
    terms: new Float64Array(RECOVERY_TERMS.length),
    time: 0,
    bytes: 0,
    only: undefined,
    fetching: Infinity,
    fromClasses: noneByClass(plan),
    leaving: new Float64Array(plan.stores.length),
    seeded: seededFrom(plan, copies, silent, patience),
    judged: late,
    bare: late,
    longest: -Infinity,
    longestAt: Number.NaN,
    longestFrom: null,
    longestPoint: -1,
  };
}

/** Adds the log that is read back; it is young, so it lies in the first class. */
function tallyLog({ logged, fromClasses, leaving }: RecoveryTally, log: number, length: number) {
  if (!logged?.cloud) return;
  const { store, leaves } = logged;
  const bytes = log * length;
  const sums = fromClasses[store] as Float64Array;
  sums[0] = (sums[0] as number) + bytes;
  if (leaves) leaving[store] = (leaving[store] as number) + bytes;
}

/** Seconds before any copy is begun, where all are begun too late: then there is nothing to restore. */
const begunLate = (copies: readonly Source[], patience: number): number =>
  copies.reduce(
    (least, { copy: { policy } }) => Math.min(least, policy.lateBy > patience ? policy.lateBy : 0),
    copies.length > 0 ? Infinity : 0,
  );

/**
 * Instant from which every copy is seeded and has a good point; copies that never have one are left
 * out, and so are those that are begun late: nobody waits for them.
 */
const seededFrom = (
  { end }: Plan,
  copies: readonly Source[],
  silent: number,
  patience: number,
): number =>
  copies.reduce((last, { copy, points }) => {
    const first = validFrom({ points, silent, held: Infinity }, 0);
    if (first >= end || copy.policy.lateBy > patience) return last;
    return Math.max(last, isSeeded(copy) ? copy.seededAt : first, first);
  }, -Infinity);

/** Adds an interval of time in which there is no good point. */
export function tallyBare(tally: RecoveryTally, begin: number, end: number): void {
  const since = Math.max(begin, tally.seeded);
  if (since >= end) return;
  tally.judged += end - since;
  tally.bare += end - since;
}

const taken = newWayBack();

/** Adds an interval of time in which a disaster leads to the restore of one point of one copy. */
export function tallyStretch(
  tally: RecoveryTally,
  source: Source,
  begin: number,
  end: number,
  index: number,
): void {
  measureWayBack(taken, tally, source, begin, end, index);
  const { terms } = tally;
  const { bytes, seconds: until } = taken;
  const length = end - begin;
  addStretch(tally.loss, taken.age, length);
  addStretch(tally.seconds, until, length);
  terms[PREPARE] = (terms[PREPARE] as number) + taken.prepare * length;
  terms[THAW] = (terms[THAW] as number) + taken.thaw * length;
  terms[MOVE] = (terms[MOVE] as number) + taken.move * length;
  terms[LATENCY] = (terms[LATENCY] as number) + taken.latency * length;
  terms[APPLY] = (terms[APPLY] as number) + taken.apply * length;
  terms[VERIFY] = (terms[VERIFY] as number) + taken.verify * length;
  terms[FINISH] = (terms[FINISH] as number) + taken.finish * length;
  tally.fetching = Math.min(tally.fetching, taken.fetching);
  tally.time += length;
  tally.bytes += bytes * length;
  if (tally.only !== source) tally.only = tally.only === undefined ? source : null;
  const { cloud, copy, runs, leaves } = source;
  if (cloud) {
    const { store } = copy.policy;
    const run = runs[index] as number;
    const sums = tally.fromClasses[store] as Float64Array;
    if (cloud.transitions.length === 0) sums[0] = (sums[0] as number) + bytes * length;
    else addByClass(sums, cloud, copy.history as History, { run, begin, end, bytes });
    if (leaves) tally.leaving[store] = (tally.leaving[store] as number) + bytes * length;
  }
  tallyLog(tally, taken.log, length);
  if (end <= tally.seeded) return;
  tally.judged += end - Math.max(begin, tally.seeded);
  if (until > tally.longest) {
    tally.longest = until;
    tally.longestAt = begin;
    tally.longestFrom = source;
    tally.longestPoint = index;
  }
}

/** For each store so many zeros as it has classes. */
export const noneByClass = ({ stores }: Plan): readonly Float64Array[] =>
  Array.from(stores, ({ cloud }) => new Float64Array(cloud ? cloud.transitions.length + 1 : 0));

/** Mean of each term over the time added; the fixed terms alone if there was none. */
export const meanTerms = ({ terms, fixed, time }: RecoveryTally): Float64Array =>
  terms.map((sum, term) => (time > 0 ? sum / time : 0) + (fixed[term] as number));
