import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { ProblemsFound } from '../../problem.ts';
import { readScenario } from '../../scenario/reading/read.ts';
import { parseSource } from '../../scenario/reading/source.ts';
import type { CommandContext } from '../command-context.ts';
import { installed } from '../installed.ts';
import { refusal } from '../refusal.ts';
import { readData, readPromise } from './data-option.ts';
import { type Data, draftOf, isRate } from './draft.ts';
import { askAll } from './questions.ts';

type Promised = readonly [workload: string, limit: string];

interface Options {
  readonly data: readonly Data[];
  readonly from?: string;
  readonly lan: string;
  readonly line: string;
  readonly rpo: readonly Promised[];
  readonly rto: readonly Promised[];
  readonly start?: string;
}

/** `backcast init [DIR]`: drafts a scenario with comments. */
export function define(command: Command, context: CommandContext): void {
  command
    .description(
      'Drafts a scenario with comments, from options or from answers to a few questions.',
    )
    .argument('[dir]', 'writes scenario.yaml there; prints it without')
    .addOption(
      new Option(
        '--data <name=size>',
        'what is to be protected, with growth and class where they are known: images="60 TB, 25 %/year, medical-images"; again for more',
      )
        .argParser(dataNamed)
        .default([], 'none'),
    )
    .option('--from <file>', 'workloads that observe has printed, in place of --data')
    .option('--lan <rate>', 'what the network in the building carries', rate, '10 Gbit/s')
    .option('--line <rate>', 'what the line to another place carries', rate, '1 Gbit/s')
    .addOption(
      promised('--rpo <limit>', 'work that may be lost at most; NAME=LIMIT for one workload'),
    )
    .addOption(promised('--rto <limit>', 'back at the latest after a disaster; NAME=LIMIT for one'))
    .option('--start <date>', 'the first day (default: today)')
    .action(
      context.action(async (dir: string | undefined, options: Options) => {
        const target = dir === undefined ? context.output : join(dir, 'scenario.yaml');
        if (dir !== undefined) refuseExisting(context, join(dir, 'scenario.yaml'));
        const text = await drafted(context, dir ?? '.', target, options);
        if (dir === undefined) await context.result(text);
        else {
          await context.host.files.replace(join(dir, 'scenario.yaml'), text);
          context.note(
            `wrote ${join(dir, 'scenario.yaml')}; play it: backcast simulate ${join(dir, 'scenario.yaml')}`,
          );
        }
        return 0;
      }),
    );
}

function dataNamed(text: string, before: readonly Data[]): readonly Data[] {
  const data = readData(text);
  if (data) return [...before, data];
  throw new InvalidArgumentError(
    'write a name and a size: images="60 TB, 25 %/year, medical-images"',
  );
}

const promised = (flags: string, text: string): Option =>
  new Option(flags, text).argParser(promise).default([], 'none');

const promise = (text: string, before: readonly Promised[]): readonly Promised[] => [
  ...before,
  readPromise(text),
];

function rate(text: string): string {
  if (isRate(text)) return text;
  throw new InvalidArgumentError('write a rate such as 10 Gbit/s');
}

function refuseExisting({ host }: CommandContext, path: string): void {
  if (!host.files.realPath(path).ok) return;
  throw refusal(`${path} is there already`, 'move it away, or draft into another folder');
}

/** The draft, once it reads without problems. */
async function drafted(
  context: CommandContext,
  dir: string,
  target: string | undefined,
  options: Options,
): Promise<string> {
  const observed =
    options.from === undefined ? undefined : await workloadsIn(context, options.from);
  const isAsked = options.data.length === 0 && !observed;
  const answers = isAsked ? await askAll(context.host) : null;
  if (isAsked && !answers) {
    throw refusal(
      'nobody says what is to be protected',
      'give --data images="60 TB, 25 %/year, medical-images", or --from a file of observe',
    );
  }
  const text = draftOf({
    ...options,
    ...answers,
    name: nameOf(dir, target),
    start: options.start ?? new Date(context.host.clock.now()).toISOString().slice(0, 10),
    observed,
    rpo: new Map(answers?.rpo ?? options.rpo),
    rto: new Map(answers?.rto ?? options.rto),
    schema: schemaFrom(target === undefined ? '.' : dirname(target)),
  });
  const read = readScenario(text, 'the draft');
  if (!read.ok) throw new ProblemsFound(read.problems.map(({ place: _, ...problem }) => problem));
  return text;
}

async function workloadsIn(context: CommandContext, file: string) {
  const input = await context.input(file);
  const source = parseSource(input.text, input.name);
  if (source.problems.length > 0) throw new ProblemsFound(source.problems);
  const { workloads } = (source.value ?? {}) as { readonly workloads?: unknown };
  if (typeof workloads === 'object' && workloads !== null && !Array.isArray(workloads)) {
    return workloads as Readonly<Record<string, unknown>>;
  }
  throw refusal(`${file} has no workloads`, 'make it with "backcast observe DIRECTORY"');
}

/** After the file where that has a name of its own, else after its folder. */
function nameOf(dir: string, target: string | undefined): string {
  if (target === undefined) return 'plan';
  const file = basename(target).replace(/\.ya?ml$/i, '');
  return file === '' || file === 'scenario' ? basename(resolve(dir)) || 'plan' : file;
}

/** The schema that is installed with the program, as seen from a folder. */
function schemaFrom(folder: string): string {
  const schema = installed('docs/scenario.schema.json');
  return relative(resolve(folder), schema).split(sep).join('/');
}
