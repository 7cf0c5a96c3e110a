import { type Arena, newArena } from '../simulation/arena.ts';
import type { Plan, StrategyPlan } from '../simulation/plan/plan.ts';
import { simulate } from '../simulation/simulate.ts';
import { type Figures, figuresOf } from './figures.ts';

/** Trials `from` up to, and without, `to` of one strategy: what is played in one go. */
export interface Block {
  readonly strategy: number;
  readonly from: number;
  readonly to: number;
}

/** What trials are played with. */
export interface BlockOptions {
  readonly seed: number;
  readonly unbounded: boolean;
}

/** Jobs that take some 50 ms: short enough to be heard in between, long enough to be worth a call. */
export const JOBS_OF_A_BLOCK = 50_000;

/**
 * How many jobs one trial of a strategy plays at most.
 *
 * @example
 * jobsOf(plan.strategies[0]) // 1826 for one workload, five years, a job a day
 */
export const jobsOf = ({ protections, groups }: StrategyPlan): number =>
  protections.reduce((sum, { policy: { group } }) => sum + (groups[group]?.times.length ?? 0), 0);

/**
 * Cuts the trials of all strategies into blocks, in the order of trials and then of strategies: so
 * the engine of JavaScript meets all that they do before it has compiled what the first of them does.
 */
export function blocksOf({ strategies }: Plan, trials: number): Block[] {
  const blocks = strategies.flatMap((plan, strategy) => {
    const length = Math.max(1, Math.floor(JOBS_OF_A_BLOCK / Math.max(1, jobsOf(plan))));
    return Array.from({ length: Math.ceil(trials / length) }, (_, index) => {
      const from = index * length;
      return { strategy, from, to: Math.min(trials, from + length) };
    });
  });
  return blocks.sort((a, b) => a.from - b.from);
}

/** What the trials of each strategy are played in, one after the other. */
const arenas = new WeakMap<StrategyPlan, Arena>();

/**
 * Plays a block. A trial hangs on seed and number alone, so it does not matter who plays which.
 *
 * @throws RangeError where the plan has no such strategy.
 */
export function playBlock(
  plan: Plan,
  { seed, unbounded }: BlockOptions,
  { strategy: index, from, to }: Block,
): Figures[] {
  const strategy = plan.strategies[index];
  if (!strategy) throw new RangeError(`there is no strategy ${index}`);
  const arena = arenas.get(strategy) ?? newArena();
  arenas.set(strategy, arena);
  const options = { seed, unbounded, sumsOnly: true, arena };
  return Array.from({ length: to - from }, (_, place) => {
    const replication = { kind: 'trial', number: from + place } as const;
    return figuresOf(plan, simulate(plan, strategy, { ...options, replication }));
  });
}
