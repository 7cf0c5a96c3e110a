import type { Chain } from './chain.ts';
import { resize } from './chain.ts';
import { at, BASE, BYTES, cell, findSerial, type Rows, SOURCE, TIME } from './rows.ts';

const DAY = 86400;

/**
 * What a full takes that shares blocks with the file it is linked to: its size less the share of
 * the older source that has not changed since, in whole bytes.
 */
export function bytesOfClone(chain: Chain, rows: Rows, index: number): number {
  const size = chain.sizes.full(cell(rows, index, SOURCE));
  const base = cell(rows, index, BASE);
  if (base < 0) return size;
  const home = findSerial(chain.rows, base) >= 0 ? chain.rows : chain.archiveFulls;
  const older = findSerial(home, base);
  if (older < 0) return size;
  const days = Math.floor((cell(rows, index, TIME) - cell(home, older, TIME)) / DAY);
  const shared = chain.sizes.full(cell(home, older, SOURCE)) * (1 - chain.sizes.newShare(days));
  // A source that has become smaller shares all that is left of it.
  return Math.max(0, size - Math.floor(shared));
}

/** Links what shared blocks with a file that is gone to the base of that file, if it had one. */
export function relink(chain: Chain, gone: number, base: number): void {
  for (const rows of [chain.rows, chain.archiveFulls]) {
    for (let i = 0; i < rows.count; i++) {
      if (cell(rows, i, BASE) !== gone) continue;
      rows.data[at(rows, i) + BASE] = base;
      resize(chain, rows, i, bytesOfClone(chain, rows, i));
    }
  }
}

/** Links a row to another and sizes it by what the two share. */
export function link(chain: Chain, rows: Rows, index: number, base: number): number {
  rows.data[at(rows, index) + BASE] = base;
  const bytes = bytesOfClone(chain, rows, index);
  rows.data[at(rows, index) + BYTES] = bytes;
  return bytes;
}
