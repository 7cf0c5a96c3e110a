import type { Command } from 'commander';
import type { CommandContext } from '../command-context.ts';
import { wholeNumber } from '../whole-number.ts';
import type { AddOptions } from './add.ts';
import type { PruneOptions } from './prune.ts';
import { type Chosen, defineChosen, defineStore } from './store-option.ts';

const DETAILS = `
A baseline store is a folder of JSON lines, STORE/BRANCH/CLASS-OF-MACHINE/RUN-DIGEST.jsonl: a file
for each run, which is never changed, so that stores merge without conflict wherever they
are kept. "gate --baseline STORE" compares with the newest run of a branch, "history"
looks for changes in all of them:

  backcast baseline add backcast-work/measurements-*.jsonl --commit "$(git rev-parse HEAD)"
  backcast baseline list
  backcast gate --baseline backcast-baselines --candidate new.jsonl --max stored=+2%
  backcast history`;

/** The command `baseline`: keeps measured runs for comparisons to come. */
export function define(command: Command, context: CommandContext): void {
  command
    .description('Keeps measured runs for comparisons to come, a history a branch and machine.')
    .addHelpText('after', DETAILS);
  defineStore(
    command
      .command('add')
      .description('Adds runs of bench to the history of a branch on this class of machine.')
      .argument('<measurements...>', 'files that bench has written, of runs that ended well'),
  )
    .option('--branch <name>', 'the branch that was measured', 'main')
    .option('--commit <text>', 'what was measured, such as a commit or a version')
    .action(
      context.action(async (paths: string[], options: AddOptions) =>
        (await import('./add.ts')).addRuns(context, paths, options),
      ),
    );
  defineChosen(command.command('list').description('Lists the histories of a store.')).action(
    context.action(async (chosen: Chosen) => (await import('./list.ts')).listRuns(context, chosen)),
  );
  defineChosen(
    command
      .command('show')
      .description('Shows what a run has measured; the newest where none is named.')
      .argument('[run]', 'a run or a commit, as "list --json" names them'),
  ).action(
    context.action(async (run: string | undefined, chosen: Chosen) =>
      (await import('./show.ts')).showRun(context, run, chosen),
    ),
  );
  defineChosen(
    command
      .command('prune')
      .description('Removes all but the newest runs of each history.')
      .requiredOption(
        '--keep <n>',
        'how many of the newest runs stay',
        wholeNumber({ least: 0, most: 1_000_000 }),
      )
      .option('--dry-run', 'say what would be removed, and remove nothing'),
  ).action(
    context.action(async (options: PruneOptions) =>
      (await import('./prune.ts')).pruneRuns(context, options),
    ),
  );
}
