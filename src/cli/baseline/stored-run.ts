import { machineClass } from '../../gate/baseline/machine-class.ts';
import { readStore } from '../../gate/baseline/store.ts';
import type { About, OwnRecords } from '../../gate/records.ts';
import type { CommandContext } from '../command-context.ts';
import { refusal } from '../refusal.ts';

/**
 * The newest run of a branch in a store that another can be compared with: of the same class of
 * machine, and of the same plan.
 *
 * @throws ProblemsFound where there is none.
 */
export async function newestLike(
  { host }: CommandContext,
  store: string,
  branch: string,
  { path, about }: OwnRecords,
): Promise<OwnRecords> {
  const machine = machineClass(about.machine);
  const runs = await readStore(host.files, store);
  const ofBranch = runs.filter(({ head }) => head.branch === branch);
  const found = ofBranch
    // What is to be judged may have been added already.
    .filter(({ head }) => head.run !== about.run)
    .filter(({ head }) => head.class === machine && planText(head) === planText(about))
    .at(-1);
  if (found) return { path: found.path, about: found.head, readings: found.readings };
  const machines = [...new Set(ofBranch.map(({ head }) => head.class))].join(', ');
  throw refusal(
    `${store} holds no run of branch ${branch} on ${machine} of the plan of ${path}${machines === '' ? '' : `; it has runs on ${machines}`}`,
    'add one with "backcast baseline add", or name another --branch',
  );
}

const planText = ({ plan, scale }: Pick<About, 'plan' | 'scale'>): string =>
  JSON.stringify([plan.hash, Object.entries(scale).sort()]);
