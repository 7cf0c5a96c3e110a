import { shownPath } from '../../byte-path.ts';
import type { Files, Outcome } from '../../host/host.ts';
import { ProblemsFound } from '../../problem.ts';

/**
 * The files of a point. A repository is a folder with two files for each point: `point-3.pack`
 * holds the contents that the point added, one after the other; `point-3.manifest` lists the whole
 * tree and the location of each content. The manifest is renamed last, so a point exists if its
 * manifest does.
 */
export interface PointFiles {
  readonly pack: string;
  readonly manifest: string;
}

/** The paths of the files of a point. */
export const pointFiles = (repository: string, point: number): PointFiles => ({
  pack: `${repository}/point-${point}.pack`,
  manifest: `${repository}/point-${point}.manifest`,
});

/** The temporary name of a file until it is complete. */
export const unfinished = (path: string): string => `${path}.part`;

const NAME = /^point-(0|[1-9][0-9]{0,8})\.(pack|manifest)(\.part)?$/u;

/** The content of a repository. */
export interface Contents {
  /** Complete points, in ascending order. */
  readonly points: readonly number[];
  /** Paths of files that interrupted backups have left. */
  readonly leftovers: readonly string[];
}

/** Lists a repository and ignores other files; a missing repository is a fault. */
export function listRepository(files: Files, repository: string): Outcome<Contents> {
  const names = fileNames(files, repository);
  if (!names.ok) return names;
  const points: number[] = [];
  const packs: number[] = [];
  const leftovers: string[] = [];
  for (const name of names.value) {
    const [, number, kind, part] = NAME.exec(name) ?? [];
    if (number === undefined) continue;
    if (part !== undefined) leftovers.push(`${repository}/${name}`);
    else (kind === 'pack' ? packs : points).push(Number(number));
  }
  const orphans = packs.filter((point) => !points.includes(point));
  leftovers.push(...orphans.map((point) => pointFiles(repository, point).pack));
  points.sort((a, b) => a - b);
  return { ok: true, value: { points, leftovers } };
}

function fileNames(files: Files, repository: string): Outcome<readonly string[]> {
  const opened = files.openDirectory(repository);
  if (!opened.ok) return opened;
  try {
    const names: string[] = [];
    for (;;) {
      const name = opened.value.next();
      if (!name.ok) return name;
      if (name.value === undefined) return { ok: true, value: names };
      names.push(Buffer.from(name.value).toString('latin1'));
    }
  } finally {
    opened.value.close();
  }
}

/**
 * Unwraps the outcome of a write below the work directory.
 *
 * @throws ProblemsFound if the write failed, for example on a full disk.
 */
export function written<T>(outcome: Outcome<T>, path: string | Uint8Array): T {
  if (outcome.ok) return outcome.value;
  const name = typeof path === 'string' ? path : shownPath(path);
  throw new ProblemsFound([
    {
      path: '',
      message: `cannot write ${name}: ${outcome.reason}`,
      hint: 'make room or give the right to write, then run it again; points that are complete are as they were',
    },
  ]);
}
