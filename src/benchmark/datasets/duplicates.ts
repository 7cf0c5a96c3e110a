import type { Stream } from '../../random/stream.ts';
import { dealt } from './selection.ts';

/**
 * File sizes, and for each file the index of the file whose content it has: its own or that of the
 * original it copies.
 */
export interface Duplicated {
  readonly sizes: readonly number[];
  readonly originals: readonly number[];
}

/**
 * Turns files into copies of others until copies make up a share of all bytes. Files of similar
 * size are grouped, and groups are processed in random order. In each group the smallest file is
 * the original; copies take its content and size. So the size distribution stays nearly as drawn,
 * and the share comes as close to its target as whole files allow.
 *
 * @param share below 1.
 *
 * @example
 * duplicate([100, 900, 101], 0.1, stream(7, 'copies')) // { sizes: [100, 900, 100], originals: [0, 1, 0] }
 */
export function duplicate(sizes: readonly number[], share: number, random: Stream): Duplicated {
  const [made, originals] = [[...sizes], sizes.map((_, index) => index)];
  const alike = Math.ceil(1 / (1 - share)) + 1;
  const bySize = sizes
    .map((size, index) => ({ size, index }))
    .sort((a, b) => a.size - b.size || a.index - b.index);
  const groups = share > 0 ? Math.ceil(sizes.length / alike) : 0;
  const order = dealt(groups, groups, random);
  let [copied, total] = [0, sizes.reduce((sum, size) => sum + size, 0)];
  // First copies that do not exceed the share, then any that still bring it closer.
  for (const most of [share, Infinity]) {
    for (const group of order) {
      const [original, ...others] = bySize.slice(group * alike, (group + 1) * alike);
      for (const { size, index } of others) {
        if (!original || originals[index] !== index) continue;
        const [more, all] = [copied + original.size, total - size + original.size];
        const [before, after] = [copied / total - share, more / all - share];
        if (more > most * all || !(Math.abs(after) < Math.abs(before))) continue;
        [copied, total] = [more, all];
        made[index] = original.size;
        originals[index] = original.index;
      }
    }
  }
  return { sizes: made, originals };
}
