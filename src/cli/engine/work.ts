import { dirname, resolve } from 'node:path';
import type { Host, WorkDirectory } from '../../host/host.ts';
import { isWorkDirectory } from '../is-work-directory.ts';
import { refusal } from '../refusal.ts';

/**
 * Opens the work directory that contains a path: the nearest marked folder above it.
 *
 * @throws ProblemsFound if there is none; the engine never makes a work directory itself.
 */
export async function openWorkAbove(host: Host, path: string): Promise<WorkDirectory> {
  for (let folder = dirname(resolve(path)); ; folder = dirname(folder)) {
    if (isWorkDirectory(host, folder)) return host.openWorkDirectory(folder);
    if (folder === dirname(folder)) break;
  }
  throw refusal(
    `${path} does not lie in a work directory of backcast`,
    'name a place below a folder that "backcast bench" made',
  );
}

/**
 * Refuses a repository inside the source tree or the reverse: a backup would copy its own output.
 *
 * @throws ProblemsFound if one path lies in the other.
 */
export function refuseWithin({ files }: Host, source: string, repository: string): void {
  const real = (path: string): string => {
    const found = files.realPath(path);
    return `${found.ok ? found.value : path}/`;
  };
  const [tree, store] = [real(source), real(repository)];
  if (!tree.startsWith(store) && !store.startsWith(tree)) return;
  throw refusal(
    `${source} and ${repository} lie in one another`,
    'keep the points apart from the tree that they are made of',
  );
}
