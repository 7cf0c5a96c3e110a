import { lstatSync, readdirSync } from 'node:fs';

/** A regular file and its size; the path is bytes, because a name need not be UTF-8. */
export interface FoundFile {
  readonly path: Buffer;
  readonly size: number;
}

/** The regular files below a folder whose own folders have plain names; none that go meanwhile. */
export const filesBelow = (folder: string): readonly FoundFile[] =>
  readdirSync(folder, { recursive: true, encoding: 'latin1' })
    .map((name) => Buffer.concat([Buffer.from(`${folder}/`), Buffer.from(name, 'latin1')]))
    .flatMap((path) => {
      const facts = lstatSync(path, { throwIfNoEntry: false });
      return facts?.isFile() ? [{ path, size: facts.size }] : [];
    });
