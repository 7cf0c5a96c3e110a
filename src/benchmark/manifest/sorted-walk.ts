import { joined, rootBytes } from '../../byte-path.ts';
import type { Facts, Fault, Files } from '../../host/host.ts';

/** One thing met below a root; its path is relative to the root. */
export type Met =
  | { readonly met: 'entry'; readonly path: Uint8Array; readonly facts: Facts }
  | { readonly met: 'unread'; readonly path: Uint8Array; readonly fault: Fault };

type WalkedFiles = Pick<Files, 'lstat' | 'openDirectory'>;

const SLASH = new Uint8Array([47]);

/**
 * Walks a tree in the order of the bytes of its paths: `a`, `a-b`, `a/c`. Two trees, or a tree and
 * a file that lists one, can so be gone through side by side. Holds the names of one directory a
 * level. Follows no link; goes into other file systems, as tools do unless they are told not to.
 * What vanishes or cannot be read is told, and the walk goes on.
 *
 * @example
 * for (const met of sortedWalk(host.files, '/srv/data')) if (met.met === 'entry') count += 1;
 */
export function* sortedWalk(files: WalkedFiles, root: string): Generator<Met> {
  yield* below(files, rootBytes(root), new Uint8Array());
}

function* below(files: WalkedFiles, base: Uint8Array, prefix: Uint8Array): Generator<Met> {
  const names: Uint8Array[] = [];
  const fault = list(files, joined(base, prefix), names);
  if (fault) yield { met: 'unread', path: prefix.subarray(0, -1), fault };
  // Directories that were met and not yet gone into: what is in `a` comes after `a-b`. Of those that
  // wait, the last one met comes first, because all others are beginnings of its name.
  const waiting: Uint8Array[] = [];
  for (const name of names.sort(Buffer.compare)) {
    const path = joined(prefix, name);
    yield* descend(files, base, waiting, path);
    const facts = files.lstat(joined(base, path));
    if (!facts.ok) yield { met: 'unread', path, fault: facts };
    else yield { met: 'entry', path, facts: facts.value };
    if (facts.ok && facts.value.kind === 'directory') waiting.push(joined(path, SLASH));
  }
  yield* descend(files, base, waiting);
}

/** Goes into the directories that wait and come before a path, or into all. */
function* descend(
  files: WalkedFiles,
  base: Uint8Array,
  waiting: Uint8Array[],
  before?: Uint8Array,
): Generator<Met> {
  for (let next = waiting.at(-1); next; next = waiting.at(-1)) {
    if (before && Buffer.compare(next, before) > 0) return;
    waiting.pop();
    yield* below(files, base, next);
  }
}

/** Puts the names of a directory into `names`; what stopped it, if anything did. */
function list(files: WalkedFiles, path: Uint8Array, names: Uint8Array[]): Fault | undefined {
  const opened = files.openDirectory(path);
  if (!opened.ok) return opened;
  try {
    for (;;) {
      const name = opened.value.next();
      if (!name.ok) return name;
      if (name.value === undefined) return undefined;
      names.push(name.value);
    }
  } finally {
    opened.value.close();
  }
}
