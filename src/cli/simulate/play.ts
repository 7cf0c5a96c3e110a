import { answer } from '../../report/answer/answer.ts';
import type { Result } from '../../report/result/result.ts';
import { playTrials } from '../../study/trials.ts';
import type { CommandContext } from '../command-context.ts';
import type { Loaded } from '../load-scenario.ts';

/** How a scenario is played. */
export interface Playing {
  readonly trials: number;
  readonly seed: number;
  readonly workers?: number;
  readonly unbounded?: boolean;
}

/** Plays every strategy of a scenario and answers; what the answer hangs on is not tried yet. */
export async function play(
  context: CommandContext,
  { plan, hash }: Loaded,
  { trials, seed, workers, unbounded = false }: Playing,
): Promise<Result> {
  const studies = await playTrials(plan, {
    seed,
    trials,
    unbounded,
    workers: { most: workers ?? context.host.cores(), host: context.host },
    between: async (share) => context.progress(`simulating: ${Math.floor(100 * share)} %`),
  });
  return answer(plan, studies, { hash, seed, trials });
}
