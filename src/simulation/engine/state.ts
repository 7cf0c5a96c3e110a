import type { CartridgePool } from '../../model/cartridge-pool.ts';
import type { Arena } from '../arena.ts';
import type { ChainState } from '../chain/chain-state.ts';
import type { SegmentLog } from '../chain/segment-log.ts';
import type { StoreReads } from '../chain/store-reads.ts';
import type { Point } from '../chain/styles.ts';
import type { Plan, StrategyPlan } from '../plan/plan.ts';
import type { Queue } from '../sharing/queue.ts';
import type { Sharing } from '../sharing/sharing.ts';
import type { Accounts, Verification } from './accounts.ts';
import type { Continuous } from './continuous/continuous.ts';
import type { LogsAndReplicas } from './continuous/logs-and-replicas.ts';
import type { Replication } from './draws.ts';
import type { EventList } from './event-list.ts';
import type { Cursors } from './packed/pack.ts';
import type { Protection } from './protection.ts';
import type { SlotQueue, Slots } from './slots.ts';
import type { WindowOutcomes } from './window-outcomes.ts';

/** The state of the simulation of one strategy. */
export interface State {
  readonly plan: Plan;
  readonly strategy: StrategyPlan;
  readonly protections: readonly Protection[];
  /** Cursors over packed protections; null if they are not packed: see `protectionAt`. */
  readonly cursors: Cursors | null;
  readonly sharing: Sharing;
  /** Events at known times. */
  readonly eventList: EventList;
  /** Of each resource what logs and replicas leave of it, in hours that are not throttled. */
  readonly baseCapacity: Float64Array;
  readonly siteSlots: readonly Slots[];
  readonly storeSlots: readonly Slots[];
  /** Slot queues: one for each combination of site, store and slots per job. */
  readonly slotQueues: readonly SlotQueue[];
  /** Jobs that wait in them now, and all that ever did. */
  waiting: number;
  arrivals: number;
  /** Indices of protections whose jobs ended in this event: see `dispatchFollowUps`. */
  readonly ended: number[];
  endings: number;
  /** Jobs that came due but never started. */
  unstarted: number;
  /** The clock: seconds since `base`, the instant at which the current busy period began. */
  now: number;
  base: number;
  /** Jobs that are ready, waiting or under way. */
  busy: number;
  /** Copies that are triggered and not yet due, by the time at which each is. */
  readonly putOff: Queue;
  /**
   * Instant before which only jobs under way cause events: a lone job may run ahead to it (see
   * `uncontended.ts`). -Infinity while other jobs may begin now.
   */
  uncontendedUntil: number;
  /** Number of measurements over all protections: after each run and each separate retention. */
  serial: number;
  /** The measurement after which the chains are copied, and that copy. */
  snapshotAt: number;
  atPeak: readonly ChainState[] | null;
  /** Whether to leave out the files at the end. */
  sumsOnly: boolean;
  /** Triggers skipped because a job was still running; failed backup jobs. */
  skipped: number;
  failed: number;
  readonly unbounded: boolean;
  readonly accounts: Accounts;
  /** What logs and replicas send, and their bytes in the stores. */
  readonly continuous: Continuous;
  readonly logsAndReplicas: LogsAndReplicas;
  readonly windowOutcomes: readonly WindowOutcomes[];
  /** Cartridges of each tape library; null for other stores. */
  readonly pools: readonly (CartridgePool | null)[];
  /** Segment log of each object store; null for other stores. */
  readonly logs: readonly (SegmentLog | null)[];
  /** What copies and checks read from each object store; null for other stores. */
  readonly reads: readonly (StoreReads | null)[];
  /** Shipments to the vault of each store, and the local day or the pick-up of the last one. */
  readonly shipments: Float64Array;
  readonly shippedOn: Float64Array;
  /** The point being made; reused for every point, so that the inner loop allocates nothing. */
  readonly newPoint: Point;
  /** Durations and levels of the jobs that succeeded (see `durations.ts`). */
  readonly durations: Float64Array;
  readonly durationLevels: Uint8Array;
  /** Bytes over each link. */
  readonly traffic: Float64Array;
  readonly verification: Verification;
}

/**
 * Inputs of one run; `values` are the quantities drawn for its future, in base units. `unbounded`
 * lets stores exceed their capacity, to measure how much would be needed.
 */
export interface StateOptions {
  readonly plan: Plan;
  readonly strategy: StrategyPlan;
  readonly values: Float64Array;
  readonly seed: number;
  readonly replication: Replication;
  readonly unbounded: boolean;
  readonly arena: Arena;
  /** Whether to pack the numbers of protections into one array (see `packed/pack.ts`). */
  readonly packs: boolean;
}
