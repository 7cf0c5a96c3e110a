import { CATALOG_NAMES } from '../../catalog/names.ts';
import { nearest } from '../../catalog/suggest.ts';
import { checkPlaces } from './place-references.ts';
import { checkSize } from './size-sources.ts';
import { checkStore } from './store-references.ts';
import { checkTraining } from './training-references.ts';

/** A fault across fields, such as a dangling name or a contradiction; `steps` lead to the field. */
export interface Dangling {
  readonly steps: readonly PropertyKey[];
  readonly message: string;
  readonly hint: string;
}

type Raw = Readonly<Record<string, unknown>>;
type Report = (steps: readonly PropertyKey[], message: string, hint: string) => void;

/**
 * Checks that every name in a scenario is declared, and that fields do not contradict each other.
 * Works on the raw value, so that these faults are reported together with all other problems.
 */
export function danglingNames(raw: Raw): readonly Dangling[] {
  const found: Dangling[] = [];
  const report: Report = (steps, message, hint) => found.push({ steps, message, hint });
  // Null if the section is not a mapping: the schema reports that, and its names are unknown.
  const names = (section: string) =>
    raw[section] === undefined || isMapping(raw[section])
      ? Object.keys(mapping(raw[section]))
      : null;
  const check = checker(report);
  const [sites, links] = [names('sites'), names('links')];
  for (const [name, workload] of entries(raw.workloads)) {
    const at = ['workloads', name];
    check([...at, 'class'], workload.class, CATALOG_NAMES.class, 'content class');
    check([...at, 'site'], workload.site, sites, 'site');
    checkSize(at, workload, report);
  }
  for (const [name, link] of entries(raw.links))
    checkLink(['links', name], link, sites, check, report);
  for (const [name, store] of entries(raw.stores)) {
    checkStore(['stores', name], store, { sites, links }, { check, report });
  }
  checkExchange(raw, report);
  for (const name of Object.keys(mapping(mapping(raw.penalties)['all-lost']))) {
    check(['penalties', 'all-lost', name], name, names('workloads'), 'workload');
  }
  for (const [name, tool] of entries(raw.tools)) checkTool(['tools', name], tool, check);
  checkStrategies(raw, names, check, report);
  for (const [name, run] of entries(raw.training)) {
    const known = { workloads: names('workloads'), stores: names('stores') };
    checkTraining(['training', name], run, known, { check, report });
  }
  return found;
}

type Check = (
  steps: readonly PropertyKey[],
  value: unknown,
  known: readonly string[] | null,
  what: string,
) => void;

/** Number of unknown names that get a spelling suggestion: each costs time. */
const MOST_GUESSES = 50;
const MOST_LISTED = 20;
/** Catalog kinds with too many names for a hint: the argument of `catalog list`. */
const LISTS: Readonly<Record<string, string>> = {
  'store profile': 'store',
  'storage class': 'cloud',
};

function checker(report: Report): Check {
  const sets = new WeakMap<readonly string[], ReadonlySet<string>>();
  let guesses = 0;
  return (steps, value, known, what) => {
    if (known === null) return;
    let set = sets.get(known);
    if (!set) {
      set = new Set(known);
      sets.set(known, set);
    }
    if (typeof value !== 'string' || set.has(value)) return;
    const near = guesses++ < MOST_GUESSES ? nearest(value, known, 1)[0] : undefined;
    const list = known.slice(0, MOST_LISTED).join(', ');
    const all = LISTS[what] ? `: backcast catalog list ${LISTS[what]} has them all` : '';
    const more = known.length > MOST_LISTED ? ` and others${all}` : '';
    const hint =
      known.length === 0
        ? `there is no ${what} in this scenario; declare one`
        : `known are ${list}${more}`;
    report(steps, `there is no ${what} "${value}"`, near ? `did you mean ${near}? ${hint}` : hint);
  };
}

function checkLink(
  at: readonly string[],
  link: Raw,
  sites: readonly string[] | null,
  check: Check,
  report: Report,
): void {
  const ends = listed(link.between);
  for (const [index, site] of ends.entries()) check([...at, 'between', index], site, sites, 'site');
  if (ends.length === 2 && ends[0] === ends[1]) {
    report([...at, 'between'], 'joins a site with itself', 'name two different sites');
  }
  check([...at, 'profile'], link.profile, CATALOG_NAMES.link, 'link profile');
  if (link.rate === undefined && link.profile === undefined) {
    report([...at, 'rate'], 'is missing', 'write a rate such as 1 GB/s, or a profile');
  }
  if (typeof link.live === 'number' && link.live > Number(link.paths ?? 1)) {
    report([...at, 'live'], 'is more than there are paths', 'write at most the number of paths');
  }
}

