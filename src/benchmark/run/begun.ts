import { join } from 'node:path';
import type { Files, WorkDirectory } from '../../host/host.ts';
import type { Layout } from './layout.ts';

/** Records the current step in a file, so that a resumed run knows which step was interrupted. */
export interface Begun {
  /** The step in which the previous run was interrupted; undefined if there is none. */
  readonly brokenOff: string | undefined;
  note(step: string): void;
}

const LIMIT = 10_000;

/** Opens the record of a run, new or resumed. */
export async function openBegun(
  files: Files,
  work: WorkDirectory,
  { root }: Pick<Layout, 'root'>,
): Promise<Begun> {
  const path = join(root, 'begun');
  const before = await files.read(path, LIMIT);
  return {
    brokenOff: before.ok ? new TextDecoder().decode(before.value).split('\n', 1)[0] : undefined,
    note(step) {
      // Overwrites the existing file, because a full disk would not allow a new one.
      const old = work.open(path, 'as it is');
      const file = old.ok ? old : work.open(path, 'new');
      if (!file.ok) return;
      file.value.write(new TextEncoder().encode(`${step}\n`), 0);
      file.value.close();
    },
  };
}
