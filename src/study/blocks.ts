import { type Arena, newArena } from '../simulation/arena.ts';
import type { Plan, StrategyPlan } from '../simulation/plan/plan.ts';
import { simulate } from '../simulation/simulate.ts';
import { type Figures, figuresOf } from './figures.ts';

/** A block: trials [from, to) of one strategy, simulated in one call. */
export interface Block {
  readonly strategy: number;
  readonly from: number;
  readonly to: number;
}

/** Options of all trials. */
export interface BlockOptions {
  readonly seed: number;
  readonly unbounded: boolean;
}

/** Jobs per block, about 50 ms: short enough to yield in between, long enough to pay for a call. */
export const JOBS_OF_A_BLOCK = 50_000;

/**
 * Upper bound of the number of jobs in one trial of a strategy.
 *
 * @example
 * jobsOf(plan.strategies[0]) // 1826 for one workload, five years, a job a day
 */
export const jobsOf = ({ protections, groups }: StrategyPlan): number =>
  protections.reduce((sum, { policy: { group } }) => sum + (groups[group]?.times.length ?? 0), 0);

/**
 * Splits the trials of all strategies into blocks, sorted by trial and then strategy, so that the
 * JavaScript engine sees the code paths of all strategies before it optimises for the first.
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

/** The arena of each strategy, reused by its trials one after the other. */
const arenas = new WeakMap<StrategyPlan, Arena>();

/**
 * Simulates a block. A trial depends on seed and number only, so any thread may run any block.
 *
 * @throws RangeError if the plan has no such strategy.
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
