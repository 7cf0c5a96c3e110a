import type { Loaded } from '../../library/assemble.ts';
import { answerTo, type PlayOptions, simulate } from '../../library/simulate.ts';
import type { Result } from '../../report/result/result.ts';
import type { CommandContext } from '../command-context.ts';

/** How a scenario is played. */
export interface Playing {
  readonly trials: number;
  readonly seed: number;
  readonly workers?: number;
  readonly unbounded?: boolean;
}

/** Plays every strategy of a scenario and answers; what the answer hangs on is not tried. */
export const play = (context: CommandContext, loaded: Loaded, playing: Playing): Promise<Result> =>
  inlined(context, playing, () => answerTo(loaded, watched(context, playing)));

/** The same, and tries what the answer hangs on. */
export const playAndTry = (
  context: CommandContext,
  loaded: Loaded,
  playing: Playing,
): Promise<Result> => inlined(context, playing, () => simulate(loaded, watched(context, playing)));

/** Many futures are played in threads, each of which would compile the more for itself. */
const inlined = (
  { host }: CommandContext,
  { trials }: Playing,
  work: () => Promise<Result>,
): Promise<Result> => (trials === 1 ? host.inliningMore(work) : work());

const watched = (
  context: CommandContext,
  { trials, seed, workers, unbounded = false }: Playing,
): PlayOptions => ({
  ...{ trials, seed, unbounded },
  workers: { most: workers ?? context.host.cores(), host: context.host },
  between: async (share) => context.progress(`simulating: ${Math.floor(100 * share)} %`),
  trying: async () => context.progress('trying what the answer hangs on'),
});
