import { stream } from '../../random/stream.ts';
import type { MadeFile } from './generation.ts';
import type { Group } from './group.ts';
import type { FilesChange } from './recipe.ts';
import { selection } from './selection.ts';

/** A byte range that is rewritten. */
export interface Stretch {
  readonly from: number;
  readonly length: number;
}

/**
 * Selects the byte ranges of a file that a generation rewrites: the whole file, or some of its
 * blocks, at least one. The remainder behind the last whole block belongs to that block, so no
 * changed block is a mere byte or two; a file smaller than a block is one block.
 *
 * @example
 * changedBlocks(group, file, { share: 0.1, block: 4096 }, 3, 7) // [{ from: 8192, length: 4096 }, …]
 */
export function changedBlocks(
  group: Group,
  { serial, size }: MadeFile,
  within: FilesChange['within'],
  generation: number,
  seed: number,
): readonly Stretch[] {
  if (!within) return [{ from: 0, length: size }];
  const blocks = Math.max(1, Math.floor(size / within.block));
  const count = Math.max(1, Math.round(within.share * blocks));
  const random = stream(seed, `${group.name} blocks of ${serial} ${generation}`);
  const isChosen = selection(count, blocks, random);
  const stretches: Stretch[] = [];
  for (let block = 0; block < blocks; block++) {
    if (!isChosen()) continue;
    const from = block * within.block;
    stretches.push({ from, length: block === blocks - 1 ? size - from : within.block });
  }
  return stretches;
}
