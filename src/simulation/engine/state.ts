import type { CartridgePool } from '../../model/cartridges.ts';
import type { Arena } from '../arena.ts';
import type { ChainState } from '../chain/chain-state.ts';
import type { SegmentLog } from '../chain/segments.ts';
import type { Plan, StrategyPlan } from '../plan/plan.ts';
import type { Sharing } from '../sharing/sharing.ts';
import type { Accounts, Verification } from './accounts.ts';
import type { Replication } from './draws.ts';
import type { EventList } from './event-list.ts';
import type { LogsAndReplicas } from './logs-and-replicas.ts';
import type { Cursors } from './packed/pack.ts';
import type { Protection } from './protection.ts';
import type { SlotQueue, Slots } from './slots.ts';
import type { WindowOutcomes } from './window-outcomes.ts';

/** Everything that changes while one strategy is simulated. */
export interface State {
  readonly plan: Plan;
  readonly strategy: StrategyPlan;
  readonly protections: readonly Protection[];
  /** How the guard with an index is visited: see `protectionAt`. */
  readonly cursors: Cursors | null;
  readonly sharing: Sharing;
  /** What is due at a known time. */
  readonly eventList: EventList;
  readonly baseCapacity: Float64Array;
  readonly siteSlots: readonly Slots[];
  readonly storeSlots: readonly Slots[];
  /** Where jobs wait for turns: a line for each pair of a site and a store that is in use. */
  readonly slotQueues: readonly SlotQueue[];
  /** Jobs that wait in them now, and how many ever did. */
  waiting: number;
  arrivals: number;
  /** Whose jobs have ended in the present event, by index, and how many: see `dispatchFollowUps`. */
  readonly ended: number[];
  endings: number;
  /** Jobs that were due and had not begun at the end. */
  unstarted: number;
  /** Seconds since `base`, the instant at which the present busy period began. */
  now: number;
  base: number;
  busy: number;
  /**
   * The instant before which nothing comes that is not done by jobs under way: a job that is alone
   * goes on up to there by itself (see `uncontended.ts`). -Infinity while others may be due at once.
   */
  uncontendedUntil: number;
  /** How often there was something to measure, over all protections: runs, and retentions apart. */
  serial: number;
  /** The number of the measure after which the chains are kept, and the chains then. */
  snapshotAt: number;
  atPeak: readonly ChainState[] | null;
  /** Whether nobody asks for the files at the end. */
  sumsOnly: boolean;
  skipped: number;
  failed: number;
  readonly unbounded: boolean;
  readonly accounts: Accounts;
  /** What logs and replicas take of the stores. */
  readonly logsAndReplicas: LogsAndReplicas;
  readonly windowOutcomes: readonly WindowOutcomes[];
  /** Cartridges of each store that is a tape library. */
  readonly pools: readonly (CartridgePool | null)[];
  /** What lay in each store that is an object store. */
  readonly logs: readonly (SegmentLog | null)[];
  /** Bytes that copies and checks read from each store, and those of them that left its site. */
  readonly reads: Float64Array;
  readonly leaves: Float64Array;
  /** Bytes that went to another store of the same provider. */
  readonly moves: Float64Array;
  /** Shipments to the vault of each store, and the local day of the last one. */
  readonly shipments: Float64Array;
  readonly shippedOn: Float64Array;
  /** Seconds and levels of the jobs that ended well (see `durations.ts`). */
  readonly durations: Float64Array;
  readonly durationLevels: Uint8Array;
  readonly traffic: Float64Array;
  readonly verification: Verification;
}

/**
 * What one run is played with: `values` are the quantities drawn for its future, in base units.
 * `unbounded` lets stores take in more than they hold, to find out how much there would be.
 */
export interface StateOptions {
  readonly plan: Plan;
  readonly strategy: StrategyPlan;
  readonly values: Float64Array;
  readonly seed: number;
  readonly replication: Replication;
  readonly unbounded: boolean;
  readonly arena: Arena;
  /** Whether the numbers of protections lie side by side (see `packed/pack.ts`). */
  readonly packs: boolean;
}
