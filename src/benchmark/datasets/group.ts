import { foldersOf } from './folders.ts';
import { HOSTILE_KINDS, hostileName } from './hostile-names.ts';
import { joined } from './path-bytes.ts';
import type { FilesRecipe, SizeComponent } from './recipe.ts';

/** A group of files with serial numbers, names and random streams of its own. */
export interface Group {
  readonly name: 'plain' | 'hostile';
  /** Number of files in the first generation. */
  readonly files: number;
  readonly sizes: readonly SizeComponent[];
  readonly duplicates: number;
  /** Smallest number of files taken by a share above 0. */
  readonly least: number;
  /** Folders that files may lie in, relative to the root of the tree; parents first. */
  readonly folders: readonly Uint8Array[];
  /** Additional folders that stay empty. */
  readonly empty: readonly Uint8Array[];
  nameOf(serial: number): Uint8Array;
}

const encoder = new TextEncoder();

/**
 * The groups of a recipe: the files it counts and, if asked for, small files with hostile names,
 * one of each kind, in folders of their own. The plain group is the same with or without the
 * hostile one.
 */
export function groupsOf(recipe: FilesRecipe, seed: number): readonly Group[] {
  const folders = foldersOf(recipe, seed);
  const plain: Group = {
    name: 'plain',
    files: recipe.files,
    sizes: recipe.sizes,
    duplicates: recipe.duplicates,
    least: 0,
    folders: folders.holding.map((path) => encoder.encode(path)),
    empty: folders.empty.map((path) => encoder.encode(path)),
    nameOf: (serial) => encoder.encode(`file-${serial}.dat`),
  };
  return recipe.hostileNames ? [plain, HOSTILE] : [plain];
}

const FOLDER = encoder.encode('hostile');

const HOSTILE: Group = {
  name: 'hostile',
  files: HOSTILE_KINDS,
  sizes: [{ weight: 1, median: 1000, sigma: 1, largest: 16384 }],
  duplicates: 0,
  least: 1,
  folders: [
    FOLDER,
    joined(FOLDER, encoder.encode('-- folder\n')),
    joined(FOLDER, Uint8Array.of(0x66, 0xff)),
  ],
  empty: [joined(FOLDER, encoder.encode(' empty $(touch pwned) '))],
  nameOf: hostileName,
};
