import type { WorkDirectory } from '../../../host/host.ts';

/** Removes the folder of a run; returns what could not be removed, and why. */
export function removedFolder(work: WorkDirectory, root: string): readonly string[] {
  const gone = work.remove(root);
  return gone.ok ? [] : [`${root}: ${gone.reason}`];
}
