import type { Command } from 'commander';
import { isRunName } from '../../benchmark/run/lifecycle/run-names.ts';
import type { CommandContext } from '../command-context.ts';
import { duration } from '../duration.ts';
import { placingProblems } from '../placing-problems.ts';
import { refusal } from '../refusal.ts';
import { seedNumber } from '../whole-number.ts';
import type { BenchOptions } from './options.ts';
import { define as defineReport } from './report.ts';

const DETAILS = `
Writes and deletes only below the work directory, which it makes and marks, and
remotely only below a prefix that the run makes and marks. Every measurement is
appended to a file there the moment its step ends; Ctrl-C ends the running step,
and --resume goes on where it stopped:

  backcast bench scenarios/bench-quick.yaml --dry-run
  backcast bench scenarios/bench-quick.yaml --probe
  backcast bench scenarios/bench-quick.yaml --budget 10min
  backcast bench scenarios/bench-quick.yaml --resume 20260301T030000Z
  backcast bench report backcast-work/measurements-*.jsonl

Ends with 3 where a backup, a check or a restore failed, and with 0 where the
budget ended it in order (with 4 where --require-complete asks for all).`;

/** The command `bench PLAN`: runs real backups with real tools and measures them. */
export function define(command: Command, context: CommandContext): void {
  defineReport(command, context);
  command
    .description('Runs real backups with real tools, measures, restores and compares them.')
    .argument('[plan]', 'the plan (YAML or JSON), or - for standard input')
    .option(
      '--work <directory>',
      'where it works; made and marked by the first run',
      'backcast-work',
    )
    .option('--dry-run', 'say what would be done, the room and the time it needs; run nothing')
    .option('--steps', 'with --dry-run: list every step')
    .option(
      '--resume [run]',
      'go on with a run of this plan that was broken off, the newest or RUN',
    )
    .option('--new', 'begin another run, though one of this plan was broken off')
    .option('--discard', 'remove what such a run has left, but its measurements')
    .option('--probe', 'measure the targets alone, without any tool, in 20 s each or in --budget')
    .option('--budget <time>', 'begin no further step after that time, e.g. 10min', duration)
    .option(
      '--require',
      'end with 2 where a tool of the plan is missing, instead of leaving it out',
    )
    .option('--require-complete', 'end with 4 where the budget ended it before all was done')
    .option('--seed <number>', 'seed of all chance, in place of that of the plan', seedNumber)
    .addHelpText('after', DETAILS)
    .action(
      context.action(async (given: string | undefined, asked: BenchOptions) => {
        const { file, options } = requestIn(given, asked);
        const { loadPlan } = await import('./load-plan.ts');
        const input = await context.input(file);
        return placingProblems(input, async () => {
          const loaded = await loadPlan(context, file, { ...options, input });
          if (options.dryRun)
            return (await import('./dry-run.ts')).dryRun(context, loaded, options);
          if (options.probe) return (await import('./probe.ts')).probe(context, loaded, options);
          return (await import('./run.ts')).run(context, loaded, options);
        });
      }),
    );
}

/**
 * What was asked for. `--resume PLAN` names no run but the plan, which the reader of options cannot
 * know.
 */
function requestIn(
  given: string | undefined,
  asked: BenchOptions,
): { readonly file: string; readonly options: BenchOptions } {
  const { resume, dryRun, steps } = asked;
  const isPlan = given === undefined && typeof resume === 'string' && !isRunName(resume);
  const options: BenchOptions = isPlan ? { ...asked, resume: true } : asked;
  const file = isPlan ? resume : given;
  if (file === undefined) {
    throw refusal("missing required argument 'plan'", 'see "backcast bench --help"');
  }
  if (options.new && options.resume !== undefined) {
    throw refusal('--new and --resume ask for two things', 'drop one of them');
  }
  if (steps && !dryRun) {
    throw refusal('--steps does nothing here', 'it belongs to --dry-run');
  }
  return { file, options };
}