/** Exchange rates have currency codes as keys, and none for the report currency itself. */
function checkExchange({ exchange, currency = 'USD' }: Raw, report: Report): void {
  for (const code of Object.keys(mapping(exchange))) {
    const steps = ['exchange', code];
    if (!/^[A-Z]{3}$/.test(code)) {
      report(steps, 'is not a currency', 'write three capital letters, such as CNY');
    } else if (code === currency) {
      report(steps, 'is the currency of the answers', 'leave it out');
    }
  }
}

function checkTool(at: readonly string[], tool: Raw, check: Check): void {
  check([...at, 'like'], tool.like, CATALOG_NAMES.tool, 'tool in the catalog');
  check([...at, 'codec'], tool.codec, CATALOG_NAMES.codec, 'codec');
  check([...at, 'cipher'], tool.cipher, CATALOG_NAMES.cipher, 'cipher');
  check([...at, 'hash'], tool.hash, CATALOG_NAMES.hash, 'hash');
}

const SCHEDULES = ['full', 'synthetic', 'differential', 'incremental'];

function checkStrategies(
  raw: Raw,
  names: (section: string) => string[] | null,
  check: Check,
  report: Report,
): void {
  const [stores, workloads] = [names('stores'), names('workloads')];
  const own = names('tools');
  const tools = own && [...own, ...CATALOG_NAMES.tool];
  for (const [name, strategy] of entries(raw.strategies)) {
    const at = ['strategies', name];
    const overrides = entries(strategy.overrides);
    checkCover(at, strategy, workloads, check, report);
    const all = [[at, strategy] as const].concat(
      overrides.map(([workload, override]) => [[...at, 'overrides', workload], override]),
    );
    for (const [steps, terms] of all) {
      check([...steps, 'tool'], terms.tool, tools, 'tool');
      checkPlaces(steps, terms, { stores, sites: names('sites') }, { check, report });
    }
    if (strategy.to === undefined && stores && stores.length > 1) {
      const list = stores.slice(0, MOST_LISTED).join(', ');
      report([...at, 'to'], 'is missing', `name the store it goes to: ${list}`);
    }
    if ([strategy, ...overrides.map(([, override]) => override)].every(isIdle)) {
      const hint = 'give it a schedule, such as incremental: daily at 01:00';
      report(at, 'never backs anything up', hint);
    }
  }
}

/** Workloads of a strategy exist and are listed once; overrides are for workloads it protects. */
function checkCover(
  at: readonly string[],
  strategy: Raw,
  workloads: readonly string[] | null,
  check: Check,
  report: Report,
): void {
  const chosen = listed(strategy.workloads);
  if (workloads === null) return;
  const seen = new Set<unknown>();
  for (const [index, workload] of chosen.entries()) {
    const steps = [...at, 'workloads', index];
    if (seen.has(workload)) report(steps, 'stands here twice', 'keep one');
    else check(steps, workload, workloads, 'workload');
    seen.add(workload);
  }
  const isChosen = new Set(strategy.workloads === undefined ? workloads : chosen);
  const isDeclared = new Set(workloads);
  for (const workload of Object.keys(mapping(strategy.overrides))) {
    const steps = [...at, 'overrides', workload];
    check(steps, workload, workloads, 'workload');
    if (isDeclared.has(workload) && !isChosen.has(workload)) {
      report(steps, 'is not protected by this strategy', 'add it to workloads, or leave this out');
    }
  }
}

const isIdle = (part: Raw): boolean =>
  SCHEDULES.every((key) => part[key] === undefined || part[key] === 'never');

const isMapping = (value: unknown): value is Raw =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const mapping = (value: unknown): Raw => (isMapping(value) ? value : {});

/** The entries that are mappings; the schema reports the others. */
const entries = (value: unknown): [string, Raw][] =>
  Object.entries(mapping(value)).filter((entry): entry is [string, Raw] => isMapping(entry[1]));

const listed = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : typeof value === 'string' ? [value] : [];
