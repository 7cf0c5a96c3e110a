import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { circles } from './support/rules/circle-rule.ts';
import { withoutDocstring } from './support/rules/docstring-rule.ts';
import { crowded } from './support/rules/folder-rule.ts';
import { breaches, DATA_TABLES, ORDER, ROOMS, vagueNames } from './support/rules/import-rule.ts';
import { readSource } from './support/rules/imports.ts';

const root = join(import.meta.dirname, '..');

const filesBelow = (folder: string): readonly string[] =>
  existsSync(join(root, folder))
    ? readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
        .map((path) => path.split(sep).join('/'))
    : [];

const sources = filesBelow('src')
  .filter((path) => path.endsWith('.ts'))
  .map((path) => ({
    path: path.slice('src/'.length),
    source: readFileSync(join(root, path), 'utf8'),
  }));

const isCode = (path: string): boolean => /\.(ts|js|mjs|py)$/.test(path);

/** What the check says of one planted file. */
const plant = (path: string, source: string): readonly string[] => breaches([{ path, source }]);

/** The files that running one loads, itself included. */
function loadedBy(path: string, known = new Set<string>()): readonly string[] {
  if (known.has(path)) return [];
  known.add(path);
  const { source = '' } = sources.find((file) => file.path === path) ?? {};
  for (const { specifier, typeOnly } of readSource(source).imports) {
    if (typeOnly || !specifier?.startsWith('.')) continue;
    loadedBy(posix.join(posix.dirname(path), specifier), known);
  }
  return [...known];
}

