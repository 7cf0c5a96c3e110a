import { type Chain, free, noteGone, noteTakenOver, resize } from './chain.ts';
import { relink } from './clone.ts';
import { markNeeded } from './needs.ts';
import {
  BASE,
  BYTES,
  cell,
  DEDUP_POINT,
  isFull,
  KIND,
  type Rows,
  RUN,
  remove,
  removeOldest,
  SERIAL,
  SOURCE,
  TIME,
} from './rows.ts';

/**
 * Removes what neither the rules keep nor a kept point needs, newest first.
 *
 * @param newest the row to begin with; all newer ones must be there to stay.
 */
export function removeUnneeded(chain: Chain, newest: number): void {
  const { rows, why, need } = chain;
  const isPool = chain.style === 'dedup'; // whose points need nothing
  if (!isPool) markNeeded(chain, newest);
  if (!isPool && chain.spare === 0) return;
  const linked = chain.clones || isPool;
  const oldest = linked ? 0 : spareOldest(chain, newest);
  for (let i = newest; i >= oldest; i--) {
    if (why[i] === 0 && (isPool || need[i] === 0)) drop(chain, rows, i);
  }
  for (let i = oldest - 1; i >= 0; i--) {
    free(chain, cell(rows, i, BYTES));
    noteGone(chain, cell(rows, i, RUN), cell(rows, i, BYTES));
    if (isFull(cell(rows, i, KIND))) chain.fulls--;
  }
  removeOldest(rows, oldest);
}

/** How many of the oldest rows can go in one go, since no row is left before them. */
function spareOldest({ why, need }: Chain, newest: number): number {
  let number = 0;
  while (number <= newest && why[number] === 0 && need[number] === 0) number++;
  return number;
}

/** Takes a row out of the store; what shared blocks with it, or came after it, is sized anew. */
export function drop(chain: Chain, rows: Rows, index: number): void {
  const serial = cell(rows, index, SERIAL);
  const base = cell(rows, index, BASE);
  const isPoint = cell(rows, index, KIND) === DEDUP_POINT;
  const run = cell(rows, index, RUN);
  const bytes = cell(rows, index, BYTES);
  free(chain, bytes);
  if (rows === chain.rows && isFull(cell(rows, index, KIND))) chain.fulls--;
  remove(rows, index);
  if (chain.clones) relink(chain, serial, base);
  let left = bytes;
  if (isPoint && index < rows.count) {
    const before = cell(rows, index, BYTES);
    resize(chain, rows, index, bytesOfPoint(chain, index));
    // Blocks that the next point shares with it do not go.
    const taken = Math.max(0, Math.min(bytes, cell(rows, index, BYTES) - before));
    noteTakenOver(chain, cell(rows, index, RUN), run, bytes, taken);
    left = 0;
  }
  noteGone(chain, run, left);
}

/** What a point of a deduplicating repository adds to the kept point before it. */
export function bytesOfPoint({ rows, sizes }: Chain, index: number): number {
  const source = cell(rows, index, SOURCE);
  if (index === 0) return sizes.full(source);
  return sizes.between(
    cell(rows, index - 1, TIME),
    cell(rows, index - 1, RUN),
    cell(rows, index, TIME),
    cell(rows, index, RUN),
    source,
  );
}
