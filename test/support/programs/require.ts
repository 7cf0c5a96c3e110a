import { spawnSync } from 'node:child_process';
import { accessSync, appendFileSync, constants, statSync } from 'node:fs';
import { basename, delimiter, join } from 'node:path';
import { inject } from 'vitest';
import { PROGRAMS, type Program, type ProgramName } from './programs.ts';

/** What a test could not do, for want of what, and how to get that. */
export interface Skipped {
  readonly test: string;
  readonly program: string;
  readonly install: string;
}

/** For the test of this file; everyone else leaves them out. */
interface Circumstances {
  /** Where programs are looked for, as PATH has it. */
  readonly searched?: string;
  readonly ci?: boolean;
  readonly say?: (line: string) => void;
}

/**
 * Whether the programs that a test needs are there: a test names all of them, those that are called
 * by others too. Where one is not, the reader is told on standard error what was skipped and how to
 * get it, and again when all tests are over; in CI, where a skipped test would look like a passed
 * one, it fails instead; what hangs on the kernel is announced there too.
 *
 * @param test says what is skipped, e.g. `the page in a browser`.
 * @throws in CI (CI=true) when a program is missing.
 *
 * @example
 * describe.skipIf(!available('chromium', 'the page in a browser'))('the page', () => { … })
 * it.skipIf(!available(['sshd', 'rsync'], 'rsync to a host'))('rsync', () => { … })
 */
export function available(
  needed: ProgramName | readonly ProgramName[],
  test: string,
  circumstances: Circumstances = {},
): boolean {
  const names = typeof needed === 'string' ? [needed] : needed;
  return names.every((name) => isThere(name, test, circumstances));
}

function isThere(name: ProgramName, test: string, { searched, ci, say }: Circumstances): boolean {
  const looked = lookFor(PROGRAMS[name], searched);
  if ('path' in looked) return true;
  const { install, hangsOnKernel }: Program = PROGRAMS[name];
  const line = `SKIPPED: ${test}, because ${name} is missing (${looked.why}); install with: ${install}`;
  if (!hangsOnKernel && (ci ?? process.env.CI === 'true')) {
    throw new Error(`${line} (in CI nothing may be skipped)`);
  }
  if (say) say(`${line}\n`);
  else announce(line, { test, program: name, install });
  return false;
}

function announce(line: string, skipped: Skipped): void {
  process.stderr.write(`${line}\n`);
  appendFileSync(inject('skipped'), `${JSON.stringify(skipped)}\n`);
}

/**
 * The path of a program that is available.
 *
 * @throws where it is not.
 */
export function programPath(name: ProgramName): string {
  const looked = lookFor(PROGRAMS[name]);
  if ('why' in looked) throw new Error(looked.why);
  return looked.path;
}

/** Where a program is, or why there is none that will do. */
function lookFor(
  { names, check, along = [] }: Program,
  searched?: string,
): { readonly path: string } | { readonly why: string } {
  const absent = along.find((name) => inPath(name, searched).length === 0);
  if (absent !== undefined) return { why: `there is no ${absent} in PATH` };
  const found = names.flatMap((name) => inPath(name, searched));
  if (found.length === 0) return { why: `there is no ${names.join(' or ')} in PATH` };
  const path = check ? found.find((one) => passes(one, check)) : found[0];
  return path === undefined ? { why: `${found.join(', ')} ${check?.join(' ')} failed` } : { path };
}

// Only a program that hangs takes that long.
const passes = (path: string, check: readonly string[]): boolean =>
  spawnSync(path, check, { stdio: 'ignore', timeout: 300_000 }).status === 0;

/** All programs of a name; one that is a path is looked for there alone. */
const inPath = (name: string, searched = process.env.PATH ?? ''): readonly string[] =>
  name.includes('/')
    ? [name].filter(isProgram)
    : foldersOf(searched)
        .map((folder) => join(folder, name))
        .filter(isProgram);

/** The folders of PATH; servers lie in `sbin` beside `bin`, which users often do not have in PATH. */
function foldersOf(searched: string): readonly string[] {
  const folders = searched.split(delimiter).filter((folder) => folder !== '');
  const beside = folders
    .filter((folder) => basename(folder) === 'bin')
    .map((folder) => join(folder, '../sbin'));
  return [...new Set([...folders, ...beside])];
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
