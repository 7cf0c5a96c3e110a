import { jsonText } from '../../escape.ts';
import type { StoredBaseline } from '../../gate/baseline/store.ts';
import { figureIn, TOLD_METRICS } from '../../gate/history/run-figure.ts';
import { baselineRunText } from '../../report/formats/measured/baseline-text.ts';
import type { CommandContext } from '../command-context.ts';
import { refusal } from '../refusal.ts';
import { chosenRuns } from './chosen-runs.ts';
import type { Chosen } from './store-option.ts';

/** `baseline show [RUN]`: what one run of a store holds; the newest where none is named. */
export async function showRun(
  context: CommandContext,
  wanted: string | undefined,
  chosen: Chosen,
): Promise<number> {
  const runs = await chosenRuns(context, chosen);
  const found = runs
    .filter(({ head }) => wanted === undefined || [head.run, head.commit].includes(wanted))
    .at(-1);
  if (!found) {
    const hint = '"backcast baseline list --json" names all runs and commits';
    throw refusal(`${chosen.store} holds no run or commit ${wanted}`, hint);
  }
  await context.result(
    context.json ? jsonText(figuresOf(found)) : baselineRunText(found, context.columns),
  );
  return 0;
}

/** A run of a store in short, for machines: medians in base units. */
const figuresOf = ({ path, head, readings }: StoredBaseline) => ({
  ...head,
  format: 'backcast/baseline-run/1',
  path,
  series: [...readings].map(([series, all]) => ({
    series,
    repetitions: all.length,
    figures: Object.fromEntries(TOLD_METRICS.map((metric) => [metric, figureIn(all, metric)])),
  })),
});
