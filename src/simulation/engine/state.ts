import type { CartridgePool } from '../../model/cartridges.ts';
import type { Room } from '../arena.ts';
import type { ChainState } from '../chain/chain-state.ts';
import type { PieceLog } from '../chain/pieces.ts';
import type { Plan, StrategyPlan } from '../plan/plan.ts';
import type { Sharing } from '../sharing/sharing.ts';
import type { Books, Verification } from './accounts.ts';
import type { Future } from './draws.ts';
import type { Agenda } from './event-list.ts';
import type { Beside } from './logs-and-replicas.ts';
import type { Visitors } from './packed/pack.ts';
import type { Guard } from './protection.ts';
import type { Line, Turns } from './slots.ts';
import type { Nights } from './window-outcomes.ts';

/** Everything that changes while one strategy is simulated. */
export interface State {
  readonly plan: Plan;
  readonly strategy: StrategyPlan;
  readonly guards: readonly Guard[];
  /** How the guard with an index is visited: see `guardAt`. */
  readonly visitors: Visitors | null;
  readonly sharing: Sharing;
  /** What is due at a known time. */
  readonly agenda: Agenda;
  readonly baseCapacity: Float64Array;
  readonly siteTurns: readonly Turns[];
  readonly storeTurns: readonly Turns[];
  /** Where jobs wait for turns: a line for each pair of a site and a store that is in use. */
  readonly lines: readonly Line[];
  /** Jobs that wait in them now, and how many ever did. */
  waiting: number;
  arrivals: number;
  /** Whose jobs have ended in the present event, by index, and how many: see `goOn`. */
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
  freeUntil: number;
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
  readonly books: Books;
  /** What logs and replicas take of the stores. */
  readonly beside: Beside;
  readonly nights: readonly Nights[];
  /** Cartridges of each store that is a tape library. */
  readonly pools: readonly (CartridgePool | null)[];
  /** What lay in each store that is an object store. */
  readonly logs: readonly (PieceLog | null)[];
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
  readonly future: Future;
  readonly unbounded: boolean;
  readonly room: Room;
  /** Whether the numbers of protections lie side by side (see `packed/pack.ts`). */
  readonly packs: boolean;
}
