import { builtinModules } from 'node:module';
import { posix } from 'node:path';
import { type Import, type Reach, readSource } from './imports.ts';

/** A source file as the check sees it: its path below `src/`, with forward slashes, and its text. */
export interface Source {
  readonly path: string;
  readonly source: string;
}

/** The folders of `src/` from the ground up: each imports itself and what stands before it. */
export const ORDER = [
  'escape.ts',
  'problem.ts',
  'units',
  'random',
  'stats',
  'catalog',
  'scenario',
  'model',
  'simulation',
  'study',
  'byte-path.ts',
  'pauses.ts',
  'exchange',
  'benchmark',
  'calibration',
  'gate',
  'report',
  'library',
  'index.ts',
  'host',
  'cli',
] as const;

/**
 * The rooms of a folder, and those of the same folder that each may import beside itself. What lies
 * in the folder itself and is not named here goes by '*'.
 */
export const ROOMS: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  simulation: {
    'arena.ts': [],
    chain: ['arena.ts'],
    plan: ['chain'],
    compile: ['chain', 'plan'],
    sharing: ['arena.ts', 'plan'],
    engine: ['arena.ts', 'chain', 'plan', 'sharing'],
    aftermath: ['arena.ts', 'chain', 'plan', 'sharing', 'engine'],
    'simulate.ts': ['arena.ts', 'plan', 'engine', 'aftermath'],
  },
  report: {
    result: [],
    answer: ['result'],
    diff: ['result', 'answer'],
    sweep: ['result', 'answer', 'diff'],
    tables: ['result', 'answer', 'diff', 'sweep'],
    charts: ['result', 'answer', 'diff', 'sweep', 'tables'],
    formats: ['result', 'answer', 'diff', 'sweep', 'tables', 'charts'],
  },
  calibration: {
    fit: [],
    '*': ['fit'],
  },
  scenario: {
    language: [],
    '*': ['language'],
    reading: ['language', '*'],
    docs: ['language', '*'],
  },
  host: {
    '*': [],
    node: ['*'],
    'node.ts': ['*', 'node'],
  },
};

const PURE: readonly string[] = [...ORDER.slice(0, ORDER.indexOf('study')), 'report'];
const MAY_NAME_HOST: readonly string[] = ['study', 'benchmark', 'gate', 'exchange'];
const LINES = 250;

/** Pure data, one entry a line: longer is fine, because nobody reads it from top to bottom. */
export const DATA_TABLES: readonly string[] = [
  'catalog/cloud/aws-s3.ts',
  'catalog/content-classes.ts',
  'catalog/tape-drives.ts',
];

const BUILT_IN = new Set(builtinModules);

/**
 * Holds sources against the rules of ARCHITECTURE.md: who imports whom, what stays pure, how long a
 * file may be. Each breach comes as a sentence with the place, the fact and the rule's reason.
 *
 * @example
 * breaches([{ path: 'units/x.ts', source: "import '../../cli/main.ts';" }])
 * // ["src/units/x.ts:1 imports ../cli/main.ts, but units/ stands before cli/ in …"]
 */
export function breaches(
  sources: readonly Source[],
  dataTables: readonly string[] = DATA_TABLES,
): readonly string[] {
  return sources.flatMap(({ path, source }) => {
    const folder = folderOf(path);
    if (!isKnown(folder)) {
      return [
        `src/${path} is in no known folder: give ${folder} its place in ORDER (test/support/import-rule.ts) and in ARCHITECTURE.md`,
      ];
    }
    const { imports, reaches } = readSource(source);
    return [
      ...imports.flatMap((one) => importBreach(path, one) ?? []),
      ...(isPure(path) ? reaches.map((one) => reachBreach(path, one)) : []),
      ...tooLong(path, source, dataTables),
    ];
  });
}

const folderOf = (path: string): string => path.split('/')[0] ?? path;

const isKnown = (folder: string): boolean => (ORDER as readonly string[]).includes(folder);

/** Formats write bytes and may use Node for it; what they render may not. */
const isPure = (path: string): boolean =>
  PURE.includes(folderOf(path)) && !path.startsWith('report/formats/');

