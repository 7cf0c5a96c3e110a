/**
 * What a run does to a chain, always in this order: add the new point (`addPoint`); merge, then
 * delete what retention no longer needs (`prune`). The styles differ in what the new point is:
 * - forward: a full, synthetic full, differential or increment after the others;
 * - reverse: the full moves on to the new run, and the previous point becomes a reverse increment;
 * - copy: an increment; the oldest one is merged into the full, and GFS fulls are archived;
 * - replica: a snapshot on top of a disk; the oldest one is merged into the disk;
 * - dedup: a point that stores its new blocks and needs no other point.
 */
import { weekOf } from '../../units/calendar.ts';
import { type Chain, free, noteTakenOver, noteWritten, resize, take } from './chain.ts';
import { link } from './clone.ts';
import { dropSpentFulls, mergeOrArchive } from './gfs.ts';
import {
  ACTIVE_FULL,
  DEDUP_POINT,
  DIFFERENTIAL,
  INCREMENT,
  isFull,
  REPLICA_DISK,
  REPLICA_SNAPSHOT,
  REVERSE_INCREMENT,
  SYNTHETIC_FULL,
} from './kinds.ts';
import { mergeOldest, mergeUnkept } from './merge.ts';
import { readReasons, review } from './needs.ts';
import { bytesOfPoint, removeUnneeded } from './removal.ts';
import {
  at,
  BASE,
  BYTES,
  cell,
  DAY,
  HOUR,
  kindAt,
  MARKS,
  MONTH,
  push,
  QUARTER,
  RUN,
  SERIAL,
  SOURCE,
  STRIDE,
  setKind,
  TIME,
  WEEK,
  YEAR,
} from './rows.ts';
import { shiftWindows, slide } from './sliding.ts';
import type { Windows } from './windows.ts';

/** What a run made, in the words of the schedule. */
export type Made = 'full' | 'synthetic' | 'differential' | 'incremental';

/** A successful run: instant, local day and hour, run number, and bytes of the source. */
export interface Point {
  made: Made;
  time: number;
  day: number;
  hour: number;
  run: number;
  source: number;
  /** Bytes that an increment or a differential of this run stores. */
  bytes: number;
}

/** Step 1 of a run: adds the new point. */
export function addPoint(chain: Chain, point: Point): void {
  chain.peak = chain.stored;
  switch (chain.style) {
    case 'forward':
      addForward(chain, point);
      return;
    case 'reverse':
      addReverse(chain, point);
      return;
    case 'replica':
      addReplica(chain, point);
      return;
    case 'copy':
      append(
        chain,
        point,
        chain.rows.count === 0 ? SYNTHETIC_FULL : INCREMENT,
        bytesOf(chain, point),
      );
      return;
    case 'dedup':
      append(chain, point, DEDUP_POINT, 0);
      resize(chain, chain.rows, chain.rows.count - 1, bytesOfPoint(chain, chain.rows.count - 1));
      noteWritten(chain, point, cell(chain.rows, chain.rows.count - 1, BYTES));
  }
}

/** Steps 2 and 3 of a run: merges, and deletes what retention no longer needs. */
export function prune(chain: Chain): void {
  const { rows, windows } = chain;
  chain.moved = 0;
  const newest = windows ? slideAndMerge(chain, windows) : reviewAndMerge(chain);
  chain.seen = chain.serial;
  // An archived full is the base of one file at most, and frees more than that one takes over.
  if (chain.style === 'copy') dropSpentFulls(chain);
  // Deleting needs no space. While files pass shared blocks on, `stored` may still rise for a
  // moment; this is no peak.
  const { peak } = chain;
  if (newest < 0) return;
  const { count } = rows;
  removeUnneeded(chain, newest);
  if (windows) shiftWindows(windows, count - rows.count);
  chain.peak = Math.max(peak, chain.stored);
}

/** The same as `reviewAndMerge`, with rules that look at the new points alone. */
function slideAndMerge(chain: Chain, windows: Windows): number {
  const newest = slide(chain, windows);
  if (!chain.merges) return newest;
  const { count } = chain.rows;
  mergeUnkept(chain, windows);
  const left = newest - (count - chain.rows.count);
  if (left >= 0) readReasons(chain, left);
  return left;
}

