import type { Kept } from '../tools/tool.ts';
import type { Difference } from './difference.ts';
import type { Entry } from './entry.ts';

/**
 * Two times less than this many nanoseconds apart count as equal. Programs that pass times on as
 * floating-point seconds, as Node does, lose up to a quarter of a microsecond, and many interfaces
 * count in microseconds. Whole seconds are exact.
 */
export const TIME_TOLERANCE = 1000n;

/** Whether two files of equal size, one from each tree, have the same content. */
export type SameContent = (expected: Entry, found: Entry) => boolean;

const sameDigest: SameContent = (expected, found) => expected.digest === found.digest;

/**
 * Compares a tree with its expected state; both lists are sorted by path. An entry that is missing,
 * extra or of another kind is reported once and not examined further. For a file of another size
 * only the size is reported. Properties the tool does not keep are ignored: modes, times, links
 * (including whatever is in or below their place), and directories without any content at any
 * depth. Modes of links have no meaning and are never compared. Times are equal within
 * `TIME_TOLERANCE`.
 *
 * @example
 * compareTrees(manifest, restored.entries, tool.keeps('local')) // [] if everything was restored
 */
export function compareTrees(
  expected: readonly Entry[],
  found: readonly Entry[],
  kept: Kept,
  sameContent: SameContent = sameDigest,
): readonly Difference[] {
  const { isLeftOut, isOptional } = leaveOut(expected, kept);
  const differences: Difference[] = [];
  for (const [one, other] of pairs(expected, found)) {
    if (isLeftOut((one ?? other).path)) continue;
    if (one && other) differences.push(...between(one, other, kept, sameContent));
    else if (other) differences.push({ what: 'extra', path: other.path, found: other });
    else if (!isOptional(one)) differences.push({ what: 'missing', path: one.path, expected: one });
  }
  return differences;
}

type Pair = readonly [Entry, Entry] | readonly [Entry, undefined] | readonly [undefined, Entry];

/** Merges two sorted lists and pairs entries of the same path. */
function* pairs(expected: readonly Entry[], found: readonly Entry[]): Generator<Pair> {
  for (let [i, j] = [0, 0]; ; ) {
    const [one, other] = [expected[i], found[j]];
    if (!one && !other) return;
    const order = one && other ? Buffer.compare(one.path, other.path) : one ? -1 : 1;
    if (one && other && order === 0) yield [one, other];
    else if (one && order < 0) yield [one, undefined];
    else if (other) yield [undefined, other];
    if (order <= 0) i += 1;
    if (order >= 0) j += 1;
  }
}

function between(
  expected: Entry,
  found: Entry,
  kept: Kept,
  sameContent: SameContent,
): readonly Difference[] {
  const { path } = expected;
  const say = (what: Exclude<Difference['what'], 'missing' | 'extra'>): Difference => ({
    what,
    path,
    expected,
    found,
  });
  if (expected.kind !== found.kind) return [say('kind')];
  const differences: Difference[] = [];
  if (expected.kind === 'link' && Buffer.compare(expected.target, found.target) !== 0) {
    differences.push(say('link'));
  }
  if (expected.kind === 'file') {
    if (expected.size !== found.size) differences.push(say('size'));
    else if (!sameContent(expected, found)) differences.push(say('content'));
  }
  const isDirectory = expected.kind === 'directory';
  const modes = isDirectory ? kept.directoryModes : kept.modes;
  const times = isDirectory ? kept.directoryTimes : kept.times;
  if (modes && expected.kind !== 'link' && expected.mode !== found.mode) {
    differences.push(say('mode'));
  }
  if (times && apart(expected.modified, found.modified) >= TIME_TOLERANCE) {
    differences.push(say('time'));
  }
  return differences;
}

const apart = (a: bigint, b: bigint): bigint => (a < b ? b - a : a - b);

/** Predicates for the entries that are ignored because the tool does not keep them. */
function leaveOut(
  expected: readonly Entry[],
  kept: Kept,
): {
  readonly isLeftOut: (path: Uint8Array) => boolean;
  readonly isOptional: (entry: Entry) => boolean;
} {
  const links = new Set<string>();
  const needed = new Set<string>();
  for (const { kind, path } of expected) {
    if (kind === 'link' && !kept.links) links.add(key(path));
    else if (kind !== 'directory') for (const above of foldersOf(key(path))) needed.add(above);
  }
  return {
    isLeftOut: (path) =>
      links.size > 0 &&
      (links.has(key(path)) || foldersOf(key(path)).some((folder) => links.has(folder))),
    isOptional: ({ kind, path }) =>
      kind === 'directory' && !kept.emptyDirectories && !needed.has(key(path)),
  };
}

/** Bytes as latin1 text (one character per byte), so that they can be elements of a set. */
const key = (path: Uint8Array): string => Buffer.from(path).toString('latin1');

/** The ancestors of a path: `a` and `a/b` for `a/b/c`. */
function foldersOf(path: string): readonly string[] {
  const folders: string[] = [];
  for (let end = path.indexOf('/'); end >= 0; end = path.indexOf('/', end + 1)) {
    folders.push(path.slice(0, end));
  }
  return folders;
}
