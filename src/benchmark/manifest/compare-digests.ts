import type { Host } from '../../host/host.ts';
import { compareTrees } from './compare.ts';
import { CONTENTS_ALONE, type ContentComparison, filesOf } from './content-comparison.ts';
import type { DigestMethod } from './digest.ts';
import type { Entry } from './entry.ts';
import { readTree } from './read-tree.ts';

/**
 * Reads all files of a tree and compares their digests with those of a manifest.
 *
 * @param expected the entries of a manifest with the same digest method.
 * @throws ProblemsFound if anything cannot be read.
 */
export async function compareDigests(
  host: Pick<Host, 'files' | 'clock' | 'yieldNow'>,
  expected: readonly Entry[],
  root: string,
  method: DigestMethod,
): Promise<ContentComparison> {
  const { entries } = await readTree(host, root, method);
  let [files, bytes] = [0, 0];
  const differences = compareTrees(
    filesOf(expected),
    filesOf(entries),
    CONTENTS_ALONE,
    (one, other) => {
      files += 1;
      bytes += one.size;
      return one.digest === other.digest;
    },
  );
  return { differences, files, bytes };
}
