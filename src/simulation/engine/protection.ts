import type { Stream } from '../../random/stream.ts';
import type { Chain } from '../chain/chain.ts';
import type { History } from '../chain/history.ts';
import type { PolicyPlan } from '../plan/policy.ts';
import type { TapePlan } from '../plan/tape.ts';
import type { Flows } from '../sharing/flow-spec.ts';
import type { StoreAccount } from './accounts.ts';
import type { Sizes } from './sizes.ts';
import type { SlotQueue } from './slots.ts';
import type { WindowOutcomes } from './window-outcomes.ts';

/** One protection in one future, with its chain and everything its jobs need. */
export interface Protection {
  readonly index: number;
  readonly workload: number;
  readonly policy: PolicyPlan;
  /** What it shares with others: the line for turns at its site, that of the workload, and at its
   * store; the books of its store. */
  readonly slotQueue: SlotQueue;
  readonly store: StoreAccount;
  /** The nights of its window, which others may share; null where it may run at any time. */
  readonly windowOutcomes: WindowOutcomes | null;
  readonly sizes: Sizes;
  readonly flows: Flows;
  readonly chain: Chain;
  /** Source bytes and files at the start. */
  readonly size: number;
  readonly files: number;
  readonly scanSeconds: number;
  readonly latency: number;
  readonly failure: number;
  /** Core seconds that checking a byte takes; 0 where nothing is checked. */
  readonly checking: number;
  readonly failureDraws: Stream;
  readonly job: Job;
  /**
   * Where its sums begin in the array that all guards share (see `tally.ts`): with thousands of
   * them, objects of their own would each cost a wait for the memory.
   */
  readonly data: Float64Array;
  readonly base: number;
  /** Where the times of its jobs stand in those of the state (see `durations.ts`), and how many. */
  readonly durationsAt: number;
  readonly durationStep: number;
  durations: number;
  /** Where jobs queue: the next trigger to be run, and how many have come due. */
  nextTrigger: number;
  dueTriggers: number;
  /** For a copy: whose points it copies. */
  readonly from: Protection | null;
  /** Those that copy its points. */
  readonly copies: Protection[];
  /** For a copy: whether another point has come while it was under way. */
  again: boolean;
  /** The library it writes to, if it does, and the turns that a job takes at its store. */
  readonly tape: TapePlan | null;
  readonly drives: number;
  /** Jobs that failed. */
  failed: number;
  /** Where the times of its points are kept, where somebody asks for them. */
  readonly history: History | null;
  runs: number;
  lastLevel: number;
  lastTime: number;
  /** Instant at which nothing had changed since then; NaN: none. */
  seenTime: number;
  lastRun: number;
  lastFullTime: number;
  lastFullRun: number;
  workspace: number;
  /** Files in the store, and fulls among them. */
  kept: number;
  fulls: number;
  gap: number;
  worstAge: number;
}

/** The job of a protection that is under way, or the last one; a protection has one at a time. */
export interface Job {
  busy: boolean;
  /** Whether it has its turn at site and store, and is under way. */
  started: boolean;
  /** Counts the jobs that can be cut off, and the attempts: what is due for an older one is void. */
  number: number;
  attempt: number;
  attempts: number;
  level: number;
  occurrence: number;
  /** Local time at which it was ready, and instant at which it started. */
  ready: number;
  start: number;
  /** Instant and number of the run that its point will hold: its own, or those of what it copies. */
  time: number;
  run: number;
  source: number;
  read: number;
  store: number;
  need: number;
  ratio: number;
  phase: number;
  phaseStart: number;
  moveStart: number;
  amount: number;
  /** The number of the class of the flow under way, or -1. */
  class: number;
  /** Share of the move after which the store is full; above 1: there is room. */
  fitShare: number;
  fails: boolean;
  /** Whether the job that ended last made a point. */
  succeeded: boolean;
  reserved: number;
  wait: number;
  /** Seconds after the last byte until a cartridge is put away. */
  after: number;
}

/** The instant up to which the newest point holds all that there is. */
export const newestTime = ({ lastTime, seenTime }: Protection): number =>
  seenTime > lastTime ? seenTime : lastTime;

/** A protection and all copies that go back to it. */
export function copiesOf(protection: Protection): readonly Protection[] {
  return [protection, ...protection.copies.flatMap(copiesOf)];
}
