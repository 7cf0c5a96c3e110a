import type { Command } from 'commander';
import type { CommandContext } from './command-context.ts';

/**
 * What a command file exports. `define` adds the command's arguments and options to a `Command`
 * that already bears its name, its summary and its example, and hands its action to `context.action`;
 * `commands` are all that there are.
 *
 * @example
 * // src/cli/check.ts
 * export function define(command: Command, context: CommandContext): void {
 *   command
 *     .description('Reads a scenario and prints every problem in it.')
 *     .argument('<file>', 'the scenario, or - for standard input')
 *     .option('--strict', 'treat doubts as problems')
 *     .action(
 *       context.action(async (file: string, options: { strict?: true }) => {
 *         const input = await context.input(file);
 *         context.note('reading ...');
 *         await context.result(check(input.text, options));
 *         return 0;
 *       }),
 *     );
 * }
 */
export interface CommandFile {
  define(command: Command, context: CommandContext, commands: readonly CommandEntry[]): void;
}

/** One line of the table of commands; `load` is called only for the command that is asked for. */
export interface CommandEntry {
  readonly name: string;
  /** One line for the list of commands, without a full stop. */
  readonly summary: string;
  /** A command line that works, without the leading `backcast`. */
  readonly example: string;
  /** That people have no use for it: it is in no list and in no help. */
  readonly hidden?: true;
  load(): Promise<CommandFile>;
}

/** Every command, in the order in which the help lists them. */
export const COMMANDS: readonly CommandEntry[] = [
  {
    name: 'init',
    summary: 'draft a scenario from options or from answers to a few questions',
    example: 'init --data images="60 TB, 25 %/year, medical-images" --rto 3d',
    load: () => import('./init/init.ts'),
  },
  {
    name: 'check',
    summary: 'read a scenario and print every problem in it',
    example: 'check scenarios/finance.yaml',
    load: () => import('./check.ts'),
  },
  {
    name: 'simulate',
    summary: 'play a scenario and compare its strategies',
    example: 'simulate scenarios/finance.yaml',
    load: () => import('./simulate/simulate.ts'),
  },
  {
    name: 'diff',
    summary: 'say what differs between two answers',
    example: 'diff scenarios/smallest.yaml scenarios/article.yaml --fail-on cost=+5%',
    load: () => import('./diff/diff.ts'),
  },
  {
    name: 'sweep',
    summary: 'play a scenario over one or two inputs, or find the least value that helps',
    example: 'sweep scenarios/smallest.yaml --over workloads.files.size="4,8,16 TB"',
    load: () => import('./sweep/sweep.ts'),
  },
  {
    name: 'catalog',
    summary: 'list and show devices, links, tools and contents with their sources',
    example: 'catalog list',
    load: () => import('./catalog.ts'),
  },
  {
    name: 'observe',
    summary: 'walk a real directory and print it as a workload',
    example: 'observe /srv/data --index data.index',
    load: () => import('./observe.ts'),
  },
  {
    name: 'bench',
    summary: 'run real backups with real tools, measure, restore and compare them',
    example: 'bench scenarios/bench-quick.yaml',
    load: () => import('./bench/bench.ts'),
  },
  {
    name: 'gate',
    summary: 'fail where a change makes backups slower, larger or hungrier',
    example: 'gate --baseline old.jsonl --candidate new.jsonl --max time=+10%,stored=+2%',
    load: () => import('./gate/gate.ts'),
  },
  {
    name: 'baseline',
    summary: 'keep measured runs for comparisons to come',
    example: 'baseline add backcast-work/measurements-*.jsonl --branch main',
    load: () => import('./baseline/baseline.ts'),
  },
  {
    name: 'history',
    summary: 'tell where figures of kept runs changed for good',
    example: 'history --metric stored,work',
    load: () => import('./history/history.ts'),
  },
  {
    name: 'calibrate',
    summary: 'fit what tools take to measurements of real runs',
    example: 'calibrate backcast-work/measurements-*.jsonl --out tools.profile.yaml',
    load: () => import('./calibration/calibrate.ts'),
  },
  {
    name: 'hindcast',
    summary: 'foretell measured runs from a profile, and say how well',
    example: 'hindcast tools.profile.yaml backcast-work/measurements-*.jsonl --max-error 15%',
    load: () => import('./calibration/hindcast.ts'),
  },
  {
    name: 'completion',
    summary: 'print a script with which a shell completes commands and options',
    example: 'completion bash',
    load: () => import('./completion/completion.ts'),
  },
  {
    name: 'engine',
    summary: 'parts of the built-in engine, as benchmarks run them',
    example: 'engine check --repository backcast-work/points',
    hidden: true,
    load: () => import('./engine/engine.ts'),
  },
];