/**
 * Evaluates the rules over all points, and merges; returns the newest row that no rule keeps, or
 * -1.
 */
function reviewAndMerge(chain: Chain): number {
  if (isOneGeneration(chain)) return -1;
  review(chain);
  if (chain.style === 'copy') mergeOrArchive(chain);
  else if (chain.merges || chain.style === 'replica') mergeOldest(chain);
  let newest = chain.rows.count - 1;
  while (newest >= 0 && chain.work.why[newest] !== 0) newest--;
  return newest;
}

/** Whether all points build on one full, and stay with it: as long as no other comes, none can go. */
const isOneGeneration = ({ rules, style, fulls, rows }: Chain): boolean =>
  rules.dialect === 'generations' && style === 'forward' && fulls === 1 && isFull(kindAt(rows, 0));

const bytesOf = (chain: Chain, point: Point): number =>
  chain.rows.count === 0 ? chain.sizes.full(point.source) : point.bytes;

function append(chain: Chain, point: Point, kind: number, bytes: number): void {
  const { rows, rules } = chain;
  const place = push(rows);
  const { data } = rows;
  const offset = place * STRIDE;
  data[offset + TIME] = point.time;
  data[offset + DAY] = point.day;
  data[offset + HOUR] = point.hour;
  const month = rules.months[point.day - rules.firstDay] as number;
  data[offset + WEEK] = weekOf(point.day);
  data[offset + MONTH] = month;
  data[offset + QUARTER] = Math.floor(month / 3);
  data[offset + YEAR] = Math.floor(month / 12);
  data[offset + RUN] = point.run;
  data[offset + SOURCE] = point.source;
  data[offset + BYTES] = bytes;
  rows.kinds[place] = kind;
  data[offset + MARKS] = 0;
  data[offset + BASE] = -1;
  data[offset + SERIAL] = chain.serial++;
  if (isFull(kind)) chain.fulls++;
  noteWritten(chain, point, bytes);
  take(chain, bytes);
}

function addForward(chain: Chain, point: Point): void {
  const { rows, sizes } = chain;
  if (point.made === 'full') {
    append(chain, point, ACTIVE_FULL, sizes.full(point.source));
    return;
  }
  const kind = point.made === 'differential' ? DIFFERENTIAL : INCREMENT;
  append(chain, point, kind, point.bytes);
  if (point.made !== 'synthetic') return;
  // A full with the same time replaces the increment just made.
  const newest = rows.count - 1;
  const before = newest > 0 ? cell(rows, newest - 1, SERIAL) : -1;
  setKind(rows, newest, SYNTHETIC_FULL);
  chain.fulls++;
  const full = chain.clones ? link(chain, rows, newest, before) : sizes.full(point.source);
  rows.data[at(rows, newest) + BYTES] = full;
  take(chain, full);
  free(chain, point.bytes);
}

/**
 * Style reverse: the full moves on to the new run; the blocks it replaces become the reverse
 * increment of the previous point.
 */
function addReverse(chain: Chain, point: Point): void {
  const { rows, sizes } = chain;
  if (point.made === 'full' || rows.count === 0) {
    append(chain, point, ACTIVE_FULL, sizes.full(point.source));
    return;
  }
  const old = rows.count - 1;
  const left = sizes.between(
    cell(rows, old, TIME),
    cell(rows, old, RUN),
    point.time,
    point.run,
    cell(rows, old, SOURCE),
  );
  append(chain, point, SYNTHETIC_FULL, 0);
  const full = sizes.full(point.source);
  const before = cell(rows, old, BYTES);
  // The replaced blocks are written to the reverse increment now; the others stay where they are.
  noteTakenOver(chain, point.run, cell(rows, old, RUN), before, Math.max(0, before - left));
  rows.data[at(rows, old + 1) + BYTES] = before;
  rows.data[at(rows, old) + BYTES] = left;
  setKind(rows, old, REVERSE_INCREMENT);
  chain.fulls--;
  take(chain, left);
  resize(chain, rows, old + 1, full);
}

function addReplica(chain: Chain, point: Point): void {
  const first = chain.rows.count === 0;
  append(chain, point, first ? REPLICA_DISK : REPLICA_SNAPSHOT, bytesOf(chain, point));
}
