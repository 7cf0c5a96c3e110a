import { stream } from '../../random/stream.ts';
import type { FilesRecipe } from './recipe.ts';

/** Folders of a tree as paths below its root, parents first. The first path, '', is the root. */
export interface Folders {
  readonly holding: readonly string[];
  /** Folders that stay empty. */
  readonly empty: readonly string[];
}

const FILES_A_FOLDER = 20;
const FOLDERS_AN_EMPTY_ONE = 20;

/**
 * The folders for files with plain names: one chain of the recipe's depth, and further folders
 * until there is one for each 20 files, each below a random folder that is not yet at full depth.
 * For each 20 folders, rounded up, there is also one empty folder.
 *
 * @example
 * foldersOf(recipe, 7).holding // ['', 'folder-1', 'folder-1/folder-2', …]
 */
export function foldersOf({ files, depth }: FilesRecipe, seed: number): Folders {
  if (depth === 0) return { holding: [''], empty: [] };
  const holding = Math.max(depth, Math.ceil(files / FILES_A_FOLDER));
  const empty = Math.ceil(holding / FOLDERS_AN_EMPTY_ONE);
  const random = stream(seed, 'folders');
  const made = [{ path: '', depth: 0 }];
  // Folders that may get subfolders.
  const parents = [...made];
  const make = (name: string, parent = parents[Math.floor(random() * parents.length)]) => {
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
