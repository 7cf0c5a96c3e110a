import { type Command, InvalidArgumentError, Option } from 'commander';
import { jsonText } from '../../escape.ts';
import { ProblemsFound } from '../../problem.ts';
import { sweepChart } from '../../report/charts/sweep.ts';
import { type Condition, readCondition } from '../../report/sweep/condition.ts';
import { combinations, type Over, readOver } from '../../report/sweep/over.ts';
import { headOf, type Sweep, sweptPoint } from '../../report/sweep/sweep.ts';
import type { Setting } from '../../scenario/reading/settings.ts';
import type { CommandContext } from '../command-context.ts';
import { refusal } from '../refusal.ts';
import { type Format, formatOf } from '../render.ts';
import type { Playing } from '../simulate/play.ts';
import { definePlaying } from '../simulate/playing-options.ts';
import { defineSet } from '../simulate/setting-option.ts';
import { textStyle } from '../text-style.ts';
import { playing } from './playing.ts';
import { search } from './search.ts';

const SWEEP_FORMATS = ['text', 'markdown', 'json', 'html'] as const;

/** More answers than this nobody reads; a search asks for far fewer. */
const MOST_POINTS = 200;

interface Options extends Playing {
  readonly over: readonly Over[];
  readonly until?: string;
  readonly strategy?: string;
  readonly prices?: string;
  readonly set: readonly Setting[];
  readonly format?: (typeof SWEEP_FORMATS)[number];
}

/** `backcast sweep FILE`: the answers over one or two inputs. */
export function define(command: Command, context: CommandContext): void {
  command
    .description(
      'Plays a scenario for each value of one or two inputs, or finds the least value that helps.',
    )
    .argument('<file>', 'the scenario (YAML or JSON)')
    .requiredOption(
      '--over <path=values>',
      'an input and its values, such as links.line.rate="1,2,5,10 Gbit/s"; again for a second',
      overNamed,
    )
    .option(
      '--until <condition>',
      'find the least value between the first and the last by bisection: pass, or a limit such as rto<=8h',
    )
    .option('--strategy <name>', 'one strategy alone');
  defineSet(definePlaying(command))
    .addOption(
      new Option('--format <format>', 'what to print; else by the ending of --output').choices(
        SWEEP_FORMATS,
      ),
    )
    .action(
      context.action(async (file: string, options: Options) => {
        const { over } = options;
        const condition = options.until === undefined ? null : conditionOf(options.until, over);
        refuseTooMany(over);
        const sweep = await swept(context, file, options, condition);
        await context.result(await rendered(context, formatOf(context, options.format), sweep));
        return sweep.search?.least === null ? 3 : 0;
      }),
    );
}

function overNamed(text: string, before: readonly Over[] = []): readonly Over[] {
  const over = readOver(text);
  if (!over) {
    throw new InvalidArgumentError('write a path and values: links.line.rate="1,2,5,10 Gbit/s"');
  }
  return [...before, over];
}

function conditionOf(text: string, over: readonly Over[]): Condition {
  if (over.length !== 1) {
    throw refusal('--until searches over one input', 'give --over once');
  }
  const read = readCondition(text);
  if (!read.ok) throw new ProblemsFound(read.problems);
  return read.value;
}

function refuseTooMany(over: readonly Over[]): void {
  const points = over.reduce((product, { values }) => product * values.length, 1);
  if (over.length > 2) throw refusal('--over is given more than twice', 'sweep two inputs at most');
  if (points > MOST_POINTS) {
    throw refusal(`${points} answers are asked for`, `give fewer values: at most ${MOST_POINTS}`);
  }
}

async function swept(
  context: CommandContext,
  file: string,
  { over, strategy, ...options }: Options,
  condition: Condition | null,
): Promise<Sweep> {
  const play = await playing(context, file, { ...options, paths: over.map(({ path }) => path) });
  if (condition) return search(play, over[0] as Over, { condition, only: strategy });
  const points: Sweep['points'][number][] = [];
  let head: Pick<Sweep, 'scenario' | 'currency'> = { scenario: '', currency: '' };
  for (const values of combinations(over)) {
    const result = await play(values, strategy);
    head = headOf(result);
    points.push(sweptPoint(result, values, strategy));
  }
  const paths = over.map(({ path }) => path);
  return { format: 'backcast/sweep/1', ...head, over: paths, points, search: null };
}

async function rendered(context: CommandContext, format: Format, sweep: Sweep): Promise<string> {
  if (format === 'json') return jsonText({ ...sweep, chart: sweepChart(sweep) });
  if (format === 'html') {
    const { sweepAsHtml } = await import('../../report/formats/sweep-html.ts');
    const { loadLibraries } = await import('../load-libraries.ts');
    return sweepAsHtml(sweep, await loadLibraries(context.host));
  }
  const { sweepAsMarkdown, sweepAsText } = await import('../../report/formats/sweep-text.ts');
  if (format === 'markdown') return sweepAsMarkdown(sweep);
  if (format !== 'text') {
    throw refusal(`a sweep is not written as ${format}`, `write ${SWEEP_FORMATS.join(', ')}`);
  }
  return sweepAsText(sweep, {
    columns: context.columns ?? 100,
    ...(context.output === undefined && { style: textStyle(context.host) }),
  });
}
