import { stream } from '../../random/stream.ts';
import type { FilesRecipe } from './recipe.ts';

/** Folders of a tree, by their paths below its root, which is the first one: ''. Parents come first. */
export interface Folders {
  readonly holding: readonly string[];
  /** Folders that stay empty. */
  readonly empty: readonly string[];
}

const FILES_A_FOLDER = 20;
const FOLDERS_AN_EMPTY_ONE = 20;

/**
 * The folders of the files with plain names: a chain that is as deep as the recipe says, and beside
 * it one for each 20 files below any that is not as deep yet. One in 20 stays empty, at least one
 * where there are folders at all.
 *
 * @example
 * foldersOf(recipe, 7).holding // ['', 'folder-1', 'folder-1/folder-2', …]
 */
export function foldersOf({ files, depth }: FilesRecipe, seed: number): Folders {
  if (depth === 0) return { holding: [''], empty: [] };
  const holding = Math.max(depth, Math.ceil(files / FILES_A_FOLDER));
  const empty = Math.ceil(holding / FOLDERS_AN_EMPTY_ONE);
  const chance = stream(seed, 'folders');
  const made = [{ path: '', depth: 0 }];
  // Folders that may have others below them.
  const parents = [...made];
  const make = (name: string, parent = parents[Math.floor(chance() * parents.length)]) => {
    const above = parent ?? { path: '', depth: 0 };
    return { path: above.path === '' ? name : `${above.path}/${name}`, depth: above.depth + 1 };
  };
  for (let number = 1; number <= holding; number++) {
    const folder = make(`folder-${number}`, number <= depth ? made.at(-1) : undefined);
    made.push(folder);
    if (folder.depth < depth) parents.push(folder);
  }
  return {
    holding: made.map(({ path }) => path),
    empty: Array.from({ length: empty }, (_, index) => make(`empty-${index + 1}`).path),
  };
}
