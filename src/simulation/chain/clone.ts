/**
 * Block cloning: a new full shares unchanged blocks with an older file, its base, and stores only
 * the others. Column `BASE` holds the serial of the base.
 */
import type { Chain } from './chain.ts';
import { resize } from './chain.ts';
import { at, BASE, BYTES, cell, findSerial, type Rows, SOURCE, TIME } from './rows.ts';

const DAY = 86400;

/**
 * Bytes of a full that shares blocks with its base: its size less the unchanged share of the base's
 * source, in whole bytes. Its whole size if it has no base, or the base is gone.
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
  // If the source has shrunk, the remaining blocks may all be shared.
  return Math.max(0, size - Math.floor(shared));
}

/**
 * Moves files that shared blocks with a removed file to the base of that file, and resizes them.
 *
 * @param gone serial of the removed file.
 * @param base serial of its base; -1 if it had none.
 */
export function relink(chain: Chain, gone: number, base: number): void {
  for (const rows of [chain.rows, chain.archiveFulls]) {
    for (let i = 0; i < rows.count; i++) {
      if (cell(rows, i, BASE) !== gone) continue;
      rows.data[at(rows, i) + BASE] = base;
      resize(chain, rows, i, bytesOfClone(chain, rows, i));
    }
  }
}

/**
 * Sets the base of a row and its size accordingly; returns the size. The caller accounts for it.
 */
export function link(chain: Chain, rows: Rows, index: number, base: number): number {
  rows.data[at(rows, index) + BASE] = base;
  const bytes = bytesOfClone(chain, rows, index);
  rows.data[at(rows, index) + BYTES] = bytes;
  return bytes;
}
