import type { Command } from 'commander';
import { jsonText } from '../escape.ts';
import type { Observation } from '../exchange/observation.ts';
import { observe, type Root } from '../exchange/observe.ts';
import { stanza, starter } from '../exchange/stanza.ts';
import { fileIdentity } from '../exchange/walk.ts';
import { isWorkloadName, workloadName } from '../exchange/workload-name.ts';
import type { Fault, Host } from '../host/host.ts';
import type { ProblemsFound } from '../problem.ts';
import { format } from '../units/dimension.ts';
import { SIZE } from '../units/dimensions.ts';
import type { CommandContext } from './command-context.ts';
import {
  changeSince,
  checkIndexTarget,
  newSorter,
  openSince,
  writeIndex,
} from './observe-index.ts';
import { refusal } from './refusal.ts';
import { seedNumber } from './whole-number.ts';

interface Options {
  readonly name?: string;
  readonly index?: string;
  readonly since?: string;
  readonly seed: number;
  readonly acrossFileSystems?: true;
  readonly scenario?: true;
}

const DETAILS = `
Reads regular files only and follows no link. What it prints can be pasted into
a scenario; with --scenario it is one:

  backcast observe /srv/data --scenario | backcast simulate -

An index holds no names: a keyed hash of each path, with size, time
and inode. Run it again later with --since, and the change and growth between
the two runs are measured:

  backcast observe /srv/data --index monday.index
  backcast observe /srv/data --since monday.index --index tuesday.index`;

/** The command `observe DIR`; see `CommandFile`. */
export function define(command: Command, context: CommandContext): void {
  command
    .description('Walks a real directory and prints it as the workload of a scenario.')
    .argument('<directory>', 'the directory to walk')
    .option('--name <name>', "the workload's name (default: the directory's, made safe)")
    .option('--scenario', 'print a whole scenario with first strategies, for simulate')
    .option('--index <file>', 'write an index of all files, for a later --since')
    .option('--since <file>', 'measure the change since that index was written')
    .option('--seed <number>', 'seed of the sampling', seedNumber, 1)
    .option('--across-file-systems', 'go into directories on other file systems too')
    .addHelpText('after', DETAILS)
    .action(
      context.action((directory: string, options: Options) =>
        context.host.heedingSignals(() => run(directory, options, context)),
      ),
    );
}

/** 1. opens what was named, 2. walks, 3. measures the change, 4. writes the index, 5. prints. */
async function run(directory: string, options: Options, context: CommandContext): Promise<number> {
  const { host } = context;
  const name = checkedName(options.name, directory, host);
  for (const path of [options.since, options.index]) if (path !== undefined) context.spares(path);
  const since = options.since === undefined ? undefined : openSince(host, options.since);
  const own = new Set<string>();
  if (since) own.add(fileIdentity(since.file.facts));
  if (options.index !== undefined) await checkIndexTarget(host, options.index, own);
  const root = openRoot(host, directory);
  const rows = since || options.index !== undefined ? newSorter(host, options.index) : undefined;
  try {
    const key = since?.reader.header.key ?? host.randomBytes(32);
    const seen = await observe(host, root, {
      name,
      seed: options.seed,
      acrossFileSystems: options.acrossFileSystems === true,
      own,
      ...(rows ? { index: { key, rows } } : {}),
      progress: showProgress(context),
    });
    tellUnread(seen, context);
    if (options.scenario && seen.size === 0) throw nothingThere(directory, seen);
    const change = since && rows ? await changeSince(since, rows, seen, context) : null;
    if (rows && options.index !== undefined) {
      await writeIndex(host, options.index, { key, rows, taken: seen.taken });
    }
    const observation = { ...seen, change };
    const text = options.scenario ? starter : stanza;
    await context.result(context.json ? jsonText(observation) : text(observation));
    return 0;
  } finally {
    rows?.close();
    since?.file.close();
  }
}

function nothingThere(directory: string, { files }: Observation): ProblemsFound {
  const found = files > 0 ? 'its files are all empty' : 'no file was found in it';
  return refusal(
    `${directory} holds nothing to protect: ${found}`,
    'name a directory with data, or leave --scenario out to see what was found',
  );
}

function checkedName(given: string | undefined, directory: string, host: Host): string {
  if (given === undefined) {
    const path = host.files.realPath(directory);
    return workloadName(path.ok ? path.value : directory);
  }
  if (isWorkloadName(given)) return given;
  throw refusal(
    `"${given}" cannot be the name of a workload`,
    'write a letter, then letters, digits, "-" or "_"',
  );
}

function openRoot(host: Host, directory: string): Root {
  const refuse = ({ reason }: Fault): ProblemsFound =>
    refusal(`cannot observe ${directory}: ${reason}`, 'name a directory that can be read');
  const path = host.files.realPath(directory);
  if (!path.ok) throw refuse(path);
  const facts = host.files.lstat(path.value);
  if (!facts.ok) throw refuse(facts);
  if (facts.value.kind !== 'directory') {
    throw refusal(`cannot observe ${directory}: it is not a directory`, 'name a directory');
  }
  const opened = host.files.openDirectory(path.value);
  if (!opened.ok) throw refuse(opened);
  return { path: path.value, facts: facts.value, directory: opened.value };
}

function showProgress(context: CommandContext): (so: { files: number; bytes: number }) => void {
  const start = context.host.clock.elapsed();
  return ({ files, bytes }) => {
    const rate = Math.round(files / Math.max(0.001, context.host.clock.elapsed() - start));
    context.progress(`${files} files, ${format(SIZE, bytes)}, ${rate} files/s`);
  };
}

function tellUnread({ unread }: Observation, context: CommandContext): void {
  for (const { path, reason } of unread.first) {
    context.note(`could not be read: ${path}: ${reason}`);
  }
  const more = unread.count - unread.first.length;
  if (more > 0) context.note(`... and ${more} more that could not be read`);
}
