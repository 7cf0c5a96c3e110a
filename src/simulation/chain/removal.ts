import { type Chain, free, noteGone, noteTakenOver, resize } from './chain.ts';
import { relink } from './clone.ts';
import { DEDUP_POINT, isFull } from './kinds.ts';
import { markNeeded } from './needs.ts';
import { remove } from './remove-row.ts';
import {
  BASE,
  BYTES,
  before,
  cell,
  placeOf,
  type Rows,
  RUN,
  removeOldest,
  SERIAL,
  SOURCE,
  STRIDE,
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
    const place = placeOf(rows, i);
    const bytes = rows.data[place * STRIDE + BYTES] as number;
    free(chain, bytes);
    noteGone(chain, rows.data[place * STRIDE + RUN] as number, bytes);
    if (isFull(rows.kinds[place] as number)) chain.fulls--;
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
  const { data } = rows;
  const place = placeOf(rows, index);
  const row = place * STRIDE;
  const serial = data[row + SERIAL] as number;
  const base = data[row + BASE] as number;
  const kind = rows.kinds[place] as number;
  const run = data[row + RUN] as number;
  const bytes = data[row + BYTES] as number;
  free(chain, bytes);
  if (rows === chain.rows && isFull(kind)) chain.fulls--;
  remove(rows, index);
  if (chain.clones) relink(chain, serial, base);
  let left = bytes;
  if (kind === DEDUP_POINT && index < rows.count) {
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
  const { data } = rows;
  const place = placeOf(rows, index);
  const row = place * STRIDE;
  const source = data[row + SOURCE] as number;
  if (index === 0) return sizes.full(source);
  const older = before(rows, place) * STRIDE;
  return sizes.between(
    data[older + TIME] as number,
    data[older + RUN] as number,
    data[row + TIME] as number,
    data[row + RUN] as number,
    source,
  );
}
