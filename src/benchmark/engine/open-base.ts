import type { Files } from '../../host/host.ts';
import { ProblemsFound } from '../../problem.ts';
import { openPoint, type PointHeader, type PointReader } from './point-manifest.ts';
import { pointFiles } from './repository-files.ts';

/**
 * Opens the base of a new point; undefined for a full backup, which has none.
 *
 * @throws ProblemsFound if the new point already exists, its level and base do not match, or the
 *   base is missing or damaged.
 */
export function openBase(
  files: Files,
  repository: string,
  { point, level, base }: PointHeader,
): PointReader | undefined {
  if (files.lstat(pointFiles(repository, point).manifest).ok) {
    throw refusal(`point ${point} is there already`, 'give the new point another number');
  }
  if (level === 'full') {
    if (base === null) return undefined;
    throw refusal('a full backup has no base', 'leave the base out');
  }
  if (base === null) {
    throw refusal(`a backup that is ${level} needs a base`, 'name the point it is made against');
  }
  const reader = openPoint(files, repository, base);
  if (level === 'incremental' || reader.header.level === 'full') return reader;
  reader.close();
  throw refusal(`point ${base} is no full backup`, 'make a differential against a full one');
}

const refusal = (message: string, hint: string): ProblemsFound =>
  new ProblemsFound([{ path: '', message, hint }]);
