import { type Command, Option } from 'commander';
import { keepsPromises } from '../../report/answer/advice.ts';
import { answer } from '../../report/answer/answer.ts';
import { withAssumptions } from '../../report/answer/assumptions/assumptions.ts';
import { printedOf } from '../../report/result/printed.ts';
import type { Result } from '../../report/result/result.ts';
import { playTrials } from '../../study/trials.ts';
import type { CommandContext } from '../command-context.ts';
import { loadPrices, loadScenario } from '../load-scenario.ts';
import { refusal } from '../refusal.ts';
import { FORMATS, type Format, formatOf, render } from '../render.ts';
import { seedNumber, wholeNumber } from '../whole-number.ts';
import { checkStrategy, defineWanted, type WantedOptions, wantedOf } from './wanted.ts';

interface Options extends WantedOptions {
  readonly trials: number;
  readonly seed: number;
  readonly workers?: number;
  readonly unbounded?: boolean;
  readonly selfCheck?: boolean;
  readonly format?: Format;
  readonly prices?: string;
}

/** Intervals narrow with the root of the trials: more than a million would tell nothing more. */
const MOST_TRIALS = 1_000_000;

/** More threads than any machine has. */
const MOST_WORKERS = 1024;

/** `backcast simulate FILE`: plays a scenario and compares its strategies. */
export function define(command: Command, context: CommandContext): void {
  defineWanted(command)
    .description('Plays the years of a scenario for each of its strategies and compares them.')
    .argument('<file>', 'the scenario (YAML or JSON), or - for standard input')
    .option(
      '--trials <n>',
      'futures to play; 1 takes every uncertain input at its mean',
      wholeNumber({ least: 1, most: MOST_TRIALS }),
      1,
    )
    .option('--seed <n>', 'seed of all chance', seedNumber, 1)
    .option(
      '--workers <n>',
      'threads that play trials, at most; 1 starts none, and the result is the same (default: as many as there are cores)',
      wholeNumber({ least: 1, most: MOST_WORKERS }),
    )
    .option('--prices <file>', 'prices that stand in place of those of the catalog')
    .option('--unbounded', 'let stores grow beyond their capacity, to see what is needed')
    .option(
      '--self-check',
      'compare every figure with what it can be, as --json always does: one that cannot be is a fault of backcast, with exit code 70',
    )
    .addOption(
      new Option('--format <format>', 'what to print; else by the ending of --output').choices(
        FORMATS,
      ),
    )
    .action(
      context.action(async (file: string, options: Options) => {
        refuseTwoFormats(context, options.format);
        const format = formatOf(context, options.format);
        const wanted = wantedOf(options, format);
        const result = await run(context, file, options);
        // It throws where a figure cannot be.
        if (options.selfCheck) printedOf(result);
        checkStrategy(result, wanted);
        await context.result(await render(context, format, result, wanted));
        return result.strategies.some(keepsPromises) ? 0 : 3;
      }),
    );
}

function refuseTwoFormats({ json }: CommandContext, format: Format | undefined): void {
  if (!json || format === undefined || format === 'json') return;
  throw refusal(
    `--json and --format ${format} ask for two formats`,
    `drop --json to get ${format}, or --format to get JSON`,
  );
}

/** 1 read and compile · 2 play every strategy · 3 answer · 4 try what the answer hangs on. */
async function run(
  context: CommandContext,
  file: string,
  { trials, seed, workers, unbounded = false, prices }: Options,
): Promise<Result> {
  const { plan, hash } = await loadScenario(context, file, {
    prices: prices ? await loadPrices(context, prices) : null,
  });
  const between = async (share: number): Promise<void> =>
    context.progress(`simulating: ${Math.floor(100 * share)} %`);
  const studies = await playTrials(plan, {
    seed,
    trials,
    unbounded,
    workers: { most: workers ?? context.host.cores(), host: context.host },
    between,
  });
  const asked = { hash, seed, trials };
  const result = answer(plan, studies, asked);
  return withAssumptions(plan, result, asked, {
    unbounded,
    between: async () => context.progress('trying what the answer hangs on'),
  });
}
