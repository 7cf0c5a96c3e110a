import { dirname } from 'node:path';
import { jsonText } from '../../escape.ts';
import { baselineOf, baselineText } from '../../gate/baseline/entry.ts';
import { baselinePath } from '../../gate/baseline/store.ts';
import type { CommandContext } from '../command-context.ts';
import { readRun } from '../gate/read-run.ts';
import { refusal } from '../refusal.ts';

/** Options of `baseline add`. */
export interface AddOptions {
  readonly store: string;
  readonly branch: string;
  readonly commit?: string;
}

/** Names of branches become names of folders. */
const LONGEST_BRANCH = 60;
const LONGEST_COMMIT = 200;

/** `baseline add FILE…`: adds runs to the history of a branch; all of them, or none. */
export async function addRuns(
  context: CommandContext,
  paths: readonly string[],
  { store, branch, commit }: AddOptions,
): Promise<number> {
  if (branch.trim() === '' || branch.length > LONGEST_BRANCH) {
    const hint = `write a name of 1 to ${LONGEST_BRANCH} characters`;
    throw refusal(`--branch ${branch} is no name of a branch`, hint);
  }
  if (commit !== undefined && commit.length > LONGEST_COMMIT) {
    throw refusal('--commit is too long', `write up to ${LONGEST_COMMIT} characters`);
  }
  const runs = [];
  for (const path of paths) {
    const run = await readRun(context, path);
    runs.push(baselineOf(run, { branch, commit: commit ?? null, backcast: run.backcast }));
  }
  const { files } = context.host;
  const added: string[] = [];
  const known: string[] = [];
  for (const run of runs) {
    const path = baselinePath(store, run);
    if (files.lstat(path).ok) known.push(path);
    else {
      files.makeFolders(dirname(path));
      await files.replace(path, baselineText(run));
      added.push(path);
    }
  }
  const lines = [
    ...added.map((path) => `added ${path}`),
    ...known.map((path) => `there already: ${path}`),
  ];
  await context.result(
    context.json
      ? jsonText({ format: 'backcast/baseline-added/1', branch, added, known })
      : `${lines.join('\n')}\n`,
  );
  return 0;
}
