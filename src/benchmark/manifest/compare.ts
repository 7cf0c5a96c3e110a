import type { Kept } from '../tools/tool.ts';
import type { Difference } from './difference.ts';
import type { Entry } from './entry.ts';

// Times that are less than this far apart, in nanoseconds, are equal. Programs that hand a time on as
// a floating-point number of seconds, as Node does, lose up to a quarter of a microsecond of it, and
// many interfaces count in microseconds; whole seconds come through unharmed.
const TIME_TOLERANCE = 1000n;

/** Whether two files of the same size, of both trees, hold the same bytes. */
export type SameContent = (expected: Entry, found: Entry) => boolean;

const sameDigest: SameContent = (expected, found) => expected.digest === found.digest;

/**
 * Holds a tree against what it should be. Both lists are in the order of their paths. What is
 * missing or extra, or of another kind, is told once and not looked into further; a file of another
 * size has other content without saying. What a tool does not keep is not compared: modes, times,
 * links (nothing is said of what stands in their place, or below it) and directories in which, at
 * any depth, nothing else is. Modes of links mean nothing, and are never compared. Times are equal
 * that are less than a microsecond apart.
 *
 * @example
 * compareTrees(manifest, restored.entries, tool.keeps('local')) // [] where it all came back
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

/** Goes through two sorted lists side by side. */
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

/** What is not looked at because the tool does not keep it. */
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

/** Bytes as text, one character each, which a set can hold. */
const key = (path: Uint8Array): string => Buffer.from(path).toString('latin1');

/** The folders above a path: `a` and `a/b` for `a/b/c`. */
function foldersOf(path: string): readonly string[] {
  const folders: string[] = [];
  for (let end = path.indexOf('/'); end >= 0; end = path.indexOf('/', end + 1)) {
    folders.push(path.slice(0, end));
  }
  return folders;
}
