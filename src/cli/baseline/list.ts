import { jsonText } from '../../escape.ts';
import { historiesOf } from '../../gate/baseline/histories.ts';
import { baselinesText } from '../../report/formats/measured/baseline-text.ts';
import type { CommandContext } from '../command-context.ts';
import { chosenRuns } from './chosen-runs.ts';
import type { Chosen } from './store-option.ts';

/** `baseline list`: which histories a store holds. */
export async function listRuns(context: CommandContext, chosen: Chosen): Promise<number> {
  const histories = historiesOf(await chosenRuns(context, chosen));
  const heads = histories.map(({ runs, ...history }) => ({
    ...history,
    runs: runs.map(({ path, head: { run, began, commit, backcast } }) => ({
      ...{ run, began, commit, backcast, path },
    })),
  }));
  await context.result(
    context.json
      ? jsonText({ format: 'backcast/baselines/1', store: chosen.store, histories: heads })
      : baselinesText(histories, context.columns),
  );
  return 0;
}
