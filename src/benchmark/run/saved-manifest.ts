import type { Files, Outcome, WorkDirectory } from '../../host/host.ts';
import { ProblemsFound } from '../../problem.ts';
import type { DigestMethod } from '../manifest/digest.ts';
import type { Entry } from '../manifest/entry.ts';
import { manifestFile, readManifest } from '../manifest/manifest-file.ts';

/** Saves the manifest of a generation for later restores. */
export function saveManifest(
  work: WorkDirectory,
  path: string,
  method: DigestMethod,
  entries: readonly Entry[],
): Outcome<void> {
  const file = work.open(path, 'empty');
  if (!file.ok) return file;
  let position = 0;
  try {
    for (const piece of manifestFile(method, entries)) {
      const written = file.value.write(piece, position);
      if (!written.ok) return written;
      position += piece.length;
    }
    return { ok: true, value: undefined };
  } finally {
    file.value.close();
  }
}

/** Reads a saved manifest. @throws ProblemsFound if it is missing or damaged. */
export function savedManifest(files: Files, path: string): readonly Entry[] {
  const file = files.openRegular(path);
  if (!file.ok) {
    const message = `cannot read ${path}: ${file.reason}`;
    throw new ProblemsFound([{ path: '', message, hint: 'begin the run anew' }]);
  }
  try {
    return [...readManifest(file.value, path).entries];
  } finally {
    file.value.close();
  }
}
