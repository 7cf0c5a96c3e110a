import type { Outcome, Path, WorkDirectory, WritableFile } from '../../host/host.ts';
import { nanoseconds } from './generation-time.ts';

/** Where a tree is made. */
export interface Site {
  readonly work: WorkDirectory;
  /** The root of the tree: absolute, below the work directory. */
  readonly at: Path;
  /** Lets signals through: see `Host`. */
  readonly yieldNow: () => Promise<void>;
}

/**
 * Changes to files, each made as it is asked for, with what became of it. Whoever asks stops at
 * the first fault; what is open is closed then.
 */
export type Changes = Generator<Outcome<void>, void>;

const CHANGES_BETWEEN_YIELDS = 16;

/** Makes changes up to the first fault. */
export async function apply(changes: Changes, yieldNow: Site['yieldNow']): Promise<Outcome<void>> {
  let made = 0;
  for (const outcome of changes) {
    if (!outcome.ok) return outcome;
    if (++made % CHANGES_BETWEEN_YIELDS === 0) await yieldNow();
  }
  return { ok: true, value: undefined };
}

/** Opens a file, has it written to, and closes it. */
export function* writing(
  opened: Outcome<WritableFile>,
  write: (file: WritableFile) => Changes,
): Changes {
  if (!opened.ok) {
    yield opened;
    return;
  }
  try {
    yield* write(opened.value);
  } finally {
    opened.value.close();
  }
}

/** Sets what is left to set of a file that was written: `modified` in seconds since 1970. */
export function* finish(
  { work }: Site,
  path: Path,
  { mode, modified }: { readonly mode: number; readonly modified: number },
): Changes {
  yield work.setMode(path, mode);
  yield work.setModified(path, nanoseconds(modified));
}