function importBreach(path: string, { specifier, line, typeOnly }: Import): string | undefined {
  const at = `src/${path}:${line}`;
  if (specifier === undefined) {
    return `${at} imports a computed name: write the name out, so that this check and the dead-code check can follow it`;
  }
  if (!specifier.startsWith('.')) return isPure(path) ? builtIn(at, specifier) : undefined;
  const target = posix.join(posix.dirname(path), specifier);
  const [from, to] = [folderOf(path), folderOf(target)];
  const fact = `${at} imports ${specifier}`;
  if (target.startsWith('..')) {
    return `${fact}, which lies outside src/: the library is built and shipped from src/ alone`;
  }
  if (!isKnown(to)) return `${fact}, and ${to} is no known folder of src/`;
  if (isRealHost(target) && !isRealHost(path) && from !== 'cli') {
    return `${fact}, but only cli/ may name the real host: everything else takes a Host as an argument, so that it runs in tests and in a browser`;
  }
  if (target === 'host/host.ts' && MAY_NAME_HOST.includes(from)) {
    return typeOnly
      ? undefined
      : `${fact} as a value, but ${from}/ may name only its types (write \`import type\`): the host itself is handed over by cli/`;
  }
  if (from === to) return roomBreach(fact, path, target);
  if (rank(to) <= rank(from)) return undefined;
  return `${fact}, but ${name(from)} stands before ${name(to)} in ${ORDER.join(', ')}: a folder imports only itself and what stands before it, so that the ground never depends on what is built on it`;
}

/** The real host, and the parts that it is made of. */
const isRealHost = (path: string): boolean => /^host\/node(\.ts$|\/)/.test(path);

/** A room imports only those that ROOMS names beside it. */
function roomBreach(fact: string, path: string, target: string): string | undefined {
  const folder = folderOf(path);
  const rooms = ROOMS[folder];
  if (!rooms) return undefined;
  const [from, to] = [roomOf(rooms, path), roomOf(rooms, target)];
  const allowed = rooms[from];
  if (!allowed) {
    return `src/${path} is in no known room of ${folder}/: give ${from} its place in ROOMS (test/support/rules/import-rule.ts) and in ARCHITECTURE.md`;
  }
  if (from === to || allowed.includes(to)) return undefined;
  const known = allowed.length === 0 ? 'itself' : `itself and ${allowed.join(', ')}`;
  return `${fact}, but of ${folder}/ the room ${from} imports only ${known}: rooms stand on each other in one order, so that each can be read without those above it`;
}

const roomOf = (rooms: Readonly<Record<string, unknown>>, path: string): string => {
  const [, room = '', ...inside] = path.split('/');
  return inside.length > 0 || Object.hasOwn(rooms, room) ? room : '*';
};

const rank = (folder: string): number => (ORDER as readonly string[]).indexOf(folder);

const name = (folder: string): string => (folder.endsWith('.ts') ? folder : `${folder}/`);

function builtIn(at: string, specifier: string): string | undefined {
  const bare = specifier.split('/')[0] ?? specifier;
  if (!specifier.startsWith('node:') && !BUILT_IN.has(bare)) return undefined;
  return `${at} imports ${specifier}, but this folder is pure: no Node built-ins, so that it runs in a browser too`;
}

const reachBreach = (path: string, { name: what, line }: Reach): string =>
  `src/${path}:${line} uses ${what}, but this folder is pure: no clock, files, process or global chance, so that the same scenario and seed give the same result (hand the value in as an argument; a variable of your own needs another name)`;

function tooLong(path: string, source: string, dataTables: readonly string[]): readonly string[] {
  const count = source.replace(/\n$/, '').split('\n').length;
  if (count <= LINES || dataTables.includes(path)) return [];
  return [
    `src/${path} has ${count} lines, but ${LINES} is the most: give the second thing in it a file of its own (pure data tables are listed in DATA_TABLES)`,
  ];
}

const VAGUE = /^(utils?|helpers?|common|types|managers?|services?)$/i;

/**
 * Finds files and folders whose name says nothing about what is in them.
 *
 * @example
 * vagueNames(['src/units/utils.ts'])
 * // ['src/units/utils.ts: "utils" says nothing: …']
 */
export function vagueNames(paths: readonly string[]): readonly string[] {
  return paths.flatMap((path) => {
    const vague = path.split('/').find((part) => VAGUE.test(part.replace(/\..*$/, '')));
    if (vague === undefined) return [];
    return [
      `${path}: "${vague}" says nothing: a file is named with the domain's word for what it is`,
    ];
  });
}
