import { type Books, newBooks } from './books.ts';
import { capacitiesOf } from './flow-spec.ts';
import type { Guard } from './guard.ts';
import { newGuards } from './new-guard.ts';
import { type Nights, newNights } from './nights.ts';
import type { Plan, StrategyPlan } from './plan.ts';
import { newQueue, type Queue } from './queue.ts';
import type { ChainState } from './run.ts';
import { newSharing, type Sharing } from './sharing.ts';
import { newTurns, type Turns } from './turns.ts';
import type { Future } from './values.ts';

/** Everything that changes while one strategy is simulated. */
export interface State {
  readonly plan: Plan;
  readonly strategy: StrategyPlan;
  readonly guards: readonly Guard[];
  readonly sharing: Sharing;
  /** What is due at a known time. */
  readonly agenda: Queue;
  readonly baseCapacity: Float64Array;
  readonly siteTurns: readonly Turns[];
  readonly storeTurns: readonly Turns[];
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
  /** Seconds and levels of the jobs that ended well, from `durationsAt` of each guard on. */
  readonly durations: Float64Array;
  readonly durationLevels: Uint8Array;
  readonly traffic: Float64Array;
  readonly verification: { count: number; seconds: number; bytes: number };
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
  const siteTurns = plan.sites.map(newTurns);
  const storeTurns = plan.stores.map(newTurns);
  const books = newBooks(plan);
  const nights = strategy.openings.map(newNights);
  const guards = newGuards(options, { siteTurns, storeTurns, books, nights });
  const jobs = guards.reduce((sum, { policy }) => sum + triggers(strategy, policy.group), 0);
  const capacity = capacitiesOf(plan, values);
  return {
    plan,
    strategy,
    guards,
    siteTurns,
    storeTurns,
    books,
    nights,
    sharing: newSharing(capacity),
    agenda: newQueue(2 * guards.length + 16),
    baseCapacity: capacity,
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
    durations: new Float64Array(jobs),
    durationLevels: new Uint8Array(jobs),
    traffic: new Float64Array(plan.links.length),
    verification: { count: 0, seconds: 0, bytes: 0 },
  };
}

const triggers = ({ groups }: StrategyPlan, group: number): number =>
  groups[group]?.times.length ?? 0;
