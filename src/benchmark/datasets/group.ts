import { foldersOf } from './folders.ts';
import { HOSTILE_KINDS, hostileName } from './hostile-names.ts';
import { joined } from './path-bytes.ts';
import type { FilesRecipe, SizeComponent } from './recipe.ts';

/**
 * Files of a tree that are made and changed apart from others: their serial numbers, their names
 * and all that is drawn for them are their own.
 */
export interface Group {
  readonly name: 'plain' | 'hostile';
  /** How many there are at first. */
  readonly files: number;
  readonly sizes: readonly SizeComponent[];
  readonly duplicates: number;
  /** Of files that a share of more than nothing takes, the least. */
  readonly least: number;
  /** Folders they may lie in, below the root of the tree; parents first. */
  readonly folders: readonly Uint8Array[];
  /** Folders beside them that stay empty. */
  readonly empty: readonly Uint8Array[];
  nameOf(serial: number): Uint8Array;
}

const encoder = new TextEncoder();

/**
 * The groups of a recipe: the files that it counts, and those whose names try their reader beside
 * them, one of each kind of name, small, in folders of their own. Whether there are these makes no
 * difference to the others.
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
