import type { Stream } from '../../random/stream.ts';
import type { Chain } from '../chain/chain.ts';
import type { History } from '../chain/history.ts';
import type { PolicyPlan } from '../plan/policy.ts';
import type { TapePlan } from '../plan/tape.ts';
import type { Flows } from '../sharing/flow-spec.ts';
import type { StoreAccount } from './accounts.ts';
import type { Nights } from './nights.ts';
import type { Sizes } from './size/sizes.ts';
import type { SlotQueue } from './slots.ts';
import type { WindowOutcomes } from './window-outcomes.ts';

/** The runtime state of one protection in one future: its chain, its job and what its jobs need. */
export interface Protection {
  readonly index: number;
  readonly workload: number;
  readonly policy: PolicyPlan;
  /** Shared with others: the slot queue of its site and store, the account of its store. */
  readonly slotQueue: SlotQueue;
  readonly store: StoreAccount;
  /** Occurrences of its window, shared with others; null: jobs may run at any time. */
  readonly windowOutcomes: WindowOutcomes | null;
  readonly sizes: Sizes;
  readonly flows: Flows;
  readonly chain: Chain;
  /** Source bytes and files at the start. */
  readonly size: number;
  readonly files: number;
  readonly scanSeconds: number;
  /** Core seconds to look at all its files, and for all of them if each has changed. */
  readonly walking: number;
  readonly filing: number;

  readonly latency: number;
  readonly failure: number;
  /** Core seconds to check a byte; 0 if nothing is checked. */
  readonly checking: number;
  readonly failureDraws: Stream;
  readonly nights: Nights | null;
  readonly job: Job;
  /**
   * Its sums start at `base` in an array shared by all protections (see `tally.ts`): with thousands
   * of protections, separate objects would cost a cache miss each.
   */
  readonly data: Float64Array;
  readonly base: number;
  /** Where its durations lie in `State.durations` (see `durations.ts`), and how many there are. */
  readonly durationsAt: number;
  readonly durationStep: number;
  durations: number;
  /** If triggers queue: index of the next one to run, and how many have come due. */
  nextTrigger: number;
  dueTriggers: number;
  /** For a copy: the protection whose points it copies. */
  readonly from: Protection | null;
  /** The copies made of its points. */
  readonly copies: Protection[];
  /** For a copy: whether it was triggered while its job was running. */
  again: boolean;
  /** Clock time since which a prune waits for its job to end; -1: none does. */
  pruneDue: number;
  /** For a copy on dates: how often it began while the job still ran whose point it was to take. */
  early: number;
  /** The tape library it writes to, or null, and the slots that a job takes at its store. */
  readonly tape: TapePlan | null;
  readonly drives: number;
  /** Jobs that failed. */
  failed: number;
  /** Times and restore sizes of its points; null if the plan has no disasters. */
  readonly history: History | null;
  runs: number;
  lastLevel: number;
  lastTime: number;
  /** Instant of the last run that found nothing changed; NaN: none. */
  seenTime: number;
  lastRun: number;
  lastFullTime: number;
  lastFullRun: number;
  /** Bytes of the last full and of the differentials since, and the number of these. */
  cycleBytes: number;
  differentials: number;
  /** Recommended workspace in bytes. */
  workspace: number;
  /** Bytes that prunes left unused, those of the packs that they lie in, and all that prunes freed. */
  unused: number;
  scattered: number;
  freed: number;
  /** Files in the store, and fulls among them. */
  kept: number;
  fulls: number;
  /** Longest time between two points in seconds, and the instant of the first of the two. */
  gap: number;
  gapSince: number;
  /** The same without gaps that seeding leaves (see `schedule-record.ts`). */
  gapOnceSeeded: number;
  gapOnceSeededSince: number;
  /** Runs that came due, and those that left no point; when the first was due, and why. */
  due: number;
  missed: number;
  firstMiss: number;
  missReason: number;
  /** Instant at which its seeding was over, or NaN; runs that came due in it and were left out. */
  seededAt: number;
  seedSkips: number;
  /** If triggers queue: how many had come due when its first point was there; -1 before. */
  seedTriggers: number;
  firstSkip: number;
  /** Greatest age of the newest point in seconds. */
  worstAge: number;
}

/** The current job of a protection, or the last one; there is one at a time. */
export interface Job {
  busy: boolean;
  /** Whether it holds its slots and is under way. */
  started: boolean;
  /** Counters of jobs and attempts over all jobs: an event that carries an older number is void. */
  number: number;
  attempt: number;
  attempts: number;
  level: number;
  occurrence: number;
  /** Clock time (see `State.now`) at which it became ready, and instant at which it started. */
  ready: number;
  start: number;
  /** Time and run number of the point it makes: its own, or those of the point it copies. */
  time: number;
  run: number;
  source: number;
  read: number;
  store: number;
  need: number;
  ratio: number;
  /** Core seconds for its files, a source byte that it reads. */
  effort: number;
  phase: number;
  phaseStart: number;
  moveStart: number;
  amount: number;
  /** Index of the class of the current flow, or -1. */
  class: number;
  /** Share of its bytes that fits into the store; Infinity: all of them fit. */
  fitShare: number;
  fails: boolean;
  /** Whether the job that ended last succeeded. */
  succeeded: boolean;
  reserved: number;
  wait: number;
  /** Seconds after the last byte to put the cartridge away. */
  after: number;
  /** Of a prune: bytes that stay unused. */
  left: number;
}

/** Instant up to which the newest point is known to be up to date; NaN: there is no point. */
export const newestTime = ({ lastTime, seenTime }: Protection): number =>
  seenTime > lastTime ? seenTime : lastTime;

/** Notes that the newest point is still up to date, in all copies that hold it as well. */
export function seenUnchanged(protection: Protection, time: number): void {
  protection.seenTime = time;
  for (let c = 0; c < protection.copies.length; c++) {
    const copy = protection.copies[c] as Protection;
    if (copy.lastTime === protection.lastTime) seenUnchanged(copy, time);
  }
}

/** A protection and all copies that go back to it. */
export function copiesOf(protection: Protection): readonly Protection[] {
  return [protection, ...protection.copies.flatMap(copiesOf)];
}

/** A job that has not begun. */
export const newJob = (): Job => ({
  busy: false,
  started: false,
  number: 0,
  attempt: 0,
  attempts: 0,
  level: 0,
  occurrence: -1,
  ready: 0,
  start: 0,
  time: 0,
  run: 0,
  source: 0,
  read: 0,
  store: 0,
  need: 0,
  ratio: 0,
  effort: 0,
  phase: 0,
  phaseStart: 0,
  moveStart: 0,
  amount: 0,
  class: -1,
  fitShare: Infinity,
  fails: false,
  succeeded: false,
  reserved: 0,
  wait: 0,
  after: 0,
  left: 0,
});
