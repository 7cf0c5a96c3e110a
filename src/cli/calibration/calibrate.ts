import type { Command } from 'commander';
import { calibrate } from '../../calibration/calibrate.ts';
import { mixedIn } from '../../calibration/mixed.ts';
import { profileYaml } from '../../calibration/profile-text.ts';
import { jsonText } from '../../escape.ts';
import { profileText } from '../../report/formats/measured/profile-text.ts';
import type { CommandContext } from '../command-context.ts';
import { refusal } from '../refusal.ts';
import { version } from '../version.ts';
import { seedNumber } from '../whole-number.ts';
import { readRecords } from './read-records.ts';

interface Options {
  readonly out?: string;
  readonly mixed?: true;
  readonly stanza?: true;
  readonly seed: number;
}

const DETAILS = `
Measurements are the files that bench writes into its work directory. A profile
holds, for each tool and operation, what it takes in proportion to what it has to
do, and how far that may be trusted:

  backcast bench scenarios/bench-quick.yaml
  backcast calibrate backcast-work/measurements-*.jsonl --out tools.profile.yaml
  backcast hindcast tools.profile.yaml other/measurements-*.jsonl`;

/** The command `calibrate MEASUREMENTS…`; see `CommandFile`. */
export function define(command: Command, context: CommandContext): void {
  command
    .description('Fits what tools take to measurements of real runs, with its doubt.')
    .argument('<measurements...>', 'files that bench has written')
    .option('--out <file>', 'write the profile, for hindcast')
    .option('--stanza', 'print the tools of a scenario, in place of tables')
    .option('--mixed', 'fit measurements of several machines or versions as if they were one')
    .option('--seed <number>', 'seed of the rows of joint doubt', seedNumber, 1)
    .addHelpText('after', DETAILS)
    .action(context.action((paths: string[], options: Options) => run(paths, options, context)));
}

async function run(paths: string[], options: Options, context: CommandContext): Promise<number> {
  if (options.stanza && context.json) {
    throw refusal('--stanza and --json ask for two things', 'drop one of them');
  }
  if (options.out !== undefined) refuseToReplace(context, options.out, paths);
  const records = await readRecords(context, paths);
  const mixed = mixedIn(records.map(({ opening }) => opening));
  if (mixed.length > 0 && !options.mixed) {
    throw refusal(
      `the measurements are of more than one kind: ${mixed.join('; ')}`,
      'name files of one machine and one version of each tool, or say --mixed',
    );
  }
  if (options.out !== undefined) await context.host.files.checkReplaceable(options.out);
  const profile = await calibrate(records, {
    backcast: await version(context.host),
    seed: options.seed,
    progress: async (tool) => {
      context.progress(`fitting ${tool}`);
      await context.host.yieldNow();
    },
  });
  if (!profile) {
    throw refusal(
      'nothing in these measurements can be fitted',
      'name files with steps that ended well',
    );
  }
  if (options.out !== undefined)
    await context.host.files.replace(options.out, profileYaml(profile));
  const text = options.stanza
    ? (await import('../../calibration/tools-stanza.ts')).toolsStanza(profile)
    : profileText(profile, context.columns);
  await context.result(context.json ? jsonText(profile) : text);
  return 0;
}

/** Measurements may have taken hours: the profile must not take their place. */
function refuseToReplace({ host }: CommandContext, out: string, paths: readonly string[]): void {
  const target = host.files.realPath(out);
  const isOne = paths.some((path) => {
    const found = host.files.realPath(path);
    return target.ok && found.ok && target.value === found.value;
  });
  if (isOne) {
    throw refusal(
      `--out ${out} is one of the measurements`,
      'write the profile to another file, such as tools.profile.yaml',
    );
  }
}
