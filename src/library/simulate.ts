import { answer } from '../report/answer/answer.ts';
import { withAssumptions } from '../report/answer/assumptions/assumptions.ts';
import type { Result } from '../report/result/result.ts';
import { playTrials, type TrialOptions } from '../study/trials.ts';
import type { Loaded } from './assemble.ts';

/**
 * How a scenario is played.
 *
 * @property trials futures to play; 1, the default, takes every uncertain input at its mean.
 * @property seed of all chance; 1 unless given.
 * @property unbounded whether stores grow beyond their capacity, to see what is needed.
 * @property workers threads that play trials; none unless given.
 * @property between called now and then with the share that is done; may yield.
 */
export interface PlayOptions extends Partial<TrialOptions> {
  /** Called while what the answer hangs on is tried. */
  readonly trying?: () => Promise<void>;
}

const QUIET = async (): Promise<void> => undefined;

/**
 * Plays every strategy of a scenario and compares them, as `backcast simulate` does.
 *
 * @example
 * const result = await simulate(office.value, { trials: 100 });
 * console.log(result.advice.take, result.advice.why);
 */
export async function simulate(loaded: Loaded, options: PlayOptions = {}): Promise<Result> {
  const { trials = 1, seed = 1, unbounded = false, trying = QUIET } = options;
  const result = await answerTo(loaded, options);
  const asked = { hash: loaded.hash, seed, trials };
  return withAssumptions(loaded.plan, result, asked, { unbounded, between: trying });
}

/** The same without trying what the answer hangs on, which takes a run more for each assumption. */
export async function answerTo(
  { plan, hash }: Loaded,
  { trials = 1, seed = 1, unbounded = false, between = QUIET, workers }: PlayOptions = {},
): Promise<Result> {
  const playing = { trials, seed, unbounded, between, ...(workers && { workers }) };
  return answer(plan, await playTrials(plan, playing), { hash, seed, trials });
}
