import { type Command, Option } from 'commander';
import type { CommandContext } from '../command-context.ts';
import { loadPrices } from '../load-scenario.ts';
import { formatOf } from '../render.ts';
import { seedNumber, wholeNumber } from '../whole-number.ts';
import { answered, DIFF_FORMATS, given, limitsOf, printDiff } from './against.ts';

interface Options {
  readonly trials?: number;
  readonly seed?: number;
  readonly prices?: string;
  readonly format?: (typeof DIFF_FORMATS)[number];
  readonly failOn?: string;
}

/** `backcast diff OLD NEW`: what differs between two answers. */
export function define(command: Command, context: CommandContext): void {
  command
    .description(
      'Says which inputs changed, which answers moved and by how much, and which verdicts turned.',
    )
    .argument('<old>', 'a scenario, or a result that simulate --json has written')
    .argument('<new>', 'the same, later')
    .option(
      '--trials <n>',
      'futures to play of a scenario (default: as many as the result beside it has, else 1)',
      wholeNumber({ least: 1, most: 1_000_000 }),
    )
    .option('--seed <n>', 'seed of all chance (default: that of the result, else 1)', seedNumber)
    .option('--prices <file>', 'prices that stand in place of those of the catalog')
    .option(
      '--fail-on <limits>',
      'end with 3 where a verdict turns to FAIL, or a figure moves too far: verdict,cost=+5%',
    )
    .addOption(
      new Option('--format <format>', 'what to print; else by the ending of --output').choices(
        DIFF_FORMATS,
      ),
    )
    .action(
      context.action(async (oldPath: string, newPath: string, options: Options) => {
        const limits = limitsOf(options.failOn);
        const [before, after] = [await given(context, oldPath), await given(context, newPath)];
        const known = before.result ?? after.result;
        const playing = {
          trials: options.trials ?? known?.trials ?? 1,
          seed: options.seed ?? known?.seed ?? 1,
          prices: options.prices ? await loadPrices(context, options.prices) : null,
        };
        const old = await answered(context, before, playing);
        const now = await answered(context, after, playing);
        const format = formatOf(context, options.format);
        return printDiff(context, old, now, { format, limits });
      }),
    );
}
