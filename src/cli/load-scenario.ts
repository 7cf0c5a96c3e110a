import { basename, dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import type { Host } from '../host/host.ts';
import { assemble, filesNamedBy, type Loaded, type Prices } from '../library/assemble.ts';
import { type Problem, ProblemsFound } from '../problem.ts';
import type { DataFile } from '../scenario/reading/data-files.ts';
import { readScenario } from '../scenario/reading/read.ts';
import { readPriceBook } from '../scenario/reading/read-price-book.ts';
import type { Setting } from '../scenario/reading/settings.ts';
import type { CommandContext } from './command-context.ts';
import type { Input } from './input.ts';

/** A data file larger than this is refused unparsed. */
const DATA_LIMIT = 16_000_000;

/**
 * Reads the price book that a user names.
 *
 * @throws ProblemsFound with every problem, each with its place in the file.
 */
export async function loadPrices(context: CommandContext, path: string): Promise<Prices> {
  const input = await context.input(path);
  const read = readPriceBook(input.text, input.name);
  if (!read.ok) throw new ProblemsFound([...read.problems]);
  return { text: input.text, book: read.value };
}

/** What has been read already. */
export interface Given {
  readonly prices?: Prices | null;
  readonly input?: Input;
  /** Fields that take the place of those of the file. */
  readonly settings?: readonly Setting[];
}

/**
 * Reads a scenario and the data files that it names, and compiles it.
 *
 * @throws ProblemsFound with every problem, each with its place in the file.
 */
export async function loadScenario(
  context: CommandContext,
  path: string,
  { prices = null, settings = [], ...given }: Given = {},
): Promise<Loaded> {
  const input = given.input ?? (await context.input(path));
  const read = readScenario(input.text, input.name, settings);
  const folder = path === '-' ? '.' : dirname(path);
  const { files, unread } = await readData(context, folder, filesNamedBy(read));
  const name = path === '-' ? 'scenario' : basename(path).replace(/\.(ya?ml|json)$/i, '');
  const loaded = assemble(read, { name, prices, files, unread });
  if (loaded.ok) return loaded.value;
  const lined = loaded.problems.map(withLineOf(input));
  throw new ProblemsFound(lined.map(namingOptions(settings)));
}

/** Gives a problem in a file the text of its line; a scenario holds no secrets. */
function withLineOf({ name, text }: Input): (problem: Problem) => Problem {
  const lines = text.split(/\r?\n/);
  return (problem) => {
    const { place } = problem;
    const line = place?.file === name ? lines[place.line - 1] : undefined;
    return line === undefined ? problem : { ...problem, line };
  };
}

/** Calls a problem with what an option sets by that option, in place of a place in the file. */
const namingOptions =
  (settings: readonly Setting[]) =>
  (problem: Problem): Problem => {
    const { place: _, line: __, ...rest } = problem;
    const isSet = settings.some(({ path }) =>
      `${rest.path}.`.replace('[', '.').startsWith(`${path}.`.replace('[', '.')),
    );
    return isSet ? { ...rest, path: `--set ${rest.path}` } : problem;
  };

async function readData(context: CommandContext, folder: string, named: readonly DataFile[]) {
  const unread: Problem[] = [];
  const files = new Map<string, string>();
  for (const data of named) {
    context.spares(resolve(folder, data.file));
    if (files.has(data.file)) continue;
    const text = await readInside(context.host, folder, data, unread);
    if (text !== undefined) files.set(data.file, text);
  }
  return { files, unread };
}

/** Reads a file only where it lies below the scenario's folder after all links are resolved. */
async function readInside(
  host: Host,
  folder: string,
  { kind, path, file }: DataFile,
  problems: Problem[],
): Promise<string | undefined> {
  const refuse = (message: string, hint: string): undefined => {
    problems.push({ path, message, hint });
  };
  const other = kind === 'profile' ? 'name a profile' : 'name a CSV file';
  const nowhere = [
    `there is no file "${file}"`,
    'name a file beside the scenario or below it',
  ] as const;
  // No file has a zero byte in its name, and the system throws at being asked.
  if (file.includes('\0')) return refuse(...nowhere);
  const home = host.files.realPath(folder);
  const real = host.files.realPath(resolve(folder, file));
  if (!home.ok || !real.ok) return refuse(...nowhere);
  const inside = relative(home.value, real.value);
  if (inside === '' || inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside)) {
    return refuse(
      `"${file}" lies outside the folder of the scenario`,
      'put the file beside the scenario',
    );
  }
  const facts = host.files.lstat(real.value);
  if (!facts.ok || facts.value.kind !== 'file') {
    return refuse(`"${file}" is not a file`, other);
  }
  const content = await host.files.read(real.value, DATA_LIMIT);
  if (!content.ok) return refuse(`"${file}" cannot be read: ${content.reason}`, other);
  return new TextDecoder('utf-8').decode(content.value);
}
