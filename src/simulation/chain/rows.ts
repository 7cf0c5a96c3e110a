import { newRoom, type Room, take } from '../room.ts';

/**
 * The files of one chain of restore points, oldest first, in one typed array, so that a run of
 * years neither allocates nor chases pointers. A row is a file; columns are named below.
 */
export interface Rows {
  data: Float64Array;
  /** Index of the oldest row in `data`; rows before it are spent. */
  head: number;
  /** Number of rows. */
  count: number;
  /** Where its space in `data` begins and ends, in rows. */
  start: number;
  end: number;
  /** The rows of many chains, if these are among them. */
  readonly pool: RowPool | null;
}

/** Rows of many chains in one array, each with space of its own. */
export interface RowPool {
  data: Float64Array;
  /** Rows that are given away. */
  used: number;
}

/** Space for the rows of so many chains. */
export const newRowPool = (chains: number, room: Room): RowPool => ({
  data: take(room, chains * POOLED * STRIDE),
  used: 0,
});

/** Rows for which there is space at first. */
export const SPACE = 64;

/** The same among those of others, an odd number: a power of two would have many chains fight for the
 * same places in the cache. */
const POOLED = 61;

const NONE = new Float64Array();

/** Column: instant of the run it holds, s since 1970. */
export const TIME = 0;
/** Column: local day number of that instant. */
export const DAY = 1;
/** Column: local hour number of that instant. */
export const HOUR = 2;
/** Column: ISO week of that day, numbered through as by `weekOf`. */
export const WEEK = 3;
/** Column: month of that day, numbered through as by `monthOf`. */
export const MONTH = 4;
/** Column: quarter of that day, numbered through. */
export const QUARTER = 5;
/** Column: year of that day. */
export const YEAR = 6;
/** Column: number of that run in the protection, from 0. */
export const RUN = 7;
/** Column: bytes of the source at that run. */
export const SOURCE = 8;
/** Column: bytes it takes in the store. */
export const BYTES = 9;
/** Column: index in KINDS. */
export const KIND = 10;
/** Column: GFS marks, a bit for each of GFS_RULES. */
export const MARKS = 11;
/** Column: serial of the file it shares blocks with, or -1. */
export const BASE = 12;
/** Column: number of the file in the chain, from 0. */
export const SERIAL = 13;
/** Column: reason bits of the rules that keep it, where they slide (see `sliding.ts`). */
export const REASONS = 14;
/** Numbers that a row takes: one for each column. */
export const STRIDE = 15;

/** What a file in a chain is. */
export const KINDS = [
  'active-full',
  'synthetic-full',
  'increment',
  'differential',
  'reverse-increment',
  'gfs-full',
  'replica-disk',
  'replica-snapshot',
  'dedup-point',
] as const;

/** A full that is read from the source anew. */
export const ACTIVE_FULL = 0;
/** A full that is put together inside the store from what lies there. */
export const SYNTHETIC_FULL = 1;
/** What changed since the point before; needs that point. */
export const INCREMENT = 2;
/** What changed since the last full; needs that full alone. */
export const DIFFERENTIAL = 3;
/** What the next point overwrote; needs the points after it, up to the full. */
export const REVERSE_INCREMENT = 4;
/** A full that a copy has set aside for a GFS rule. */
export const GFS_FULL = 5;
/** The disk of a replica, which holds its oldest point. */
export const REPLICA_DISK = 6;
/** What changed on a replica since the point before; needs that point. */
export const REPLICA_SNAPSHOT = 7;
/** A point of a pool that keeps equal blocks once; needs no other point. */
export const DEDUP_POINT = 8;

/** Whether a kind holds everything by itself. */
export const isFull = (kind: number): boolean =>
  kind <= SYNTHETIC_FULL || kind === GFS_FULL || kind === REPLICA_DISK;

/** No rows yet, and space for so many: more is made when they are used up. */
export const emptyRows = (space = 0, room = newRoom()): Rows => ({
  data: space > 0 ? take(room, space * STRIDE) : NONE,
  head: 0,
  count: 0,
  start: 0,
  end: space,
  pool: null,
});

/** The same rows by themselves. */
export function copyOf(rows: Rows): Rows {
  const copy = emptyRows(rows.count);
  copy.data.set(rows.data.subarray(at(rows, 0), at(rows, rows.count)));
  copy.count = rows.count;
  return copy;
}

/** The offset of the i-th row, 0 being the oldest; add a column to read a value. */
export const at = (rows: Rows, index: number): number => (rows.head + index) * STRIDE;

/** Appends a row as the newest and returns its offset; all its columns are yet to be written. */
export function push(rows: Rows): number {
  if (rows.head + rows.count >= rows.end) makeSpace(rows);
  const offset = (rows.head + rows.count) * STRIDE;
  rows.count++;
  return offset;
}

function makeSpace(rows: Rows): void {
  const { data, head, count, start, end, pool } = rows;
  const spent = head - start;
  const from = at(rows, 0);
  const to = at(rows, count);
  if (spent > 0 && spent >= count) data.copyWithin(start * STRIDE, from, to);
  else {
    const space = 2 * (end - start) || SPACE;
    if (pool) takeSpace(rows, pool, space);
    else {
      rows.data = new Float64Array(space * STRIDE);
      rows.end = space;
    }
    rows.data.set(data.subarray(from, to), rows.start * STRIDE);
  }
  rows.head = rows.start;
}

/** Gives rows new space in a pool, which grows where it is used up; what stood in the old is lost. */
export function takeSpace(rows: Rows, pool: RowPool, space = POOLED): void {
  rows.start = pool.used;
  rows.head = pool.used;
  pool.used += space;
  rows.end = pool.used;
  if (pool.used * STRIDE <= pool.data.length) return;
  const larger = new Float64Array(Math.ceil(1.5 * pool.used) * STRIDE);
  larger.set(pool.data);
  pool.data = larger;
}

/** Takes out the oldest rows. */
export function removeOldest(rows: Rows, number: number): void {
  rows.head += number;
  rows.count -= number;
}

/** Takes a row out; the shorter side moves up. */
export function remove(rows: Rows, index: number): void {
  const offset = at(rows, index);
  if (index === 0) rows.head++;
  else if (index * 2 < rows.count) {
    rows.data.copyWithin(at(rows, 1), at(rows, 0), offset);
    rows.head++;
  } else {
    rows.data.copyWithin(offset, offset + STRIDE, at(rows, rows.count));
  }
  rows.count--;
}

/** Reads a column of a row. */
export const cell = (rows: Rows, index: number, column: number): number =>
  rows.data[at(rows, index) + column] as number;

/** The index of the row with a serial, or -1; rows stand in the order of their serials. */
export function findSerial(rows: Rows, serial: number): number {
  for (let index = rows.count - 1; index >= 0; index--) {
    if (cell(rows, index, SERIAL) === serial) return index;
  }
  return -1;
}
