import type { Stream } from '../random/stream.ts';
import { type Agenda, newAgenda } from './agenda.ts';
import { type Books, newBooks } from './books.ts';
import type { Chain } from './chain/chain.ts';
import { capacitiesOf, type FlowSpec, type Flows } from './flow-spec.ts';
import { type Heaps, newHeaps } from './heap.ts';
import { newGuard } from './new-guard.ts';
import type { Plan, ProtectionPlan, StrategyPlan } from './plan.ts';
import type { ChainState, Tally } from './run.ts';
import { newSharing, type Sharing } from './sharing.ts';
import type { Sizes } from './sizes.ts';
import type { Future } from './values.ts';

/** One protection in one future, with its chain and everything its jobs need. */
export interface Guard {
  readonly index: number;
  /** The site at which its jobs run: that of the workload. */
  readonly site: number;
  readonly plan: ProtectionPlan;
  readonly sizes: Sizes;
  readonly flows: Flows;
  readonly chain: Chain;
  readonly tallies: readonly Tally[];
  readonly scanSeconds: number;
  readonly perFile: number;
  readonly latency: number;
  readonly failure: number;
  readonly luck: Stream;
  readonly job: Job;
  /** Where jobs queue: the next trigger to be run, and how many have come due. */
  nextTrigger: number;
  dueTriggers: number;
  /** Whether queued jobs are being started. */
  starting: boolean;
  runs: number;
  lastTime: number;
  lastRun: number;
  lastFullTime: number;
  lastFullRun: number;
  workspace: number;
  files: number;
  fulls: number;
  /** Bytes that the last retention merged, a forecast of what the next will. */
  merged: number;
  gap: number;
  worstAge: number;
}

/** The job of a protection that is under way, or the last one; a protection has one at a time. */
export interface Job {
  busy: boolean;
  /** Counts the jobs that can be cut off, and the attempts: what is due for an older one is void. */
  number: number;
  attempt: number;
  attempts: number;
  level: number;
  night: number;
  /** Local time at which it was ready, and instant at which it started. */
  ready: number;
  start: number;
  source: number;
  read: number;
  store: number;
  need: number;
  ratio: number;
  phase: number;
  phaseStart: number;
  moveStart: number;
  amount: number;
  /** Class of the flow under way, or -1. */
  class: number;
  /** Share of the move after which the store is full; above 1: there is room. */
  room: number;
  fails: boolean;
  reserved: number;
  wait: number;
  readonly terms: Float64Array;
  readonly heldBefore: Float64Array;
}

/** Everything that changes while one strategy is simulated. */
export interface State {
  readonly plan: Plan;
  readonly strategy: StrategyPlan;
  readonly guards: readonly Guard[];
  readonly sharing: Sharing;
  readonly heaps: Heaps;
  readonly agenda: Agenda;
  readonly baseCapacity: Float64Array;
  readonly siteFree: Float64Array;
  readonly storeFree: Float64Array;
  /** Jobs that wait for a turn, in order. */
  readonly waiting: number[];
  /** Whether they are being called, and whether a turn came free meanwhile. */
  calling: boolean;
  callAgain: boolean;
  /** Seconds since `base`, the instant at which the present busy period began. */
  now: number;
  base: number;
  busy: number;
  /** Retentions so far, over all protections. */
  serial: number;
  /** The number of the retention after which the chains are kept, and the chains then. */
  snapshotAt: number;
  atPeak: readonly ChainState[] | null;
  skipped: number;
  failed: number;
  readonly unbounded: boolean;
  readonly books: Books;
  readonly nights: readonly Nights[];
  readonly durations: readonly Float64Array[];
  readonly durationLevels: readonly Uint8Array[];
  readonly durationCounts: Int32Array;
  readonly traffic: Float64Array;
  readonly verification: { count: number; seconds: number; bytes: number };
}

/** By occurrence of one window: whether jobs ran in it, and whether one did not fit. */
export interface Nights {
  readonly seen: Uint8Array;
  readonly missed: Uint8Array;
}

export interface StateOptions {
  readonly plan: Plan;
  readonly strategy: StrategyPlan;
  readonly values: Float64Array;
  readonly seed: number;
  readonly future: Future;
  readonly unbounded: boolean;
}

export function newState(options: StateOptions): State {
  const { plan, strategy, values } = options;
  const shared = new Map<string, FlowSpec>();
  const guards = strategy.protections.map((protection, index) =>
    newGuard(options, protection, index, shared),
  );
  const capacity = capacitiesOf(plan, values);
  const sharing = newSharing(plan.resources.length, guards.length + 1);
  sharing.capacity.set(capacity);
  return {
    plan,
    strategy,
    guards,
    sharing,
    heaps: newHeaps(guards.length),
    agenda: newAgenda(2 * guards.length + 16),
    baseCapacity: capacity,
    siteFree: Float64Array.from(plan.sites, ({ jobs }) => jobs),
    storeFree: Float64Array.from(plan.stores, ({ jobs }) => jobs),
    waiting: [],
    calling: false,
    callAgain: false,
    now: 0,
    base: plan.start,
    busy: 0,
    serial: 0,
    snapshotAt: -1,
    atPeak: null,
    skipped: 0,
    failed: 0,
    unbounded: options.unbounded,
    books: newBooks(plan),
    nights: strategy.openings.map(({ opens }) => ({
      seen: new Uint8Array(opens.length),
      missed: new Uint8Array(opens.length),
    })),
    durations: guards.map(({ plan: { group } }) => new Float64Array(triggers(strategy, group))),
    durationLevels: guards.map(({ plan: { group } }) => new Uint8Array(triggers(strategy, group))),
    durationCounts: new Int32Array(guards.length),
    traffic: new Float64Array(plan.links.length),
    verification: { count: 0, seconds: 0, bytes: 0 },
  };
}

const triggers = ({ groups }: StrategyPlan, group: number): number =>
  groups[group]?.times.length ?? 0;
