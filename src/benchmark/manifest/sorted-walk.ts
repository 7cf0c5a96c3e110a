import { joined, rootBytes } from '../../byte-path.ts';
import type { Facts, Fault, Files } from '../../host/host.ts';

/** An entry below a root, or a fault; paths are relative to the root. */
export type Met =
  | { readonly met: 'entry'; readonly path: Uint8Array; readonly facts: Facts }
  | { readonly met: 'unread'; readonly path: Uint8Array; readonly fault: Fault };

type WalkedFiles = Pick<Files, 'lstat' | 'openDirectory'>;

const SLASH = new Uint8Array([47]);

/**
 * Walks a tree in the byte order of full paths (`a`, `a-b`, `a/c`), so that two trees, or a tree
 * and a sorted list of one, can be merged. Holds the names of one directory for each level. Does
 * not follow links; enters other file systems, as tools do by default. Entries that vanish or
 * cannot be read are reported, and the walk continues.
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
  // Directories found but not yet entered: the entries in `a` sort after `a-b`. This is a stack;
  // its top sorts first, because all others are prefixes of its path.
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

/** Enters the waiting directories that sort before a path; without a path all of them. */
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

/** Appends the names in a directory to `names`; returns the fault that stopped it, if any. */
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
