import { jsonText } from '../../escape.ts';
import { historiesOf } from '../../gate/baseline/histories.ts';
import type { CommandContext } from '../command-context.ts';
import { counted } from '../counted.ts';
import { chosenRuns } from './chosen-runs.ts';
import type { Chosen } from './store-option.ts';

/** Options of `baseline prune`. */
export interface PruneOptions extends Chosen {
  readonly keep: number;
  readonly dryRun?: true;
}

/** `baseline prune --keep N`: removes all but the newest runs of each history. */
export async function pruneRuns(
  context: CommandContext,
  { keep, dryRun, ...chosen }: PruneOptions,
): Promise<number> {
  const histories = historiesOf(await chosenRuns(context, chosen));
  const old = histories.flatMap(({ runs }) => runs.slice(0, Math.max(0, runs.length - keep)));
  if (!dryRun) for (const { path } of old) context.host.files.remove(path);
  const paths = old.map(({ path }) => path);
  const verb = dryRun ? 'would remove' : 'removed';
  await context.result(
    context.json
      ? jsonText({ format: 'backcast/baseline-pruned/1', keep, dryRun: dryRun === true, paths })
      : [
          ...paths.map((path) => `${verb} ${path}\n`),
          `${verb} ${counted(paths.length, 'run')} of ${counted(histories.length, 'history', 'histories')}\n`,
        ].join(''),
  );
  return 0;
}
