import type { Result } from '../../report/result/result.ts';
import type { Setting } from '../../scenario/reading/settings.ts';
import type { CommandContext } from '../command-context.ts';
import { loadPrices, loadScenario } from '../load-scenario.ts';
import { type Playing, play } from '../simulate/play.ts';
import { checkStrategy } from '../simulate/wanted.ts';

/** How each answer of a sweep is made. */
interface Each extends Playing {
  readonly prices?: string;
  readonly set: readonly Setting[];
  /** The inputs that are swept. */
  readonly paths: readonly string[];
}

/** Answers a scenario with values in the place of the inputs that are swept. */
export type Play = (values: readonly string[], only?: string) => Promise<Result>;

/** Reads a scenario once, to be played with many values. */
export async function playing(
  context: CommandContext,
  file: string,
  { prices: book, set, paths, ...options }: Each,
): Promise<Play> {
  const input = await context.input(file);
  const prices = book ? await loadPrices(context, book) : null;
  return async (values, only) => {
    const settings = [...set, ...paths.map((path, at) => ({ path, text: values[at] ?? '' }))];
    const result = await play(
      context,
      await loadScenario(context, file, { input, prices, settings }),
      options,
    );
    checkStrategy(result, { only });
    return result;
  };
}
