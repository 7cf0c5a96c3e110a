import { type Command, Option } from 'commander';
import { type Summary, summarise } from '../../benchmark/summary.ts';
import { jsonText } from '../../escape.ts';
import type { MeasuredRun } from '../../report/formats/measured/measured-steps.ts';
import { readRecords } from '../calibration/read-records.ts';
import type { CommandContext } from '../command-context.ts';
import { refusal } from '../refusal.ts';
import { FORMATS, type Format, formatOf } from '../render.ts';

/** What other programs read. */
const FOREIGN = ['hyperfine', 'benchfmt'] as const;
type Foreign = (typeof FOREIGN)[number];

interface Options {
  readonly format?: Format | Foreign;
}

const DETAILS = `
Reads only what is named, and tells it as the run itself did, with the runs and the
spread of each figure, tools side by side and beside the fastest:

  backcast bench report backcast-work/measurements-*.jsonl
  backcast bench report backcast-work/measurements-*.jsonl --output measured.html

--format hyperfine writes JSON as "hyperfine --export-json" does, --format benchfmt
the lines that Go's benchstat reads.

Ends with 0 whatever the runs found.`;

/** The command `bench report FILE…`: tells once more what runs have measured. */
export function define(command: Command, context: CommandContext): void {
  command
    .command('report')
    .description('Prints again what runs have measured, from the files that they have written.')
    .argument('<measurements...>', 'files that bench has written')
    .addOption(
      new Option('--format <format>', 'what to print; else by the ending of --output').choices([
        ...FORMATS,
        ...FOREIGN,
      ]),
    )
    .addHelpText('after', DETAILS)
    .action(
      context.action(async (paths: string[], options: Options) => {
        const records = await readRecords(context, paths);
        const { format } = options;
        if (format === 'hyperfine' || format === 'benchfmt') {
          refuseJson(context, format);
          await context.result(await exported(format, records));
          return 0;
        }
        const summaries = records.map(({ opening, lines }, index) =>
          summarise({
            opening,
            lines,
            measurements: paths[index] as string,
            leftOut: [],
            notBegun: [],
          }),
        );
        await context.result(await rendered(context, formatOf(context, format), summaries));
        return 0;
      }),
    );
}

function refuseJson({ json }: CommandContext, format: Foreign): void {
  if (json) throw refusal(`--json and --format ${format} ask for two things`, 'drop one of them');
}

async function exported(format: Foreign, runs: readonly MeasuredRun[]): Promise<string> {
  return format === 'hyperfine'
    ? (await import('../../report/formats/measured/hyperfine-json.ts')).hyperfineJson(runs)
    : (await import('../../report/formats/measured/benchfmt.ts')).benchfmt(runs);
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
