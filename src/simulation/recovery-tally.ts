import type { History } from './chain/history.ts';
import { changePerSecond } from './change-rate.ts';
import type { DisasterPlan } from './disaster-plan.ts';
import type { Guard } from './guard.ts';
import type { Plan } from './plan.ts';
import { moveSeconds, type RestorePace, thawSeconds } from './restore-pace.ts';
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

/** The place of each term. */
export const [
  NOTICE,
  DECIDE,
  PROVISION,
  PEOPLE,
  PREPARE,
  THAW,
  MOVE,
  LATENCY,
  APPLY,
  VERIFY,
  FINISH,
] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;

/** What adds up while the instants of a disaster are gone through. */
export interface RecoveryTally {
  readonly fixed: Float64Array;
  /** Seconds for which damage was there before it showed: points of that time are bad. */
  readonly silent: number;
  /** What is lost counts from the damage (a table that was dropped) and not until it showed. */
  readonly untilDamage: boolean;
  /** Bytes of log a second, and the seconds that one of them takes to be applied. */
  readonly logging: number;
  readonly applying: number;
  readonly loss: Stretches;
  readonly seconds: Stretches;
  readonly terms: Float64Array;
  time: number;
  bytes: number;
  /** Bytes × seconds that would be read from each store. */
  readonly fromStore: Float64Array;
}

/** Nothing added up yet: the fixed terms of one disaster, and what it makes of time. */
export function newTally(
  plan: Plan,
  disaster: DisasterPlan,
  guard: Guard,
  values: Float64Array,
): RecoveryTally {
  const value = (parameter: number | null): number =>
    parameter === null ? 0 : (values[parameter] as number);
  const { scope } = disaster;
  const fixed = new Float64Array(RECOVERY_TERMS.length);
  fixed[NOTICE] = value(disaster.noticed);
  fixed[DECIDE] = value(disaster.decide);
  fixed[PROVISION] = value(disaster.provision);
  fixed[PEOPLE] = guard.policy.handOver;
  const isSilent =
    scope.kind === 'workload' || scope.kind === 'corruption' || scope.kind === 'online';
  const { log } = guard.policy;
  const applies = log !== null && logSurvives(plan, disaster, guard);
  return {
    fixed,
    silent: isSilent ? value(disaster.dwell) + value(disaster.noticed) : 0,
    untilDamage: scope.kind === 'workload',
    logging: applies ? log.volume * changePerSecond(plan, guard) : 0,
    applying: applies ? 1 / log.apply : 0,
    loss: newStretches(1),
    seconds: newStretches(0),
    terms: new Float64Array(RECOVERY_TERMS.length),
    time: 0,
    bytes: 0,
    fromStore: new Float64Array(plan.stores.length),
  };
}

/** Adds a stretch of time in which the point of one run would be restored, from one copy. */
export function bookStretch(
  tally: RecoveryTally,
  { history, policy }: Guard,
  pace: RestorePace,
  { begin, end, run }: { readonly begin: number; readonly end: number; readonly run: number },
): void {
  const { time, usable, reads, source, pieces } = history as History;
  const { terms, fixed } = tally;
  const length = end - begin;
  const point = time[run] as number;
  const bytes = reads[run] as number;
  const since = begin - point - (tally.untilDamage ? tally.silent : 0);
  addStretch(tally.loss, since, length);
  let seconds = 0;
  const book = (term: number, value: number): void => {
    terms[term] = (terms[term] as number) + value * length;
    seconds += value;
  };
  for (let term = NOTICE; term <= PEOPLE; term++) book(term, fixed[term] as number);
  book(PREPARE, pace.prepare + pace.perPiece * ((pieces[run] as number) - 1));
  book(THAW, thawSeconds(pace, begin + length / 2 - (usable[run] as number)));
  book(MOVE, moveSeconds(pace, bytes, source[run] as number));
  book(LATENCY, pace.latency);
  book(APPLY, tally.applying * tally.logging * (since + length / 2));
  book(VERIFY, (source[run] as number) * pace.verifying);
  book(FINISH, pace.finish);
  addStretch(tally.seconds, seconds, length);
  tally.time += length;
  tally.bytes += bytes * length;
  tally.fromStore[policy.store] = (tally.fromStore[policy.store] as number) + bytes * length;
}
