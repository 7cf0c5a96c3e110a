import { type Command, Option } from 'commander';
import { type Summary, summarise } from '../../benchmark/summary.ts';
import { jsonText } from '../../escape.ts';
import { readRecords } from '../calibration/read-records.ts';
import type { CommandContext } from '../command-context.ts';
import { FORMATS, type Format, formatOf } from '../render.ts';

interface Options {
  readonly format?: Format;
}

const DETAILS = `
Reads only what is named, and tells it as the run itself did, with the runs and the
spread of each figure, tools side by side and beside the fastest:

  backcast bench report backcast-work/measurements-*.jsonl
  backcast bench report backcast-work/measurements-*.jsonl --output measured.html

Ends with 0 whatever the runs found.`;

/** The command `bench report FILE…`: tells once more what runs have measured. */
export function define(command: Command, context: CommandContext): void {
  command
    .command('report')
    .description('Prints again what runs have measured, from the files that they have written.')
    .argument('<measurements...>', 'files that bench has written')
    .addOption(
      new Option('--format <format>', 'what to print; else by the ending of --output').choices(
        FORMATS,
      ),
    )
    .addHelpText('after', DETAILS)
    .action(
      context.action(async (paths: string[], options: Options) => {
        const records = await readRecords(context, paths);
        const summaries = records.map(({ opening, lines }, index) =>
          summarise({
            opening,
            lines,
            measurements: paths[index] as string,
            leftOut: [],
            notBegun: [],
          }),
        );
        await context.result(await rendered(context, formatOf(context, options.format), summaries));
        return 0;
      }),
    );
}

/** The runs as they are asked for; only the renderer that is needed is loaded. */
async function rendered(
  context: CommandContext,
  format: Format,
  summaries: readonly Summary[],
): Promise<string> {
  switch (format) {
    case 'json':
      return jsonText({ format: 'backcast/bench-report/1', runs: summaries });
    case 'csv':
      return (await import('../../report/formats/measured/benchmark-csv.ts')).benchmarkCsv(
        summaries,
      );
    case 'markdown':
      return (
        await import('../../report/formats/measured/benchmark-markdown.ts')
      ).benchmarkMarkdown(summaries);
    case 'html':
      return (await import('../../report/formats/measured/benchmark-html.ts')).benchmarkHtml(
        summaries,
      );
    case 'text': {
      const { benchmarkText } = await import('../../report/formats/measured/benchmark-text.ts');
      return summaries.map((one) => benchmarkText(one, context.columns)).join('\n');
    }
  }
}
