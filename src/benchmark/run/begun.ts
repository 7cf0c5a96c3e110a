import { join } from 'node:path';
import type { Files, WorkDirectory } from '../../host/host.ts';
import type { Layout } from './layout.ts';

/** A file that says which step is under way, so that the next start knows in which one a run was broken off. */
export interface Begun {
  /** The step in which the run before was broken off; undefined where it was in none. */
  readonly brokenOff: string | undefined;
  note(step: string): void;
}

const LIMIT = 10_000;

/** Opens the note of a run, which may be a new one. */
export async function openBegun(
  files: Files,
  work: WorkDirectory,
  { root }: Pick<Layout, 'root'>,
): Promise<Begun> {
  const path = join(root, 'begun');
  const before = await files.read(path, LIMIT);
  return {
    brokenOff: before.ok ? new TextDecoder().decode(before.value) : undefined,
    note(step) {
      const file = work.open(path, 'empty');
      if (!file.ok) return;
      file.value.write(new TextEncoder().encode(step), 0);
      file.value.close();
    },
  };
}
