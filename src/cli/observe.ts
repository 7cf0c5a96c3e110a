import { dirname } from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import { changeRates, measureChange } from '../exchange/change.ts';
import { type IndexReader, indexFile, openIndex } from '../exchange/index-file.ts';
import { ROW_SIZE, readRow } from '../exchange/index-row.ts';
import type { MeasuredChange, Observation } from '../exchange/observation.ts';
import { observe, type Root } from '../exchange/observe.ts';
import { RowSorter } from '../exchange/sort-rows.ts';
import { stanza, starter } from '../exchange/stanza.ts';
import { fileIdentity } from '../exchange/walk.ts';
import { isWorkloadName, workloadName } from '../exchange/workload-name.ts';
import type { Fault, Host, OpenFile } from '../host/host.ts';
import { ProblemsFound } from '../problem.ts';
import { format } from '../units/dimension.ts';
import { SIZE } from '../units/dimensions.ts';
import type { Frame } from './frame.ts';
import { jsonText } from './json-text.ts';

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
export function define(command: Command, frame: Frame): void {
  command
    .description('Walks a real directory and prints it as the workload of a scenario.')
    .argument('<directory>', 'the directory to walk')
    .option('--name <name>', "the workload's name (default: the directory's, made safe)")
    .option('--scenario', 'print a whole scenario with first strategies, for simulate')
    .option('--index <file>', 'write an index of all files, for a later --since')
    .option('--since <file>', 'measure the change since that index was written')
    .option('--seed <number>', 'seed of the sampling', wholeNumber, 1)
    .option('--across-file-systems', 'go into directories on other file systems too')
    .addHelpText('after', DETAILS)
    .action(frame.action((directory: string, options: Options) => run(directory, options, frame)));
}

function wholeNumber(text: string): number {
  const number = Number(text);
  if (/^\d+$/u.test(text) && Number.isSafeInteger(number)) return number;
  throw new InvalidArgumentError('Write a whole number such as 7.');
}

/** 1. opens what was named, 2. walks, 3. measures the change, 4. writes the index, 5. prints. */
async function run(directory: string, options: Options, frame: Frame): Promise<number> {
  const { host } = frame;
  const name = checkedName(options.name, directory, host);
  const since = options.since === undefined ? undefined : openSince(host, options.since);
  const own = new Set<string>();
  if (since) own.add(fileIdentity(since.file.facts));
  if (options.index !== undefined) checkIndexTarget(host, options.index, own);
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
      progress: showProgress(frame),
    });
    const change = since && rows ? await changeSince(since.reader, rows, seen, frame) : null;
    if (rows && options.index !== undefined) {
      const header = { key, taken: Date.parse(seen.taken), rows: rows.count };
      // Whoever holds the key can test guessed paths, so the file is for its owner alone.
      await host.files.replace(options.index, indexFile(header, rows.pieces()), { mode: 0o600 });
    }
    tellUnread(seen, frame);
    const observation = { ...seen, change };
    const text = options.scenario ? starter : stanza;
    await frame.result(frame.json ? jsonText(observation) : text(observation));
    return 0;
  } finally {
    rows?.close();
    since?.file.close();
  }
}

const problem = (message: string, hint: string): ProblemsFound =>
  new ProblemsFound([{ path: '', message, hint }]);

function checkedName(given: string | undefined, directory: string, host: Host): string {
  if (given === undefined) {
    const path = host.files.realPath(directory);
    return workloadName(path.ok ? path.value : directory);
  }
  if (isWorkloadName(given)) return given;
  throw problem(
    `"${given}" cannot be the name of a workload`,
    'write a letter, then letters, digits, "-" or "_"',
  );
}

function openRoot(host: Host, directory: string): Root {
  const refuse = ({ reason }: Fault): ProblemsFound =>
    problem(`cannot observe ${directory}: ${reason}`, 'name a directory that can be read');
  const path = host.files.realPath(directory);
  if (!path.ok) throw refuse(path);
  const facts = host.files.lstat(path.value);
  if (!facts.ok) throw refuse(facts);
  if (facts.value.kind !== 'directory') {
    throw problem(`cannot observe ${directory}: it is not a directory`, 'name a directory');
  }
  const opened = host.files.openDirectory(path.value);
  if (!opened.ok) throw refuse(opened);
  return { path: path.value, facts: facts.value, directory: opened.value };
}

function openFile(host: Host, path: string): OpenFile {
  const real = host.files.realPath(path);
  const opened = real.ok ? host.files.openRegular(real.value) : real;
  if (opened.ok) return opened.value;
  throw problem(`cannot read ${path}: ${opened.reason}`, 'name an index that observe wrote');
}

function openSince(host: Host, path: string): { file: OpenFile; reader: IndexReader } {
  const file = openFile(host, path);
  return { file, reader: openIndex(file, path) };
}

/** Refuses to write an index over a file that is none, and marks an old one as our own. */
function checkIndexTarget(host: Host, path: string, own: Set<string>): void {
  host.files.checkReplaceable(path);
  const real = host.files.realPath(path);
  const facts = real.ok ? host.files.lstat(real.value) : real;
  if (!facts.ok || facts.value.kind !== 'file' || facts.value.size === 0) return;
  const file = openFile(host, path);
  try {
    openIndex(file, path);
    own.add(fileIdentity(file.facts));
  } catch (error) {
    if (!(error instanceof ProblemsFound)) throw error;
    throw problem(
      `${path} exists and is not an index, so it is not overwritten`,
      'name a new file',
    );
  } finally {
    file.close();
  }
}

function newSorter(host: Host, index: string | undefined): RowSorter {
  const folder = index === undefined ? host.files.temporaryFolder : dirname(index);
  return new RowSorter(() => host.files.temporary(folder));
}

async function changeSince(
  since: IndexReader,
  rows: RowSorter,
  seen: Observation,
  frame: Frame,
): Promise<MeasuredChange> {
  const change = await measureChange(since.rows(), decoded(rows.pieces()), frame.breathe);
  const seconds = (Date.parse(seen.taken) - since.header.taken) / 1000;
  const kept = change.before.files - change.removed.files;
  if (kept === 0 && change.before.files > 0) {
    frame.note('note: no file of the earlier index is there; is it of the same directory?');
  }
  return { ...change, seconds, rates: changeRates(change, seconds) ?? null };
}

function* decoded(pieces: Iterable<Buffer>) {
  for (const piece of pieces) {
    for (let row = 0; row < piece.length; row += ROW_SIZE) yield readRow(piece, row);
  }
}

function showProgress(frame: Frame): (so: { files: number; bytes: number }) => void {
  const start = frame.host.clock.elapsed();
  return ({ files, bytes }) => {
    const rate = Math.round(files / Math.max(0.001, frame.host.clock.elapsed() - start));
    frame.progress(`${files} files, ${format(SIZE, bytes)}, ${rate} files/s`);
  };
}

function tellUnread({ unread }: Observation, frame: Frame): void {
  for (const { path, reason } of unread.first) {
    frame.note(`could not be read: ${path}: ${reason}`);
  }
  const more = unread.count - unread.first.length;
  if (more > 0) frame.note(`... and ${more} more that could not be read`);
}
