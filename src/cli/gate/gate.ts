import { type Command, Option } from 'commander';
import type { CommandContext } from '../command-context.ts';
import { duration } from '../duration.ts';
import { refusal } from '../refusal.ts';
import { seedNumber, wholeNumber } from '../whole-number.ts';
import type { GateOptions } from './options.ts';
import { checkFiles } from './tell.ts';

/** Fewer pairs find nothing, and more than this are better spent on larger data. */
const pairs = wholeNumber({ least: 8, most: 50 });

const DETAILS = `
Compares in one of these ways:

  backcast gate --plan plan.yaml --before /opt/restic-0.16 --after /opt/restic-0.17
  backcast gate --plan plan.yaml --aa
  backcast gate --pairs backcast-work/measurements-20260301T030000Z.jsonl --max wall=+5%
  backcast gate --baseline old.jsonl --candidate new.jsonl --max stored=+2%
  backcast gate --baseline backcast-baselines --candidate new.jsonl --max stored=+2%
  backcast gate --plan-result old.json new.json --max peak=+5%

The first is the one to take: both sides run beside each other in pairs, each in an
order by a coin, until the verdict is clear. A side is a tool of the plan, a program,
a folder of programs, a folder with a build of backcast, or a version of programs
that are installed as NAME-VERSION; without --before it is what is installed. --aa
audits the machine against itself. Times of runs that were not interleaved get an
estimate and no verdict. Limits are for time, wall, quiet, work, memory, stored, sent, objects, requests,
restore, check and prune
(docs/gating.md says what each is); of plan results for the figures of diff, and
every verdict counts.

Exit codes: 0 nothing is worse; 3 something is; 4 nothing is known to be, but of
something it cannot be told (0 with --on-unclear pass); 2 nothing was judged.`;

/** The command `gate`: did a change make backups slower, larger or hungrier? */
export function define(command: Command, context: CommandContext): void {
  command
    .description('Fails where a change makes backups slower, larger or hungrier, or breaks a plan.')
    .option('--plan <file>', 'a plan of real backups, both sides of which run in pairs')
    .option('--before <what>', 'a tool of the plan, program, folder or version; else as installed')
    .option('--after <what>', 'the same, after the change')
    .option('--aa', 'audit this machine: what is installed against itself')
    .option('--budget <time>', 'begin nothing further after that time, e.g. 20min', duration)
    .option('--max-pairs <n>', 'pairs of each series at most (default: 15, more of many)', pairs)
    .option('--seed <number>', 'seed of the coin (default: a new one each time)', seedNumber)
    .option(
      '--work <directory>',
      'where pairs are run; made and marked by the first run',
      'backcast-work',
    )
    .option('--pairs <file>', 'pairs that an earlier gate has run, to be judged again')
    .option('--baseline <path>', 'measurements of bench before the change, or a baseline store')
    .option('--candidate <file>', 'measurements of the same plan, after it')
    .option('--branch <name>', 'of a baseline store: whose newest run it is (default: main)')
    .option('--other-versions', 'tools of other versions are the change to be judged')
    .option('--plan-result <files...>', 'two results of simulate --json, before and after')
    .option('--max <limits>', 'by how much each metric may grow: wall=+10%,stored=+2%')
    .option('--limits <file>', 'a file of limits (YAML or JSON): "wall: +10 %", a line each')
    .addOption(
      new Option('--on-unclear <what>', 'whether what cannot be told ends with 4 or with 0')
        .choices(['fail', 'pass'])
        .default('fail'),
    )
    .option('--markdown <file>', 'write a summary for a pull request')
    .option('--junit <file>', 'write JUnit XML, a test case for each that was judged')
    .option('--annotations', "print GitHub's annotations on standard error, ten at most")
    .addHelpText('after', DETAILS)
    .action(context.action((options: GateOptions) => run(context, options)));
}

/** The command line says in one way what is compared. */
async function run(context: CommandContext, options: GateOptions): Promise<number> {
  const { plan, pairs: again, baseline, candidate, planResult } = options;
  const ways = [plan, again, baseline ?? candidate, planResult].filter((way) => way !== undefined);
  if (ways.length !== 1) {
    throw refusal(
      ways.length === 0 ? 'nothing to compare was given' : 'more than one comparison was given',
      'write --plan, or --pairs, or --baseline and --candidate, or --plan-result',
    );
  }
  refuseStray(options);
  await checkFiles(context, options);
  if (plan !== undefined) return (await import('./pairs.ts')).gatePairs(context, options);
  if (again !== undefined) {
    return (await import('./pairs-again.ts')).gatePairsAgain(context, options);
  }
  if (planResult) return (await import('./plan-results.ts')).gatePlanResults(context, options);
  return (await import('./records.ts')).gateRecords(context, options);
}

/** Options that would be without effect are mistakes. */
function refuseStray(options: GateOptions): void {
  const { plan, baseline, before, after, aa, budget, maxPairs, seed } = options;
  const ofRecords = { branch: options.branch, 'other-versions': options.otherVersions };
  const ofPlan = { before, after, budget, seed };
  const ofPairs = { aa, 'max-pairs': maxPairs };
  const strays = [
    ...(plan === undefined ? Object.entries(ofPlan) : []),
    ...(plan === undefined && options.pairs === undefined ? Object.entries(ofPairs) : []),
    ...(baseline === undefined ? Object.entries(ofRecords) : []),
  ];
  for (const [option, given] of strays) {
    if (given === undefined) continue;
    const of = option in ofRecords ? '--baseline and --candidate' : '--plan';
    throw refusal(`--${option} does nothing here`, `it belongs to ${of}`);
  }
}
