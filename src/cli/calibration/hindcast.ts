import { type Command, InvalidArgumentError, Option } from 'commander';
import { type Compared, compare } from '../../calibration/hindcast.ts';
import { hindcastFaults, strangersIn, widened } from '../../calibration/hindcast-faults.ts';
import { measuredRuns } from '../../calibration/measured-run.ts';
import type { Profile } from '../../calibration/profile.ts';
import { readProfile } from '../../calibration/profile-text.ts';
import { jsonText } from '../../escape.ts';
import { ProblemsFound } from '../../problem.ts';
import { hindcastText } from '../../report/formats/measured/profile-text.ts';
import { parse } from '../../units/dimension.ts';
import { FRACTION } from '../../units/dimensions.ts';
import type { CommandContext } from '../command-context.ts';
import { refusal } from '../refusal.ts';
import { type Format, formatOf } from '../render.ts';
import { readRecords } from './read-records.ts';

const HINDCAST_FORMATS = ['text', 'markdown', 'json', 'html'] as const;

interface Options {
  readonly maxError?: number;
  readonly format?: (typeof HINDCAST_FORMATS)[number];
}

const DETAILS = `
Each measured step is foretold from the profile alone: bytes first, then processor
seconds, then the seconds that pass. The noise beside each error is what one
repetition misses another by. Ends with 3 where the median error of work or bytes
is above --max-error (and above 1.2 times what a perfect forecast would miss of runs
as noisy as these), or where intervals hold too seldom:

  backcast hindcast tools.profile.yaml backcast-work/measurements-*.jsonl --max-error 15%`;

/** The command `hindcast PROFILE MEASUREMENTS…`; see `CommandFile`. */
export function define(command: Command, context: CommandContext): void {
  command
    .description('Foretells measured runs from a profile alone, and says how well.')
    .argument('<profile>', 'a file that calibrate has written')
    .argument('<measurements...>', 'files that bench has written, of other runs')
    .option('--max-error <share>', 'end with 3 where the median error is above, e.g. 15%', fraction)
    .addOption(
      new Option('--format <format>', 'what to print; else by the ending of --output').choices(
        HINDCAST_FORMATS,
      ),
    )
    .addHelpText('after', DETAILS)
    .action(
      context.action((path: string, paths: string[], options: Options) =>
        run(path, paths, options, context),
      ),
    );
}

async function run(
  path: string,
  paths: string[],
  options: Options,
  context: CommandContext,
): Promise<number> {
  const { text } = await context.input(path);
  const read = readProfile(text, path);
  if (!read.ok) throw new ProblemsFound([...read.problems]);
  const profile = read.value;
  const records = await readRecords(context, paths);
  const compared = records.flatMap(({ opening, lines }) => {
    const { runs } = measuredRuns(opening, lines);
    return compare(profile, runs);
  });
  if (compared.length === 0) {
    throw refusal(
      'the profile says nothing of these measurements',
      'name runs of the tools that it was made of',
    );
  }
  const openings = records.map(({ opening }) => opening);
  const faults = [...strangersIn(profile, openings), ...hindcastFaults(compared, options.maxError)];
  const format = formatOf(context, options.format);
  await context.result(await rendered(context, format, { profile, compared, faults }));
  const { maxError } = options;
  if (maxError !== undefined) for (const line of widened(compared, maxError)) context.note(line);
  for (const fault of faults) context.note(fault);
  return faults.length > 0 ? 3 : 0;
}

/** What was found, as it is asked for; only the renderer that is needed is loaded. */
async function rendered(
  context: CommandContext,
  format: Format,
  found: {
    readonly profile: Profile;
    readonly compared: readonly Compared[];
    readonly faults: readonly string[];
  },
): Promise<string> {
  const { profile, compared, faults } = found;
  if (format === 'json') {
    const { from } = profile;
    return jsonText({ format: 'backcast/hindcast/1', profile: from, compared, faults });
  }
  if (format === 'markdown') {
    const { hindcastMarkdown } = await import('../../report/formats/measured/hindcast-markdown.ts');
    return hindcastMarkdown(profile, compared, faults);
  }
  if (format === 'html') {
    const { hindcastHtml } = await import('../../report/formats/measured/hindcast-html.ts');
    return hindcastHtml(profile, compared, faults);
  }
  if (format !== 'text') {
    const hint = `write ${HINDCAST_FORMATS.join(', ')}`;
    throw refusal(`a hindcast is not written as ${format}`, hint);
  }
  return hindcastText(profile, compared, context.columns);
}

function fraction(text: string): number {
  const parsed = parse(FRACTION, text);
  if (parsed.ok && parsed.value >= 0) return parsed.value;
  throw new InvalidArgumentError('write a share, for example 15%');
}
