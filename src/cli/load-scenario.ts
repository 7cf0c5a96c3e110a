import { createHash } from 'node:crypto';
import { basename, dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import type { PriceBook } from '../catalog/price-book.ts';
import type { Host } from '../host/host.ts';
import { type Problem, ProblemsFound } from '../problem.ts';
import {
  type DataFile,
  dataFilesOf,
  readHistory,
  readSamples,
} from '../scenario/reading/data-files.ts';
import { inOrder, type Read, readScenario } from '../scenario/reading/read.ts';
import { readPriceBook } from '../scenario/reading/read-price-book.ts';
import type { Setting } from '../scenario/reading/settings.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { compile } from '../simulation/compile/compile.ts';
import type { Data } from '../simulation/compile/compile-log.ts';
import type { Plan } from '../simulation/plan/plan.ts';
import type { CommandContext } from './command-context.ts';
import type { Input } from './input.ts';

/** A data file larger than this is refused unparsed. */
const DATA_LIMIT = 16_000_000;

/** A price book, and the text it was read from. */
export interface Prices {
  readonly text: string;
  readonly book: PriceBook;
}

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

/** A scenario as declared and ready to run, and the hash that names it in results. */
export interface Loaded {
  readonly scenario: Scenario;
  readonly plan: Plan;
  readonly hash: string;
  /** The fields as they are written, with what is set. */
  readonly written: unknown;
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
  const named = namingOptions(settings);
  const readable = read.ok ? read.value : read.rest;
  if (!readable) throw new ProblemsFound(read.ok ? [] : read.problems.map(named));
  const { scenario, written, placeOf } = readable;
  const folder = path === '-' ? '.' : dirname(path);
  const files = await readData(context, folder, dataFilesOf(scenario));
  if (prices) files.texts.set('--prices', prices.text);
  const name = path === '-' ? 'scenario' : basename(path).replace(/\.(ya?ml|json)$/i, '');
  const compiled = compile(scenario, { ...files.data, prices: prices?.book ?? null }, name);
  if (read.ok && compiled.ok && files.problems.length === 0) {
    return { scenario, plan: compiled.value, hash: hashOf(scenario, files.texts), written };
  }
  const beyond = [
    ...files.problems,
    ...(compiled.ok ? [] : compiled.problems.filter(isOwn(files.problems, read))),
  ].map((problem) => ({ ...problem, place: placeOf(problem.path) }));
  throw new ProblemsFound(inOrder([...(read.ok ? [] : read.problems), ...beyond]).map(named));
}

/** Calls a problem with what an option sets by that option, in place of a place in the file. */
const namingOptions =
  (settings: readonly Setting[]) =>
  (problem: Problem): Problem => {
    const { place: _, ...rest } = problem;
    const isSet = settings.some(({ path }) =>
      `${rest.path}.`.replace('[', '.').startsWith(`${path}.`.replace('[', '.')),
    );
    return isSet ? { ...rest, path: `--set ${rest.path}` } : problem;
  };

/**
 * Whether a problem of putting the parts together does not only follow from another one: from a
 * file that could not be read, or from places, stores and links that were left out for their faults.
 */
const isOwn =
  (unread: readonly Problem[], read: Read) =>
  ({ path }: Problem): boolean => {
    const thinned = read.ok ? undefined : read.rest?.thinned;
    const isAbroad = ['sites', 'links', 'stores'].some((section) => thinned?.has(section));
    const isUnread = unread.some((other) => `${other.path}.`.startsWith(`${path}.`));
    return !isUnread && !(isAbroad && /\.(to|site)$/.test(path));
  };

async function readData(context: CommandContext, folder: string, files: readonly DataFile[]) {
  const problems: Problem[] = [];
  const texts = new Map<string, string>();
  const samples = new Map<string, readonly string[]>();
  const series: Map<
    string,
    Data['series'] extends ReadonlyMap<string, infer S> ? S : never
  > = new Map();
  for (const data of files) {
    context.spares(resolve(folder, data.file));
    const text = texts.get(data.file) ?? (await readInside(context.host, folder, data, problems));
    if (text === undefined) continue;
    texts.set(data.file, text);
    if (data.kind === 'samples') {
      const lines = readSamples(text, data);
      if (lines.ok) samples.set(data.file, lines.value);
      else problems.push(...lines.problems);
    } else {
      const history = readHistory(text, data);
      if (history.ok) series.set(data.file, history.value);
      else problems.push(...history.problems);
    }
  }
  return { problems, texts, data: { samples, series } satisfies Omit<Data, 'prices'> };
}

/** Reads a file only where it lies below the scenario's folder after all links are resolved. */
async function readInside(
  host: Host,
  folder: string,
  { path, file }: DataFile,
  problems: Problem[],
): Promise<string | undefined> {
  const refuse = (message: string, hint: string): undefined => {
    problems.push({ path, message, hint });
  };
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
    return refuse(`"${file}" is not a file`, 'name a CSV file');
  }
  const content = await host.files.read(real.value, DATA_LIMIT);
  if (!content.ok) return refuse(`"${file}" cannot be read: ${content.reason}`, 'name a CSV file');
  return new TextDecoder('utf-8').decode(content.value);
}

/** SHA-256 over the normal form (base units, sorted keys) and the data files that it names. */
function hashOf(scenario: Scenario, texts: ReadonlyMap<string, string>): string {
  const hash = createHash('sha256').update(JSON.stringify(sortKeys(scenario)));
  for (const [file, text] of [...texts].sort(([a], [b]) => (a < b ? -1 : 1))) {
    hash.update(`\0${file}\0${text}`);
  }
  return hash.digest('hex');
}

function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (typeof value !== 'object' || value === null) return value;
  // The unit table of a sampled field says nothing about the scenario.
  const isSampled = 'kind' in value && value.kind === 'sample file';
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !(isSampled && key === 'base'))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, part]) => [key, sortKeys(part)]),
  );
}
