import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Files, Outcome } from '../../host/host.ts';
import { type Problem, ProblemsFound } from '../../problem.ts';
import { type Baseline, type BaselineHead, baselineText, parseBaseline } from './entry.ts';

/** A run of a store, and the file that holds it. */
export interface StoredBaseline extends Baseline {
  readonly path: string;
}

/** Bytes of one run at most. */
const LIMIT = 64_000_000;

/** What reading a store needs. */
type Readable = Pick<Files, 'openDirectory' | 'lstat' | 'read'>;

/**
 * Reads all runs of a store, oldest first. A run has a file of its own, which is never changed, so that
 * stores merge without conflict, whatever was added on either side.
 *
 * @throws ProblemsFound if the store is not there, or holds a file of another form, with its line.
 */
export async function readStore(
  files: Readable,
  store: string,
): Promise<readonly StoredBaseline[]> {
  const runs: StoredBaseline[] = [];
  const problems: Problem[] = [];
  for (const path of filesIn(files, store)) {
    const read = await files.read(path, LIMIT);
    if (!read.ok) throw refused(path, `cannot be read: ${read.reason}`);
    const found = parseBaseline(new TextDecoder().decode(read.value));
    if ('value' in found) runs.push({ path, ...found.value });
    else problems.push(strange(path, found.line));
  }
  if (problems.length > 0) throw new ProblemsFound(problems);
  return runs.sort((a, b) => byText(keyOf(a.head), keyOf(b.head)));
}

const keyOf = ({ began, run }: BaselineHead): string => `${began} ${run}`;

const byText = (a: string, b: string): number => (a < b ? -1 : +(a > b));

/**
 * `STORE/BRANCH/CLASS/RUN-DIGEST.jsonl`: a name that no other run has, and the same run always has,
 * whatever is called its commit.
 */
export function baselinePath(store: string, { head, readings }: Baseline): string {
  const { branch, class: machine, run } = head;
  const measured = baselineText({ head: { ...head, branch: '', commit: null }, readings });
  const digest = createHash('sha256').update(measured).digest('hex').slice(0, 8);
  return join(store, folderName(branch), folderName(machine), `${folderName(run)}-${digest}.jsonl`);
}

/** Any text as the name of a folder, one for each text: what is not plain is written as %XX. */
const folderName = (text: string): string =>
  text
    .replace(/[^A-Za-z0-9_.-]/gu, (one) => encodeURIComponent(one).replace(/[!'()*~]/g, percent))
    .replace(/^\./, '%2E');

const percent = (one: string): string =>
  `%${one.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;

/** The files of runs below a store: those that end in `.jsonl`, three folders deep. */
function filesIn(files: Readable, store: string): readonly string[] {
  const branches = orThrow(store, namesIn(files, store)).map((name) => join(store, name));
  const below = (folders: readonly string[]): readonly string[] =>
    folders
      .filter((path) => kindOf(files, path) === 'directory')
      .flatMap((path) => orThrow(path, namesIn(files, path)).map((name) => join(path, name)));
  return below(below(branches)).filter(
    (path) => path.endsWith('.jsonl') && kindOf(files, path) === 'file',
  );
}

function kindOf(files: Readable, path: string): string | null {
  const facts = files.lstat(path);
  return facts.ok ? facts.value.kind : null;
}

function namesIn(files: Readable, folder: string): Outcome<readonly string[]> {
  const opened = files.openDirectory(folder);
  if (!opened.ok) return opened;
  const names: string[] = [];
  try {
    for (;;) {
      const next = opened.value.next();
      if (!next.ok) return next;
      if (next.value === undefined) return { ok: true, value: names.sort() };
      const name = new TextDecoder().decode(next.value);
      if (!name.startsWith('.')) names.push(name);
    }
  } finally {
    opened.value.close();
  }
}

function orThrow<T>(path: string, outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  throw refused(path, `cannot be read: ${outcome.reason}`);
}

const refused = (path: string, message: string): ProblemsFound =>
  new ProblemsFound([
    {
      path: '',
      message: `the baseline store ${path} ${message}`,
      hint: 'name it by --store, or begin one with "backcast baseline add MEASUREMENTS"',
    },
  ]);

const strange = (file: string, line: number): Problem => ({
  path: '',
  message: 'is no line of a baseline store of this version',
  hint: 'remove the file, and add its measurements again with "backcast baseline add"',
  place: { file, line, column: 1 },
});
