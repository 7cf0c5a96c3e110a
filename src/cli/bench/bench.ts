import type { Command } from 'commander';
import type { CommandContext } from '../command-context.ts';
import { duration } from '../duration.ts';
import { placingProblems } from '../placing-problems.ts';
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
  backcast bench scenarios/bench-quick.yaml --resume
  backcast bench report backcast-work/measurements-*.jsonl

Ends with 3 where a backup, a check or a restore failed, and with 0 where the
budget ended it in order (with 4 where --require-complete asks for all).`;

/** The command `bench PLAN`: runs real backups with real tools and measures them. */
export function define(command: Command, context: CommandContext): void {
  defineReport(command, context);
  command
    .description('Runs real backups with real tools, measures, restores and compares them.')
    .argument('<plan>', 'the plan (YAML or JSON), or - for standard input')
    .option(
      '--work <directory>',
      'where it works; made and marked by the first run',
      'backcast-work',
    )
    .option('--dry-run', 'print the steps, the room and the time they need, and run nothing')
    .option('--resume', 'go on with the newest run of this plan that was broken off')
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
      context.action(async (file: string, options: BenchOptions) => {
        const { loadPlan } = await import('./load-plan.ts');
        const input = await context.input(file);
        return placingProblems(input, async () => {
          const loaded = await loadPlan(context, file, { ...options, input });
          if (options.dryRun) return (await import('./dry-run.ts')).dryRun(context, loaded);
          if (options.probe) return (await import('./probe.ts')).probe(context, loaded, options);
          return (await import('./run.ts')).run(context, loaded, options);
        });
      }),
    );
}