describe('the sources', () => {
  it('are read at all', () => {
    expect(sources.map(({ path }) => path)).toContain('problem.ts');
    expect(sources.flatMap(({ source }) => readSource(source).imports).length).toBeGreaterThan(5);
  });

  it('import only what stands before them, stay pure where they must, and stay short', () => {
    expect(breaches(sources)).toEqual([]);
  });

  it('import each other in no circle, types counted', () => {
    expect(circles(sources)).toEqual([]);
  });

  it('lie in folders that can be taken in at a glance', () => {
    expect(crowded(['src', 'test', 'bin', 'reports'].flatMap(filesBelow).filter(isCode))).toEqual(
      [],
    );
  });

  it('stand in the rooms that their folder has', () => {
    for (const [folder, rooms] of Object.entries(ROOMS)) {
      const found = new Set(
        sources
          .filter(({ path }) => path.startsWith(`${folder}/`))
          .map(({ path }) => path.split('/').slice(1))
          .map(([room = '', ...inside]) => (inside.length > 0 || room in rooms ? room : '*')),
      );
      expect([...found].sort(), folder).toEqual(Object.keys(rooms).sort());
    }
  });

  it('say of everything that they export what it is for', () => {
    expect(withoutDocstring(sources)).toEqual([]);
  });

  it('that a thread of trials loads do not read scenarios: each thread would load that anew', () => {
    const loaded = loadedBy('study/trial-thread.ts');
    expect(loaded).toContain('simulation/simulate.ts');
    expect(loaded.filter((path) => /^(scenario|report|exchange|cli)\//.test(path))).toEqual([]);
  });

  it('list as data tables only files that exist', () => {
    const paths = sources.map(({ path }) => path);
    expect(DATA_TABLES.filter((path) => !paths.includes(path))).toEqual([]);
  });

  it('are named with words that say something', () => {
    const paths = ['src', 'test', 'bin', 'reports', 'scenarios'].flatMap(filesBelow);
    expect(vagueNames(paths)).toEqual([]);
  });
});

describe('a planted violation is reported with the rule', () => {
  it.each([
    [
      'simulation/x.ts',
      "import { host } from '../host/node.ts';",
      'only cli/ may name the real host',
    ],
    ['units/x.ts', "import { a } from '../stats/a.ts';", 'units/ stands before stats/'],
    ['units/x.ts', "import type { A } from '../stats/a.ts';", 'units/ stands before stats/'],
    ['units/x.ts', "export { a } from '../stats/a.ts';", 'units/ stands before stats/'],
    ['units/x.ts', "export * from '../stats/a.ts';", 'units/ stands before stats/'],
    ['units/x.ts', "type A = import('../stats/a.ts').A;", 'units/ stands before stats/'],
    ['model/x.ts', "const a = await import('../cli/a.ts');", 'model/ stands before cli/'],
    ['model/x.ts', 'const a = await import(`../cli/a.ts`);', 'model/ stands before cli/'],
    ['problem.ts', "import './units/a.ts';", 'problem.ts stands before units/'],
    ['cli/x.ts', 'const a = await import(path);', 'imports a computed name'],
    ['cli/x.ts', "import '../../test/support/imports.ts';", 'lies outside src/'],
    ['cli/x.ts', "import '../elsewhere/a.ts';", 'elsewhere is no known folder'],
    ['elsewhere/x.ts', '', 'is in no known folder'],
    ['study/x.ts', "import { a } from '../host/host.ts';", 'may name only its types'],
    ['study/x.ts', "import { a } from '../host/node/a.ts';", 'only cli/ may name the real host'],
    ['simulation/chain/x.ts', "import '../plan/a.ts';", 'the room chain imports only itself and'],
    ['simulation/plan/x.ts', "import '../compile/a.ts';", 'the room plan imports only itself and'],
    ['simulation/plan/x.ts', "import type { A } from '../compile/a.ts';", 'the room plan imports'],
    ['simulation/compile/x.ts', "import '../engine/a.ts';", 'the room compile imports only'],
    ['simulation/engine/x.ts', "import '../compile/a.ts';", 'the room engine imports only'],
    ['simulation/sharing/x.ts', "import '../engine/a.ts';", 'the room sharing imports only'],
    ['simulation/engine/x.ts', "import '../aftermath/a.ts';", 'the room engine imports only'],
    ['simulation/aftermath/x.ts', "import '../simulate.ts';", 'the room aftermath imports only'],
    ['simulation/nowhere/x.ts', "import '../plan/a.ts';", 'is in no known room of simulation/'],
    ['simulation/x.ts', "import './plan/a.ts';", 'is in no known room of simulation/'],
    ['report/result/x.ts', "import '../answer/a.ts';", 'the room result imports only itself'],
    ['report/answer/x.ts', "import '../tables/a.ts';", 'the room answer imports only itself'],
    ['report/tables/x.ts', "import '../charts/a.ts';", 'the room tables imports only itself'],
    ['report/charts/x.ts', "import '../formats/a.ts';", 'the room charts imports only itself'],
    ['scenario/language/x.ts', "import '../keep.ts';", 'the room language imports only itself'],
    ['scenario/x.ts', "import './reading/a.ts';", 'the room * imports only itself and language'],
    ['host/x.ts', "import './node/a.ts';", 'only cli/ may name the real host'],
    ['calibration/x.ts', "import type { Host } from '../host/host.ts';", 'stands before host/'],
    [
      'report/tables/x.ts',
      "import type { Host } from '../../host/host.ts';",
      'stands before host/',
    ],
    ['scenario/x.ts', "import { readFileSync } from 'node:fs';", 'no Node built-ins'],
    ['scenario/x.ts', "import { readFile } from 'fs/promises';", 'no Node built-ins'],
    ['report/tables/x.ts', "import { join } from 'node:path';", 'no Node built-ins'],
  ])('%s: %s', (path, source, rule) => {
    const [first, ...more] = plant(path, source);
    expect(first).toContain(`src/${path}`);
    expect(first).toContain(rule);
    expect(more).toEqual([]);
  });

  it.each([
    ['const now = Date.now();', 'Date.now'],
    ['const now = new Date();', 'new Date()'],
    ['const { now } = Date;', 'Date'],
    ['const clock = Date; clock.now();', 'Date'],
    ["const now = Date['now']();", 'Date[...]'],
    ['const x = Math.random();', 'Math.random'],
    ['const { random } = Math;', 'Math'],
    ['const home = process.env.HOME;', 'process'],
    ['const world = { process };', 'process'],
    ['setTimeout(() => {}, 1);', 'setTimeout'],
    ['const page = await fetch(address);', 'fetch'],
    ["const page = globalThis['fetch'](address);", 'globalThis'],
    ['const t = performance.now();', 'performance'],
    ['const today = DateTime.now();', 'DateTime.now'],
    ['const today = DateTime.utc();', 'DateTime.utc()'],
    ['const next = cron.nextRun();', 'nextRun() without a date'],
    ['const next = (process as Shell).env;', 'process'],
  ])('a pure file with %s', (source, name) => {
    const [first, ...more] = plant('simulation/x.ts', `// a first line\n${source}`);
    expect(first).toContain(`src/simulation/x.ts:2 uses ${name}, but this folder is pure`);
    expect(more).toEqual([]);
    expect(plant('cli/x.ts', source)).toEqual([]);
  });

  it.each([
    ["import { b } from './b.ts';", "import { a } from './a.ts';"],
    ["import type { B } from './b.ts';", "import type { A } from './a.ts';"],
    ["export * from './b.ts';", "type A = import('./a.ts').A;"],
  ])('a circle of %s and %s', (a, b) => {
    const planted = [
      { path: 'units/c.ts', source: "import './a.ts';" },
      { path: 'units/a.ts', source: a },
      { path: 'units/b.ts', source: b },
    ];
    const [first, ...more] = circles(planted);
    expect(first).toContain('src/units/a.ts → src/units/b.ts → src/units/a.ts is a circle');
    expect(more).toEqual([]);
    expect(circles(planted.slice(0, 2))).toEqual([]);
  });

  it.each([
    ['src/units', 30],
    ['src/model', 40],
  ])('more files in %s than %d', (folder, most) => {
    const paths = Array.from({ length: most + 1 }, (_, index) => `${folder}/${index}.ts`);
    expect(crowded(paths).join()).toContain(`${folder}/ holds ${most + 1} files side by side`);
    expect(crowded(paths.slice(1))).toEqual([]);
  });

  it('a file of 251 lines, unless it is listed as a data table', () => {
    const long = { path: 'catalog/x.ts', source: '//\n'.repeat(251) };
    expect(breaches([long]).join()).toContain('has 251 lines, but 250 is the most');
    expect(breaches([long], ['catalog/x.ts'])).toEqual([]);
    expect(plant('catalog/x.ts', '//\n'.repeat(250))).toEqual([]);
  });

  it('a source that cannot be read', () => {
    expect(() => plant('units/x.ts', 'const x = ;')).toThrow('Unexpected token');
  });

  it.each([
    ['export const a = 1;', 'a'],
    ['export function a() {}', 'a'],
    ['export async function a() {}', 'a'],
    ['export type A = 1;', 'A'],
    ['export interface A {}', 'A'],
    ['export class A {}', 'A'],
    ['export const { a } = b;', 'its parts'],
    ['export default () => 1;', 'default'],
    ['const a = 1;\nexport { a };', 'a'],
    ['const a = 1;\nexport { a as b };', 'a'],
    ['// A remark.\nexport const a = 1;', 'a'],
    ['/* A comment. */\nexport const a = 1;', 'a'],
    ['/** */\nexport const a = 1;', 'a'],
    ['/** Of something else. */\n\nexport const a = 1;', 'a'],
    ['/** Of the first. */\nexport const b = 1;\nexport const a = 1;', 'a'],
    ['/** Of another. */\nconst b = 1;\nexport const a = b;', 'a'],
  ])('an export without a docstring: %j', (source, name) => {
    const [first, ...more] = withoutDocstring([{ path: 'units/x.ts', source }]);
    expect(first).toMatch(/^src\/units\/x\.ts:\d+ exports /);
    expect(first).toContain(`exports ${name} without a docstring`);
    expect(more).toEqual([]);
  });

  it.each(['src/units/utils.ts', 'src/helpers/x.ts', 'test/common.test.ts', 'src/model/types.ts'])(
    'the name %s',
    (path) => expect(vagueNames([path])).toHaveLength(1),
  );
});

describe('what is allowed is not reported', () => {
  it.each([
    ['cli/simulate.ts', "import { host } from '../host/node.ts';"],
    ['study/x.ts', "import type { Host } from '../host/host.ts';"],
    ['host/node/x.ts', "import type { Host } from '../host.ts';"],
    ['simulation/compile/x.ts', "import '../plan/a.ts'; import '../chain/a.ts';"],
    [
      'host/node.ts',
      "import type { Host } from './host.ts'; import './node/a.ts'; import { open } from 'node:fs';",
    ],
    ['stats/x.ts', "import { a } from './a.ts'; import { b } from '../units/b.ts';"],
    ['report/formats/svg.ts', "import { readFile } from 'node:fs/promises';"],
    ['cli/x.ts', "const { run } = await import('./simulate.ts');"],
    ['units/x.ts', "// import '../cli/main.ts'\nconst text = \"import '../cli/main.ts'\";"],
    ['units/x.ts', "const pattern = /import '..\\/cli'/; /* process.exit() Date.now() */"],
    ['units/x.ts', 'const day = new Date(0); const zone = Date.UTC(2026, 0, 5); Math.max(1, 2);'],
    ['units/x.ts', 'const is = (x: unknown): x is Date => x instanceof Date;'],
    ['units/x.ts', 'interface Job { process: string; fetch(): void } const p = job.process;'],
    ['units/x.ts', 'const job = { process: 1 }; const next = cron.nextRun(after);'],
  ])('%s: %s', (path, source) => {
    expect(plant(path, source)).toEqual([]);
  });

  it.each([
    '/** The first. */\nexport const a = 1;',
    '/**\n * The first.\n *\n * @throws never.\n */\nexport function a() {}',
    '/** The first. */\n// biome-ignore lint/x/y: a reason\nexport const a = 1;',
    '/** The first. */\nconst a = 1;\nexport { a };',
    "export { a } from './a.ts';\nexport type { B } from './b.ts';\nexport * from './c.ts';",
    'const a = 1;\nfunction b() {}\nb(a);',
  ])('docstrings: %j', (source) => {
    expect(withoutDocstring([{ path: 'units/x.ts', source }])).toEqual([]);
  });

  it('every folder of the order may import all that stand before it', () => {
    const folders = ORDER.filter((folder) => !folder.endsWith('.ts') && folder !== 'host');
    for (const [index, folder] of folders.entries()) {
      for (const below of folders.slice(0, index)) {
        expect(plant(`${folder}/x.ts`, `import '../${below}/y.ts';`)).toEqual([]);
      }
    }
  });
});
