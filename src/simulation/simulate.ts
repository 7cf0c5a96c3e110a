import { resultOf } from './aftermath/aftermath.ts';
import type { Run } from './aftermath/run.ts';
import { type Arena, newArena, reset } from './arena.ts';
import { drawValues, type Replication } from './engine/draws.ts';
import { newState } from './engine/new-state.ts';
import { play } from './engine/play.ts';
import type { State } from './engine/state.ts';
import type { Plan, StrategyPlan } from './plan/plan.ts';

/** How a strategy is to be played. */
export interface SimulateOptions {
  readonly seed: number;
  readonly replication: Replication;
  /** Lets stores grow beyond their capacity, so that the need can be read off. */
  readonly unbounded?: boolean;
  /** Keeps the files there were after the retention with this number (see `Run.stored`). */
  readonly snapshotAt?: number;
  /** Leaves out the files at the end: of thousands of runs nobody looks at those of most. */
  readonly sumsOnly?: boolean;
  /** What the run before was played in, if nobody looks at that any more. */
  readonly arena?: Arena;
  /** How many protections it takes to keep their numbers side by side (see `engine/packed/pack.ts`). */
  readonly packFrom?: number;
  /** Called after each event, for tests of what must hold at every one; no job hurries on then. */
  readonly watch?: (state: State) => void;
}

/**
 * Plays one strategy of a plan over its horizon.
 *
 *   plan, seed ─▶ 1. draw what is uncertain ─▶ 2. make the state ─▶ 3. play the events ─▶
 *   4. ask what they left: disasters, recoveries, bills and costs
 */
export function simulate(plan: Plan, strategy: StrategyPlan, options: SimulateOptions): Run {
  const {
    seed,
    replication,
    unbounded = false,
    arena = newArena(),
    packFrom = PACK_FROM,
  } = options;
  // 1. What is uncertain is drawn.
  const values = drawValues(plan, seed, replication);
  // 2. The state at the start of the horizon is made.
  reset(arena);
  const packs = strategy.protections.length >= packFrom;
  const state = newState({ plan, strategy, values, seed, replication, unbounded, arena, packs });
  state.snapshotAt = options.snapshotAt ?? -1;
  state.sumsOnly = options.sumsOnly ?? false;
  // 3. The events are played.
  const samples = play(state, options.watch);
  // 4. What they left is asked.
  return resultOf(state, values, samples);
}

/** From so many protections on they no longer stay in the caches of a processor. */
const PACK_FROM = 2000;
