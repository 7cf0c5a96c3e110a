import type { Plan, StrategyPlan } from '../simulation/plan.ts';
import type { Run } from '../simulation/run.ts';
import { simulate } from '../simulation/simulate.ts';
import { type Figures, figuresOf } from './figures.ts';

/** How many futures are played, and from which seed. */
export interface TrialOptions {
  readonly seed: number;
  /** 1: the one future in which every input stands at its mean. */
  readonly trials: number;
  readonly unbounded: boolean;
  /** Called between runs with the share that is done; the caller may let others have a turn. */
  readonly between: (share: number) => Promise<void>;
}

/** One strategy over all futures. */
export interface Study {
  readonly strategy: StrategyPlan;
  readonly figures: readonly Figures[];
  /** The run with every file, in detail mode. */
  readonly detail: Run | null;
}

/** Plans with more jobs than this keep sums only. */
const MOST_DETAIL = 200_000;

/** Plays every strategy in the same futures. */
export async function playTrials(plan: Plan, options: TrialOptions): Promise<Study[]> {
  const studies: Study[] = [];
  const all = plan.strategies.length * options.trials;
  let done = 0;
  for (const strategy of plan.strategies) {
    const figures: Figures[] = [];
    let detail: Run | null = null;
    for (let number = 0; number < options.trials; number++) {
      await options.between(done++ / all);
      const future =
        options.trials === 1
          ? ({ kind: 'expected' } as const)
          : ({ kind: 'trial', number } as const);
      const { seed, unbounded } = options;
      const run = simulate(plan, strategy, { seed, future, unbounded });
      if (options.trials === 1 && jobsOf(strategy) <= MOST_DETAIL) {
        detail = simulate(plan, strategy, {
          seed,
          future,
          unbounded,
          snapshotAt: run.stored.peakSerial,
        });
      }
      figures.push(figuresOf(plan, run));
    }
    studies.push({ strategy, figures, detail });
  }
  return studies;
}

const jobsOf = ({ protections, groups }: StrategyPlan): number =>
  protections.reduce((sum, { policy: { group } }) => sum + (groups[group]?.times.length ?? 0), 0);
