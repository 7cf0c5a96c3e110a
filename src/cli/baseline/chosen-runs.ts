import { nearest } from '../../catalog/suggest.ts';
import { readStore, type StoredBaseline } from '../../gate/baseline/store.ts';
import type { CommandContext } from '../command-context.ts';
import { refusal } from '../refusal.ts';
import type { Chosen } from './store-option.ts';

/**
 * The runs of a store that are asked for, oldest first.
 *
 * @throws ProblemsFound where there is none: a branch or a class that is misspelt is not empty.
 */
export async function chosenRuns(
  { host }: CommandContext,
  { store, branch, machine }: Chosen,
): Promise<readonly StoredBaseline[]> {
  const all = await readStore(host.files, store);
  if (all.length === 0) {
    throw refusal(`${store} holds no run`, 'add one with "backcast baseline add MEASUREMENTS"');
  }
  const ofBranch = having(all, 'branch', branch);
  return having(ofBranch, 'class', machine);
}

function having(
  runs: readonly StoredBaseline[],
  what: 'branch' | 'class',
  wanted: string | undefined,
): readonly StoredBaseline[] {
  if (wanted === undefined) return runs;
  const found = runs.filter(({ head }) => head[what] === wanted);
  if (found.length > 0) return found;
  const names = [...new Set(runs.map(({ head }) => head[what]))];
  const [near] = nearest(wanted, names);
  throw refusal(
    `no run of ${what === 'branch' ? 'branch' : 'class of machines'} ${wanted} is there`,
    near === undefined ? `there are ${names.join(', ')}` : `did you mean ${near}?`,
  );
}
