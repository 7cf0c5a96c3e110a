import type { Files, WorkDirectory } from '../../host/host.ts';
import { ProblemsFound } from '../../problem.ts';
import { openPoint } from './point-manifest.ts';
import { listRepository, pointFiles, written } from './repository-files.ts';

/** Removes the files that interrupted backups have left in a repository. */
export function removeLeftovers(files: Files, work: WorkDirectory, repository: string): void {
  const contents = listRepository(files, repository);
  if (!contents.ok) return;
  for (const path of contents.value.leftovers) written(work.remove(path), path);
}

/**
 * Removes a point and all leftovers; a missing point is not an error.
 *
 * @throws ProblemsFound if another point is based on it.
 */
export function removePoint(
  files: Files,
  work: WorkDirectory,
  repository: string,
  point: number,
): void {
  const contents = listRepository(files, repository);
  const points = contents.ok ? contents.value.points : [];
  for (const other of points) {
    if (other === point) continue;
    const { header, close } = openPoint(files, repository, other);
    close();
    if (header.base !== point) continue;
    const message = `point ${point} cannot be removed: point ${other} is made against it`;
    throw new ProblemsFound([{ path: '', message, hint: `remove point ${other} first` }]);
  }
  const { pack, manifest } = pointFiles(repository, point);
  written(work.remove(manifest), manifest);
  written(work.remove(pack), pack);
  removeLeftovers(files, work, repository);
}
