import { type CartridgePool, newPool } from '../model/cartridges.ts';
import { type Agenda, newAgenda } from './agenda.ts';
import { type Beside, newBeside } from './beside.ts';
import { type Books, newBooks } from './books.ts';
import { newPieceLog, type PieceLog } from './chain/pieces.ts';
import { reserveContinuous } from './continuous.ts';
import { capacitiesOf } from './flow-spec.ts';
import type { Guard } from './guard.ts';
import { drivesOf, mostJobs, newGuards, startOf } from './new-guard.ts';
import { type Nights, newNights } from './nights.ts';
import { packed, unpacked, type Visitors } from './packed/pack.ts';
import type { Plan, StrategyPlan } from './plan.ts';
import { type Room, take, takeBytes } from './room.ts';
import type { ChainState, Verification } from './run.ts';
import { newSharing, type Sharing } from './sharing.ts';
import type { TapePlan } from './tape-plan.ts';
import { type Line, newLine, newTurns, type Turns } from './turns.ts';
import type { Future } from './values.ts';
import type { WorkloadPlan } from './workload-plan.ts';

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
   * goes on up to there by itself (see `alone.ts`). -Infinity while others may be due at once.
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

/** The state at the start of the horizon: no job has come due, all stores are empty. */
export function newState(options: StateOptions): State {
  const { plan, strategy, values, room } = options;
  const siteTurns = Array.from(plan.sites, newTurns);
  const storeTurns = Array.from(plan.stores, newTurns);
  const books = newBooks(plan);
  const nights = Array.from(strategy.openings, newNights);
  const lines = linesOf(options, siteTurns, storeTurns);
  const pools = Array.from(plan.stores, ({ tape, cost }) =>
    tape ? poolOf(tape, options.unbounded || cost.step > 0) : null,
  );
  const logs = Array.from(plan.stores, ({ cloud }) => (cloud ? newPieceLog(room) : null));
  const made = newGuards(options, { lines, siteTurns, storeTurns, books, nights, pools, logs });
  const { guards, visitors } = options.packs ? packed(made, room) : unpacked(made);
  const jobs = mostJobs(strategy).reduce((sum, most) => sum + most, 0);
  const capacity = capacitiesOf(plan, values);
  const traffic = new Float64Array(plan.links.length);
  reserveContinuous(plan, guards, capacity, traffic);
  return {
    plan,
    strategy,
    guards,
    visitors,
    siteTurns,
    storeTurns,
    lines,
    books,
    beside: newBeside(plan, guards, books),
    nights,
    pools,
    logs,
    reads: new Float64Array(plan.stores.length),
    leaves: new Float64Array(plan.stores.length),
    moves: new Float64Array(plan.stores.length),
    shipments: new Float64Array(plan.stores.length),
    shippedOn: new Float64Array(plan.stores.length).fill(Number.NaN),
    sharing: newSharing(capacity),
    agenda: newAgenda(2 * guards.length + 16, room),
    baseCapacity: capacity,
    waiting: 0,
    arrivals: 0,
    ended: [],
    endings: 0,
    unstarted: 0,
    now: 0,
    base: plan.start,
    busy: 0,
    freeUntil: -Infinity,
    serial: 0,
    snapshotAt: -1,
    atPeak: null,
    sumsOnly: false,
    skipped: 0,
    failed: 0,
    unbounded: options.unbounded,
    durations: take(room, jobs),
    durationLevels: takeBytes(room, jobs),
    traffic,
    verification: { count: 0, seconds: 0, bytes: 0, coreSeconds: 0, exposure: 0 },
  };
}

/** More cartridges than anybody buys, to see how many are needed. */
const BOUNDLESS = 65_536;

const poolOf = ({ cartridge, slots, newEachSet }: TapePlan, unbounded: boolean): CartridgePool =>
  newPool({
    capacity: cartridge,
    slots: unbounded ? Math.max(slots, BOUNDLESS) : slots,
    newCartridgeEachSet: newEachSet,
  });

function linesOf(
  { plan, strategy }: StateOptions,
  sites: readonly Turns[],
  stores: readonly Turns[],
): readonly Line[] {
  const lines: Line[] = [];
  for (const { workload, policy } of strategy.protections) {
    const site = sites[startOf(plan, policy, plan.workloads[workload] as WorkloadPlan)] as Turns;
    const store = stores[policy.store] as Turns;
    const drives = drivesOf(plan, policy);
    const isSame = (line: Line): boolean =>
      line.site === site && line.store === store && line.drives === drives;
    if (!lines.some(isSame)) lines.push(newLine(site, store, drives));
  }
  return lines;
}
