import { posix } from 'node:path';

/** Files that may lie side by side in one folder: as many as can be taken in at a glance. */
const MOST = 30;

/** Shelves of like things, where a file has no neighbour that it has to be told from. */
const SHELVES: readonly string[] = [
  'src/model',
  'test/model',
  'test/oracles',
  'test/oracles/formulas',
];
const MOST_ON_SHELF = 40;

/**
 * Finds folders that hold too many files side by side.
 *
 * @example
 * crowded(Array.from({ length: 31 }, (_, index) => `src/units/${index}.ts`))
 * // ['src/units/ holds 31 files side by side, but 30 is the most: …']
 */
export function crowded(paths: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const path of paths) {
    const folder = posix.dirname(path);
    counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  return [...counts].flatMap(([folder, count]) => {
    const most = SHELVES.includes(folder) ? MOST_ON_SHELF : MOST;
    if (count <= most) return [];
    return [
      `${folder}/ holds ${count} files side by side, but ${most} is the most: give those that belong together a room`,
    ];
  });
}
