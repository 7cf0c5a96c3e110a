import { type Command, InvalidArgumentError } from 'commander';
import { compare } from '../../calibration/hindcast.ts';
import { hindcastFaults, strangersIn } from '../../calibration/hindcast-faults.ts';
import { measuredRuns } from '../../calibration/measured-run.ts';
import { readProfile } from '../../calibration/profile-text.ts';
import { jsonText } from '../../escape.ts';
import { ProblemsFound } from '../../problem.ts';
import { hindcastText } from '../../report/formats/profile-text.ts';
import { parse } from '../../units/dimension.ts';
import { FRACTION } from '../../units/dimensions.ts';
import type { CommandContext } from '../command-context.ts';
import { refusal } from '../refusal.ts';
import { readRecords } from './read-records.ts';

interface Options {
  readonly maxError?: number;
}

const DETAILS = `
Each measured step is foretold from the profile alone: bytes first, then processor
seconds, then the seconds that pass. The noise beside each error is what one
repetition misses another by. Ends with 3 where the median error of work or bytes
is above --max-error, or where intervals hold too seldom:

  backcast hindcast tools.profile.yaml backcast-work/measurements-*.jsonl --max-error 15%`;

/** The command `hindcast PROFILE MEASUREMENTS…`; see `CommandFile`. */
export function define(command: Command, context: CommandContext): void {
  command
    .description('Foretells measured runs from a profile alone, and says how well.')
    .argument('<profile>', 'a file that calibrate has written')
    .argument('<measurements...>', 'files that bench has written, of other runs')
    .option('--max-error <share>', 'end with 3 where the median error is above, e.g. 15%', fraction)
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
  { maxError }: Options,
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
  const faults = [...strangersIn(profile, openings), ...hindcastFaults(compared, maxError)];
  await context.result(
    context.json
      ? jsonText({ format: 'backcast/hindcast/1', profile: profile.from, compared, faults })
      : hindcastText(profile, compared, context.columns),
  );
  for (const fault of faults) context.note(fault);
  return faults.length > 0 ? 3 : 0;
}

function fraction(text: string): number {
  const parsed = parse(FRACTION, text);
  if (parsed.ok && parsed.value >= 0) return parsed.value;
  throw new InvalidArgumentError('write a share, for example 15%');
}
