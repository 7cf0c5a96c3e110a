import { joined, rootBytes } from '../byte-path.ts';
import type { Directory, Facts, Fault, Files } from '../host/host.ts';

/** Entries that are counted but not opened. */
export type Passed = 'link' | 'fifo' | 'socket' | 'device' | 'other file system' | 'own file';

/** One entry found on a walk; paths are bytes, relative to the root. */
export type Found =
  | { readonly kind: 'file'; readonly path: Uint8Array; readonly facts: Facts }
  | { readonly kind: 'directory'; readonly path: Uint8Array }
  | { readonly kind: 'passed'; readonly as: Passed }
  | { readonly kind: 'unread'; readonly path: Uint8Array; readonly fault: Fault };

/** The limits of a walk. */
export interface WalkLimits {
  readonly acrossFileSystems: boolean;
  /** Files to skip, by `fileIdentity`: the index files of this run itself. */
  readonly own: ReadonlySet<string>;
}

/** Identifies a file independently of its name. */
export const fileIdentity = (facts: Facts): string => `${facts.device}:${facts.inode}`;

const SLASH = new Uint8Array([47]);

interface Level {
  readonly directory: Directory;
  /** The relative path with a trailing slash; empty for the root. */
  readonly prefix: Uint8Array;
}

/**
 * Walks a directory depth first, in the order in which the file system lists it. Holds one open
 * directory for each level, so memory does not depend on the number of files. Never follows links.
 * Skips directories on other file systems unless `acrossFileSystems` is set. Entries that vanish or
 * cannot be read are reported, and the walk continues.
 *
 * @param root the open root directory; `facts` give its file system.
 */
export function* walk(
  files: Pick<Files, 'lstat' | 'openDirectory'>,
  root: { readonly path: string; readonly facts: Facts; readonly directory: Directory },
  limits: WalkLimits,
): Generator<Found> {
  const base = rootBytes(root.path);
  const levels: Level[] = [{ directory: root.directory, prefix: new Uint8Array() }];
  try {
    for (let level = levels.at(-1); level; level = levels.at(-1)) {
      const name = level.directory.next();
      if (!name.ok) yield { kind: 'unread', path: level.prefix, fault: name };
      if (!name.ok || name.value === undefined) {
        levels.pop()?.directory.close();
        continue;
      }
      const path = joined(level.prefix, name.value);
      const found = classify(files, base, path, root.facts.device, limits);
      if (found.kind !== 'directory') {
        yield found;
        continue;
      }
      const opened = files.openDirectory(joined(base, path));
      if (opened.ok) {
        levels.push({ directory: opened.value, prefix: joined(path, SLASH) });
        yield found;
      } else yield { kind: 'unread', path, fault: opened };
    }
  } finally {
    for (const { directory } of levels) directory.close();
  }
}

function classify(
  files: Pick<Files, 'lstat'>,
  base: Uint8Array,
  path: Uint8Array,
  device: bigint,
  limits: WalkLimits,
): Found {
  const outcome = files.lstat(joined(base, path));
  if (!outcome.ok) return { kind: 'unread', path, fault: outcome };
  const facts = outcome.value;
  if (facts.device !== device && !limits.acrossFileSystems) {
    return { kind: 'passed', as: 'other file system' };
  }
  if (facts.kind === 'directory') return { kind: 'directory', path };
  if (facts.kind !== 'file') return { kind: 'passed', as: facts.kind };
  if (limits.own.has(fileIdentity(facts))) return { kind: 'passed', as: 'own file' };
  return { kind: 'file', path, facts };
}
