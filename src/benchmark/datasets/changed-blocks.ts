import { stream } from '../../random/stream.ts';
import type { MadeFile } from './generation.ts';
import type { Group } from './group.ts';
import type { FilesChange } from './recipe.ts';
import { selection } from './selection.ts';

/** Bytes that are written together. */
export interface Stretch {
  readonly from: number;
  readonly length: number;
}

/**
 * What is written of a file that a generation changes: all of it, or some of its blocks. What is
 * left behind the last whole block belongs to it, so a block that changes is never a mere byte or
 * two, and a file of less than a block is one. At least one block changes.
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
  const chance = stream(seed, `${group.name} blocks of ${serial} ${generation}`);
  const isChosen = selection(count, blocks, chance);
  const stretches: Stretch[] = [];
  for (let block = 0; block < blocks; block++) {
    if (!isChosen()) continue;
    const from = block * within.block;
    stretches.push({ from, length: block === blocks - 1 ? size - from : within.block });
  }
  return stretches;
}
