import { type MadeFile, pathOf } from './generation.ts';
import type { Group } from './group.ts';
import { joined } from './path-bytes.ts';

/**
 * A symbolic link of a generated tree. It never changes, even if a later generation removes its
 * target.
 */
export interface MadeLink {
  readonly path: Uint8Array;
  readonly target: Uint8Array;
}

const FILES_A_LINK = 100;
const KINDS = 3;
const encoder = new TextEncoder();

/**
 * The links of a group of files: one for each 100 files, at least one of each kind. They point in
 * turn to a file, to a folder and to nothing, always within the tree.
 *
 * @param files the files of the first generation.
 */
export function linksOf(group: Group, files: readonly MadeFile[]): readonly MadeLink[] {
  const count = Math.max(KINDS, Math.round(files.length / FILES_A_LINK));
  return Array.from({ length: count }, (_, index) => {
    const folder = group.folders[index % group.folders.length] as Uint8Array;
    const file = files[(index * FILES_A_LINK) % files.length] as MadeFile;
    const targets = [
      pathOf(group, file),
      group.folders.at(-1) as Uint8Array,
      joined(folder, encoder.encode(`missing $(touch pwned)-${index}`)),
    ];
    const target = joined(upFrom(folder), targets[index % KINDS] as Uint8Array);
    return { path: joined(folder, encoder.encode(`link-${index}`)), target };
  });
}

/** The relative path from a folder to the root of its tree: `.`, `..`, `../..`, … */
function upFrom(folder: Uint8Array): Uint8Array {
  if (folder.length === 0) return encoder.encode('.');
  const above = folder.filter((byte) => byte === 0x2f).length;
  return encoder.encode(`..${'/..'.repeat(above)}`);
}
