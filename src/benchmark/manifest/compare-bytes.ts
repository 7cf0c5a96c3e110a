import { joined, rootBytes } from '../../byte-path.ts';
import type { Files, Host } from '../../host/host.ts';
import { type Pause, pauses } from '../../pauses.ts';
import { compareTrees } from './compare.ts';
import { CONTENTS_ALONE, type ContentComparison, filesOf } from './content-comparison.ts';
import type { Entry } from './entry.ts';
import { sameBytes } from './file-content.ts';
import { readTree } from './read-tree.ts';
import { cannotRead } from './unread.ts';

/**
 * Compares the files of two trees byte by byte, without relying on digests.
 *
 * @param expected root of the tree as it should be.
 * @param found root of the tree as it is.
 * @throws ProblemsFound if anything cannot be read.
 */
export async function compareBytes(
  host: Pick<Host, 'files' | 'clock' | 'yieldNow'>,
  expected: string,
  found: string,
): Promise<ContentComparison> {
  const pause = pauses(host);
  const [one, two] = [await readTree(host, expected, null), await readTree(host, found, null)];
  const inBoth: (readonly [Entry, Entry])[] = [];
  const differences = [
    ...compareTrees(
      filesOf(one.entries),
      filesOf(two.entries),
      CONTENTS_ALONE,
      (...pair) => inBoth.push(pair) > 0,
    ),
  ];
  let bytes = 0;
  for (const [entry, other] of inBoth) {
    bytes += entry.size;
    const same = await sameFile(host.files, [expected, found], entry.path, pause);
    if (!same)
      differences.push({ what: 'content', path: entry.path, expected: entry, found: other });
  }
  differences.sort((a, b) => Buffer.compare(a.path, b.path));
  return { differences, files: inBoth.length, bytes };
}

async function sameFile(
  files: Files,
  roots: readonly [string, string],
  path: Uint8Array,
  pause: Pause,
): Promise<boolean> {
  const one = files.openRegular(joined(rootBytes(roots[0]), path));
  const two = files.openRegular(joined(rootBytes(roots[1]), path));
  try {
    if (!one.ok) throw cannotRead(roots[0], [{ path, fault: one }]);
    if (!two.ok) throw cannotRead(roots[1], [{ path, fault: two }]);
    const same = await sameBytes(one.value, two.value, pause);
    if (!same.ok) throw cannotRead(roots.join(' or '), [{ path, fault: same }]);
    return same.value;
  } finally {
    if (one.ok) one.value.close();
    if (two.ok) two.value.close();
  }
}
