import { type Command, InvalidArgumentError, Option } from 'commander';
import { nearest } from '../../catalog/suggest.ts';
import { jsonText } from '../../escape.ts';
import { historiesOf } from '../../gate/baseline/histories.ts';
import { LEAST_BESIDE } from '../../gate/history/change-points.ts';
import { HISTORY_FORMAT, type Histories, historyOf } from '../../gate/history/history.ts';
import { TOLD_METRICS } from '../../gate/history/run-figure.ts';
import type { MetricName } from '../../gate/metric.ts';
import { chosenRuns } from '../baseline/chosen-runs.ts';
import { type Chosen, defineChosen } from '../baseline/store-option.ts';
import type { CommandContext } from '../command-context.ts';
import { refusal } from '../refusal.ts';
import { type Format, formatOf } from '../render.ts';
import { textStyle } from '../text-style.ts';
import { wholeNumber } from '../whole-number.ts';

const HISTORY_FORMATS = ['text', 'markdown', 'json', 'html'] as const;

/** What is told where nobody says: the time that varies least, and what does not vary. */
const USUAL: readonly MetricName[] = ['work', 'wall', 'memory', 'stored'];

interface Options extends Chosen {
  readonly metric: readonly MetricName[];
  readonly last: number;
  readonly format?: (typeof HISTORY_FORMATS)[number];
}

const DETAILS = `
Reads the runs that "baseline add" has kept and tells where a figure changed for good:
E-divisive splits that beat 99 % of all rearrangements and Student's t (p 0.001), by
2 % or more, with six runs on either side. It says when that was and what else
differs, such as the version of a tool. Times also change where the machine does, so
it never fails: to judge a change, use "gate --plan".

  backcast history --metric stored,work
  backcast history --branch main --output history.html

Ends with 0 whatever it finds.`;

/** The command `history`: where figures of stored runs changed. */
export function define(command: Command, context: CommandContext): void {
  defineChosen(
    command.description('Tells how measured figures went from run to run, and where they changed.'),
  )
    .option('--metric <names>', `what is told, of ${TOLD_METRICS.join(', ')}`, metricsNamed, USUAL)
    .option(
      '--last <n>',
      'the newest runs of each history',
      wholeNumber({ least: 1, most: 1000 }),
      100,
    )
    .addOption(
      new Option('--format <format>', 'what to print; else by the ending of --output').choices(
        HISTORY_FORMATS,
      ),
    )
    .addHelpText('after', DETAILS)
    .action(
      context.action(async ({ metric, last, format, ...chosen }: Options) => {
        const runs = await chosenRuns(context, chosen);
        const found: Histories = {
          ...{ format: HISTORY_FORMAT, store: chosen.store, least: LEAST_BESIDE, histories: [] },
        };
        for (const one of historiesOf(runs)) {
          context.progress(`looking for changes on ${one.class}`);
          await context.host.yieldNow();
          found.histories.push(historyOf({ ...one, runs: one.runs.slice(-last) }, metric));
        }
        await context.result(await rendered(context, formatOf(context, format), found));
        return 0;
      }),
    );
}

function metricsNamed(text: string): readonly MetricName[] {
  return text.split(',').map((part) => {
    const found = TOLD_METRICS.find((name) => name === part.trim());
    if (found) return found;
    const [near] = nearest(part.trim(), TOLD_METRICS);
    throw new InvalidArgumentError(
      near === undefined ? `metrics are ${TOLD_METRICS.join(', ')}` : `did you mean ${near}?`,
    );
  });
}

async function rendered(
  context: CommandContext,
  format: Format,
  found: Histories,
): Promise<string> {
  if (format === 'json') return jsonText(found);
  if (format === 'markdown') {
    return (await import('../../report/formats/measured/history-markdown.ts')).historyMarkdown(
      found,
    );
  }
  if (format === 'html') {
    const { historyHtml } = await import('../../report/formats/measured/history-html.ts');
    const { loadLibraries } = await import('../load-libraries.ts');
    return historyHtml(found, await loadLibraries(context.host));
  }
  if (format !== 'text') {
    throw refusal(`a history is not written as ${format}`, `write ${HISTORY_FORMATS.join(', ')}`);
  }
  const { historyText } = await import('../../report/formats/measured/history-text.ts');
  const style = context.output === undefined ? { style: textStyle(context.host) } : {};
  return historyText(found, { columns: context.columns, ...style });
}
