import { isAbsolute } from 'node:path';
import type { RunRequest } from '../../benchmark/run/open-run.ts';
import type { Stray } from '../../host/host.ts';
import { visible } from '../../problem.ts';
import type { CommandContext } from '../command-context.ts';
import { installed } from '../installed.ts';
import { version } from '../version.ts';
import type { LoadedPlan } from './load-plan.ts';
import type { BenchOptions } from './options.ts';

/** Opens the work directory, ends what a killed run has left there, and asks for a run. */
export async function requestOf(
  context: CommandContext,
  loaded: LoadedPlan,
  { work: path }: Pick<BenchOptions, 'work'>,
): Promise<RunRequest> {
  const { host } = context;
  const { plan, hash, folder } = loaded;
  const work = await host.openWorkDirectory(path, foreign(loaded));
  for (const left of await host.processes.noteIn(work)) context.note(leftBehind(left));
  return { host, work, plan, hash, folder, self: self(), backcast: await version(host) };
}

function leftBehind({ name, pid, isEnded }: Stray): string {
  const what = `${visible(name)} (${pid})`;
  return isEnded
    ? `ended what an earlier run had left: ${what}`
    : `an earlier run may have left ${what}, which has moved away from it: see to it`;
}

/** Paths of the user's own data, which the work directory must neither contain nor lie in. */
const foreign = ({ plan }: LoadedPlan): readonly string[] =>
  plan.datasets
    .flatMap((dataset) => {
      if (dataset.kind === 'made') return [];
      return dataset.kind === 'directory' ? [dataset.path] : dataset.paths;
    })
    .filter(isAbsolute);

/** The command line that starts this program again; the built-in engine runs as a child of it. */
const self = (): readonly string[] => [process.execPath, installed('bin/backcast.js')];

/** Tells that something a run made is still there. */
export const cannotRemove = (what: string): string =>
  `cannot remove ${what}; see to it, then remove what is left with --discard`;
