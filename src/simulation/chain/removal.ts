/**
 * Removal of files. A file goes if no rule keeps it and no kept point needs it. Rows are visited
 * from new to old, so that a removal leaves the indices still to come valid. A run of removable
 * rows at the old end goes at once, by moving the head of the ring. Where files share blocks (block
 * cloning, deduplication), each removal resizes other files, so rows go one by one.
 */
import { type Chain, free, noteGone, noteReplaced, noteTakenOver, resize } from './chain.ts';
import { relink } from './clone.ts';
import type { SharingPoint } from './cohorts.ts';
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
 * Removes the rows that no rule keeps and no kept point needs, from new to old.
 *
 * @param newest the row to begin with; all newer rows must stay.
 */
export function removeUnneeded(chain: Chain, newest: number): void {
  const { rows } = chain;
  const { why, need } = chain.work;
  const isPool = chain.style === 'dedup'; // its points need no others
  if (!isPool) markNeeded(chain, newest);
  if (!isPool && chain.removable === 0) return;
  const linked = chain.clones || isPool;
  const oldest = linked ? 0 : removableOldest(chain, newest);
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

/** Number of removable rows at the old end, before the first row that stays. */
function removableOldest({ work: { why, need } }: Chain, newest: number): number {
  let number = 0;
  while (number <= newest && why[number] === 0 && need[number] === 0) number++;
  return number;
}

/**
 * Removes one row from the store. Files that shared blocks with it are resized: clones, and in a
 * deduplicating repository the next point.
 */
export function drop(chain: Chain, rows: Rows, index: number): void {
  const { data } = rows;
  const place = placeOf(rows, index);
  const row = place * STRIDE;
  const serial = data[row + SERIAL] as number;
  const base = data[row + BASE] as number;
  const kind = rows.kinds[place] as number;
  const run = data[row + RUN] as number;
  const bytes = data[row + BYTES] as number;
  const time = data[row + TIME] as number;
  free(chain, bytes);
  if (rows === chain.rows && isFull(kind)) chain.fulls--;
  remove(rows, index);
  if (chain.clones) relink(chain, serial, base);
  // Where no bill asks which bytes die, no points are made of the rows.
  const inCohorts = chain.segments !== null && chain.segments.cohorts !== null;
  let left = bytes;
  if (kind === DEDUP_POINT && index < rows.count) {
    const before = cell(rows, index, BYTES);
    resize(chain, rows, index, bytesOfPoint(chain, index));
    // Blocks that the next point shares with it stay.
    const taken = Math.max(0, Math.min(bytes, cell(rows, index, BYTES) - before));
    noteTakenOver(chain, cell(rows, index, RUN), run, bytes, taken);
    if (inCohorts) {
      noteReplaced(
        chain,
        { run, time },
        beforeOf(rows, index),
        pointAt(rows, index),
        bytes - taken,
      );
    }
    left = 0;
  } else if (kind === DEDUP_POINT) {
    if (inCohorts) noteReplaced(chain, { run, time }, beforeOf(rows, index), null, bytes);
    left = 0;
  }
  noteGone(chain, run, left);
}

const beforeOf = (rows: Rows, index: number): SharingPoint | null =>
  index > 0 ? pointAt(rows, index - 1) : null;

const pointAt = (rows: Rows, index: number) => ({
  time: cell(rows, index, TIME),
  run: cell(rows, index, RUN),
  source: cell(rows, index, SOURCE),
});

/** New bytes that a point of a deduplicating repository adds to those of the previous point. */
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
