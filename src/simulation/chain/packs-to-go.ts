import type { Packs } from '../../model/repack.ts';
import type { Chain } from './chain.ts';
import { review } from './needs.ts';
import { BYTES, cell, RUN, SOURCE, TIME } from './rows.ts';

/**
 * What the next retention lets go of a repository, group by group of points that lie side by side: the
 * bytes that they wrote, and those of them that the point after them does not need. Removes nothing.
 *
 * @returns the groups, and whether the first of them holds the oldest point.
 */
export function packsToGo(chain: Chain): { readonly groups: Packs[]; readonly oldest: boolean } {
  const { rows, sizes } = chain;
  const { count } = rows;
  review(chain);
  const { why } = chain.work;
  const groups: Packs[] = [];
  let bytes = 0;
  let kept = -1;
  for (let i = 0; i < count; i++) {
    if (why[i] === 0) {
      bytes += cell(rows, i, BYTES);
      continue;
    }
    if (bytes > 0) {
      const source = cell(rows, i, SOURCE);
      const [time, run] = [cell(rows, i, TIME), cell(rows, i, RUN)];
      const alone =
        kept < 0
          ? sizes.full(source)
          : sizes.between(cell(rows, kept, TIME), cell(rows, kept, RUN), time, run, source);
      const taken = alone - cell(rows, i, BYTES);
      groups.push({ bytes, dead: Math.min(bytes, Math.max(0, bytes - taken)) });
    }
    bytes = 0;
    kept = i;
  }
  if (bytes > 0) groups.push({ bytes, dead: bytes });
  return { groups, oldest: count > 0 && why[0] === 0 };
}
