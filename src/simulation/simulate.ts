import { resultOf } from './aftermath/aftermath.ts';
import type { Run } from './aftermath/run.ts';
import { type Arena, newArena, reset } from './arena.ts';
import { withDrawnTerms } from './engine/drawn-terms.ts';
import { drawValues, type Replication } from './engine/draws.ts';
import { newState } from './engine/new-state.ts';
import { play } from './engine/play.ts';
import type { State } from './engine/state.ts';
import type { Plan, StrategyPlan } from './plan/plan.ts';

/** Options of one run. */
export interface SimulateOptions {
  readonly seed: number;
  readonly replication: Replication;
  /** Lets stores exceed their capacity, to measure how much would be needed. */
  readonly unbounded?: boolean;
  /** Keeps the files as they were after the measurement with this number (see `Run.stored`). */
  readonly snapshotAt?: number;
  /** Leaves out the files at the end: most of thousands of runs need only sums. */
  readonly sumsOnly?: boolean;
  /** The arena of an earlier run whose results are no longer needed. */
  readonly arena?: Arena;
  /** Number of protections from which they are packed (see `engine/packed/pack.ts`). */
  readonly packFrom?: number;
  /** Called after each event, for tests of invariants; it disables the fast path. */
  readonly watch?: (state: State) => void;
}

/**
 * Simulates one strategy of a plan over its horizon.
 *
 *   plan, seed ─▶ 1. draw uncertain quantities ─▶ 2. create the state ─▶ 3. simulate the events ─▶
 *   4. evaluate the result: disasters, recoveries, bills and costs
 */
export function simulate(plan: Plan, planned: StrategyPlan, options: SimulateOptions): Run {
  const {
    seed,
    replication,
    unbounded = false,
    arena = newArena(),
    packFrom = PACK_FROM,
  } = options;
  // 1. Draw the uncertain quantities.
  const values = drawValues(plan, seed, replication);
  const strategy = replication.kind === 'trial' ? withDrawnTerms(planned, values) : planned;
  // 2. Create the state at the start of the horizon.
  reset(arena);
  const packs = strategy.protections.length >= packFrom;
  const state = newState({ plan, strategy, values, seed, replication, unbounded, arena, packs });
  state.snapshotAt = options.snapshotAt ?? -1;
  state.sumsOnly = options.sumsOnly ?? false;
  // 3. Simulate the events.
  const samples = play(state, options.watch);
  // 4. Evaluate the result.
  return resultOf(state, values, samples);
}

/** Protections from which on they no longer fit into processor caches. */
const PACK_FROM = 2000;
