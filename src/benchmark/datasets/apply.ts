import type { Outcome, Path, WorkDirectory, WritableFile } from '../../host/host.ts';
import { nanoseconds } from './generation-time.ts';

/** The place where a dataset tree is generated. */
export interface Site {
  readonly work: WorkDirectory;
  /** Absolute path of the tree's root, below the work directory. */
  readonly at: Path;
  /** Yields to the event loop, so that signals get through; see `Host`. */
  readonly yieldNow: () => Promise<void>;
}

/**
 * Lazy file system changes: each is made when the next value is requested, and its outcome is
 * yielded. The consumer stops at the first fault; open files are then closed.
 */
export type Changes = Generator<Outcome<void>, void>;

const CHANGES_BETWEEN_YIELDS = 16;

/** Makes all changes, or stops at the first fault and returns it. */
export async function apply(changes: Changes, yieldNow: Site['yieldNow']): Promise<Outcome<void>> {
  let made = 0;
  for (const outcome of changes) {
    if (!outcome.ok) return outcome;
    if (++made % CHANGES_BETWEEN_YIELDS === 0) await yieldNow();
  }
  return { ok: true, value: undefined };
}

/** Writes to an opened file and closes it afterwards, also if the consumer stops early. */
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

/** Sets mode and modification time of a written file; `modified` is in seconds since 1970. */
export function* finish(
  { work }: Site,
  path: Path,
  { mode, modified }: { readonly mode: number; readonly modified: number },
): Changes {
  yield work.setMode(path, mode);
  yield work.setModified(path, nanoseconds(modified));
}
