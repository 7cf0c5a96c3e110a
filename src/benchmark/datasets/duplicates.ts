import type { Stream } from '../../random/stream.ts';
import { dealt } from './selection.ts';

/** Sizes of files, and of each the file whose bytes it holds: itself, or the one that it copies. */
export interface Duplicated {
  readonly sizes: readonly number[];
  readonly originals: readonly number[];
}

/**
 * Makes copies of files until these are a share of all bytes. Files of about the same size are
 * taken together, in an order of chance; the smallest of them is the original, and others take
 * its size as well. So sizes stay as they were drawn, nearly, and the share comes out as near as
 * whole files can bring it.
 *
 * @param share below 1.
 * @example
 * duplicate([100, 900, 101], 0.1, stream(7, 'copies')) // { sizes: [100, 900, 100], originals: [0, 1, 0] }
 */
export function duplicate(sizes: readonly number[], share: number, chance: Stream): Duplicated {
  const [made, originals] = [[...sizes], sizes.map((_, index) => index)];
  const alike = Math.ceil(1 / (1 - share)) + 1;
  const bySize = sizes
    .map((size, index) => ({ size, index }))
    .sort((a, b) => a.size - b.size || a.index - b.index);
  const groups = share > 0 ? Math.ceil(sizes.length / alike) : 0;
  const order = dealt(groups, groups, chance);
  let [copied, total] = [0, sizes.reduce((sum, size) => sum + size, 0)];
  // First those that do not lead beyond the share, then what leads nearer to it all the same.
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
