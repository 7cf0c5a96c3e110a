import { createHash } from 'node:crypto';
import { readProfile } from '../calibration/profile-text.ts';
import { profiledTools } from '../calibration/profiled-tool.ts';
import type { PriceBook } from '../catalog/price-book.ts';
import { type Checked, inOrder, type Problem } from '../problem.ts';
import {
  type DataFile,
  dataFilesOf,
  readHistory,
  readSamples,
} from '../scenario/reading/data-files.ts';
import type { Read } from '../scenario/reading/read.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { compile } from '../simulation/compile/compile.ts';
import type { Data } from '../simulation/compile/compile-log.ts';
import type { Plan } from '../simulation/plan/plan.ts';

/**
 * A scenario that is ready to be played.
 *
 * @property scenario as declared.
 * @property hash SHA-256 over the normal form and the data files that it names.
 * @property written the fields as they are written, with what is set.
 */
export interface Loaded {
  readonly scenario: Scenario;
  readonly plan: Plan;
  readonly hash: string;
  readonly written: unknown;
}

/** A price book, and the text it was read from. */
export interface Prices {
  readonly text: string;
  readonly book: PriceBook;
}

/** What belongs to a scenario beside its text. */
export interface Parts {
  /** What it is called where it says nothing. */
  readonly name: string;
  readonly prices: Prices | null;
  /** Texts of the data files by the names that the scenario gives them. */
  readonly files: ReadonlyMap<string, string>;
  /** Why the others are not there. */
  readonly unread: readonly Problem[];
}

/** Data files that a scenario names; none where nothing of it can be read. */
export function filesNamedBy(read: Read): readonly DataFile[] {
  const readable = read.ok ? read.value : read.rest;
  return readable ? dataFilesOf(readable.scenario) : [];
}

/** Puts the parts of a scenario together, or says every problem in them, in the order of the file. */
export function assemble(read: Read, { name, prices, files, unread }: Parts): Checked<Loaded> {
  const readable = read.ok ? read.value : read.rest;
  if (!readable) return { ok: false, problems: read.ok ? [] : read.problems };
  const { scenario, written, placeOf } = readable;
  const { data, problems } = dataIn(files, filesNamedBy(read));
  const wrong = [...unread, ...problems];
  const compiled = compile(scenario, { ...data, prices: prices?.book ?? null }, name);
  if (read.ok && compiled.ok && wrong.length === 0) {
    const texts = new Map([...files, ...(prices ? [['--prices', prices.text] as const] : [])]);
    const value = { scenario, plan: compiled.value, hash: hashOf(scenario, texts), written };
    return { ok: true, value };
  }
  const beyond = [
    ...wrong,
    ...(compiled.ok ? [] : compiled.problems.filter(isOwn(wrong, read))),
  ].map((problem) => ({ ...problem, place: problem.place ?? placeOf(problem.path) }));
  return { ok: false, problems: inOrder([...(read.ok ? [] : read.problems), ...beyond]) };
}

function dataIn(files: ReadonlyMap<string, string>, named: readonly DataFile[]) {
  const problems: Problem[] = [];
  const samples = new Map<string, readonly string[]>();
  const series: Map<string, MapValue<Data['series']>> = new Map();
  const profiles: Map<string, MapValue<NonNullable<Data['profiles']>>> = new Map();
  /** What a file holds, of which all fields that name it have the same. */
  const put = <T>(into: Map<string, T>, file: string, read: Checked<T>): void => {
    if (read.ok) into.set(file, read.value);
    else problems.push(...read.problems);
  };
  for (const data of named) {
    const { path, file, kind } = data;
    const text = files.get(file);
    if (text === undefined) continue;
    if (kind === 'samples') put(samples, file, readSamples(text, data));
    else if (kind === 'series') put(series, file, readHistory(text, data));
    else if (!profiles.has(file)) put(profiles, file, toolsIn(text, file, path));
  }
  return { problems, data: { samples, series, profiles } satisfies Omit<Data, 'prices'> };
}

type MapValue<M> = M extends ReadonlyMap<string, infer V> ? V : never;

function toolsIn(
  text: string,
  file: string,
  path: string,
): Checked<ReturnType<typeof profiledTools>> {
  const read = readProfile(text, file, path);
  return read.ok ? { ok: true, value: profiledTools(read.value, file) } : read;
}

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
  const all = value as Readonly<Record<string, unknown>>;
  // The unit table of a sampled field says nothing about the scenario.
  const isSampled = all.kind === 'sample file';
  const keys = Object.keys(all);
  const isSorted = keys.every((key, i) => i === 0 || (keys[i - 1] as string) < key);
  const isPlain = !isSampled && keys.every((key) => typeof all[key] !== 'object');
  // So is most of what there is much of, and to copy it takes longer than to look.
  if (isSorted && isPlain) return value;
  const sorted: Record<string, unknown> = {};
  for (const key of isSorted ? keys : keys.sort((a, b) => (a < b ? -1 : 1))) {
    if (!(isSampled && key === 'base')) sorted[key] = sortKeys(all[key]);
  }
  return sorted;
}
