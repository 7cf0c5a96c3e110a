import { type Command, InvalidArgumentError, Option } from 'commander';
import { answer } from '../report/answer.ts';
import { keepsPromises } from '../report/answer-advice.ts';
import type { Result } from '../report/result.ts';
import { playTrials } from '../study/trials.ts';
import type { Frame } from './frame.ts';
import { loadScenario } from './load-scenario.ts';
import { FORMATS, type Format, formatOf, render } from './render.ts';

interface Options {
  readonly trials: number;
  readonly seed: number;
  readonly unbounded?: boolean;
  readonly format?: Format;
}

/** `backcast simulate FILE`: plays a scenario and compares its strategies. */
export function define(command: Command, frame: Frame): void {
  command
    .description('Plays the years of a scenario for each of its strategies and compares them.')
    .argument('<file>', 'the scenario (YAML or JSON), or - for standard input')
    .option(
      '--trials <n>',
      'futures to play; 1 takes every uncertain input at its mean',
      whole(1),
      1,
    )
    .option('--seed <n>', 'seed of all chance', whole(0), 1)
    .option('--unbounded', 'let stores grow beyond their capacity, to see what is needed')
    .addOption(
      new Option('--format <format>', 'what to print; else by the ending of --output').choices(
        FORMATS,
      ),
    )
    .action(
      frame.action(async (file: string, options: Options) => {
        const played = await run(frame, file, options);
        await frame.result(await render(frame, formatOf(frame, options.format), played));
        return played.result.strategies.some(keepsPromises) ? 0 : 3;
      }),
    );
}

/** 1 read and compile · 2 play every strategy · 3 answer. */
async function run(
  frame: Frame,
  file: string,
  { trials, seed, unbounded = false }: Options,
): Promise<{ result: Result; order: readonly string[] }> {
  const { plan, hash } = await loadScenario(frame, file);
  const studies = await playTrials(plan, {
    seed,
    trials,
    unbounded,
    between: async (share) => {
      frame.progress(`simulating: ${Math.floor(100 * share)} %`);
      await frame.breathe();
    },
  });
  return { result: answer(plan, studies, { hash, seed, trials }), order: plan.order };
}

const whole =
  (least: number) =>
  (text: string): number => {
    const number = Number(text);
    if (/^\d+$/.test(text) && number >= least && number <= 2 ** 31) return number;
    throw new InvalidArgumentError(`write a whole number from ${least} on`);
  };
