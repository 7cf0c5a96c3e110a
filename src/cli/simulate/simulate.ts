import { type Command, CommanderError, Option } from 'commander';
import { keepsPromises } from '../../report/answer/advice.ts';
import type { Setting } from '../../scenario/reading/settings.ts';
import type { CommandContext } from '../command-context.ts';
import { loadPrices, loadScenario } from '../load-scenario.ts';
import { refusal } from '../refusal.ts';
import { FORMATS, type Format, formatOf, render } from '../render.ts';
import { type Playing, playAndTry } from './play.ts';
import { definePlaying } from './playing-options.ts';
import { defineSet } from './setting-option.ts';
import { checkStrategy, defineWanted, type WantedOptions, wantedOf } from './wanted.ts';

interface Options extends Playing, WantedOptions {
  readonly selfCheck?: boolean;
  readonly format?: Format;
  readonly prices?: string;
  readonly set: readonly Setting[];
  readonly against?: string;
  readonly failOn?: string;
}

/** `backcast simulate FILE`: plays a scenario and compares its strategies. */
export function define(command: Command, context: CommandContext): void {
  command
    .description('Plays the years of a scenario for each of its strategies and compares them.')
    .usage('[options] <file>')
    .argument('[file]', 'the scenario (YAML or JSON), or - for standard input');
  defineWanted(defineSet(definePlaying(command)))
    .option('--against <old>', 'what differs from a result or a scenario, in place of the answers')
    .option('--fail-on <limits>', 'with --against: end with 3 beyond these, as diff does')
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
      context.action(async (given: string | undefined, asked: Options) => {
        const { file, options } = requestIn(given, asked);
        refuseTwoFormats(context, options.format);
        const format = formatOf(context, options.format);
        const wanted = wantedOf(options, format);
        const loaded = await loadScenario(context, file, {
          prices: options.prices ? await loadPrices(context, options.prices) : null,
          settings: options.set,
        });
        if (options.against !== undefined) {
          const { against } = await import('../diff/against.ts');
          return against(context, loaded, { ...options, old: options.against, format });
        }
        const result = await playAndTry(context, loaded, options);
        if (options.selfCheck) {
          const { printedOf } = await import('../../report/result/printed.ts');
          // It throws where a figure cannot be.
          printedOf(result);
        }
        checkStrategy(result, wanted);
        await context.result(await render(context, format, result, wanted));
        return result.strategies.some(keepsPromises) ? 0 : 3;
      }),
    );
}

/**
 * What was asked for. `--details PLAN` names no part of the answers but the file, which the reader of
 * options cannot know.
 */
function requestIn(
  given: string | undefined,
  asked: Options,
): { readonly file: string; readonly options: Options } {
  const { details, against, failOn } = asked;
  if (failOn !== undefined && against === undefined) {
    throw refusal('--fail-on does nothing here', 'it belongs to --against, or to "backcast diff"');
  }
  if (given !== undefined) return { file: given, options: asked };
  if (typeof details === 'string' && IS_FILE.test(details)) {
    return { file: details, options: { ...asked, details: true } };
  }
  throw new CommanderError(2, MISSING, "missing required argument 'file'");
}

/** No part of the answers has a dot or a slash in its name. */
const IS_FILE = /[./]|^-$/;

/** What commander itself says where a file is missing. */
const MISSING = 'commander.missingArgument';

function refuseTwoFormats({ json }: CommandContext, format: Format | undefined): void {
  if (!json || format === undefined || format === 'json') return;
  throw refusal(
    `--json and --format ${format} ask for two formats`,
    `drop --json to get ${format}, or --format to get JSON`,
  );
}
