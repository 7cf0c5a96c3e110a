/**
 * The files of a chain of restore points as rows in typed arrays, so that a run over years neither
 * allocates nor follows pointers. A row is addressed in four steps:
 * - index: its rank by age; 0 is the oldest;
 * - slot: its position in a ring buffer, `(head + index) mod slots`;
 * - place: its position in the arrays, `first + slot * step`;
 * - offset: `place * STRIDE`, where its columns begin in `data`.
 */
import { type Arena, newArena, take, takeBytes, takeInts } from '../arena.ts';

/** The files of one chain, oldest first. */
export interface Rows {
  data: Float64Array;
  /**
   * By place: the kind of a row (see `kinds.ts`) and, where rules are evaluated incrementally (see
   * `sliding.ts`), the reason bits for which it is kept. Scans over many rows read only these, so
   * they are stored apart from the columns.
   */
  kinds: Uint8Array;
  reasons: Int32Array;
  /** Place of slot 0, distance between the places of two slots, and number of slots. */
  first: number;
  step: number;
  slots: number;
  /** Slot of the oldest row. */
  head: number;
  /** Number of rows. */
  count: number;
  /** The arrays that hold the rows of many chains, if these are among them; else null. */
  readonly pool: RowPool | null;
}

/**
 * Arrays for the rows of many chains: first slot 0 of every chain, then slot 1 of every chain, and
 * so on. Chains that grow by a row a night then write to adjacent memory. A chain that needs more
 * slots moves to a contiguous block at the end.
 */
export interface RowPool {
  data: Float64Array;
  kinds: Uint8Array;
  reasons: Int32Array;
  readonly chains: number;
  /** Number of chains that have their slots, and number of places in use. */
  given: number;
  used: number;
}

/** A pool for the rows of so many chains. */
export const newRowPool = (chains: number, arena: Arena): RowPool => ({
  data: take(arena, chains * SPACE * STRIDE),
  kinds: takeBytes(arena, chains * SPACE),
  reasons: takeInts(arena, chains * SPACE),
  chains,
  given: 0,
  used: chains * SPACE,
});

/** Initial number of slots of a chain. */
export const SPACE = 64;

const NONE = new Float64Array();
const NO_KINDS = new Uint8Array();
const NO_REASONS = new Int32Array();

/** Column: instant of the run whose data it holds, s since 1970. */
export const TIME = 0;
/** Column: local day number of that instant. */
export const DAY = 1;
/** Column: local hour number of that instant. */
export const HOUR = 2;
/** Column: ISO week of that day, numbered consecutively as by `weekOf`. */
export const WEEK = 3;
/** Column: month of that day, numbered consecutively as by `monthOf`. */
export const MONTH = 4;
/** Column: quarter of that day, numbered consecutively. */
export const QUARTER = 5;
/** Column: year of that day. */
export const YEAR = 6;
/** Column: number of that run in its protection, from 0. */
export const RUN = 7;
/** Column: source bytes at that run. */
export const SOURCE = 8;
/** Column: bytes stored for it. */
export const BYTES = 9;
/** Column: GFS marks, one bit for each of GFS_RULES. */
export const MARKS = 10;
/** Column: serial of the file that it shares blocks with, or -1. */
export const BASE = 11;
/** Column: serial number of the file in its chain, from 0. */
export const SERIAL = 12;
/** Number of columns. */
export const STRIDE = 13;

/** An empty set of rows with an initial capacity; it grows on demand. */
export const emptyRows = (space = 0, arena = newArena()): Rows => ({
  data: space > 0 ? take(arena, space * STRIDE) : NONE,
  kinds: space > 0 ? takeBytes(arena, space) : NO_KINDS,
  reasons: space > 0 ? takeInts(arena, space) : NO_REASONS,
  first: 0,
  step: 1,
  slots: space,
  head: 0,
  count: 0,
  pool: null,
});

/** A copy of rows, with arrays of its own. */
export function copyOf(rows: Rows): Rows {
  const copy = emptyRows(rows.count);
  for (let i = 0; i < rows.count; i++) pushCopy(copy, rows, i);
  return copy;
}

/** Appends a copy of one row of another set. */
export function pushCopy(rows: Rows, others: Rows, index: number): void {
  copyRow(others, placeOf(others, index), rows, push(rows));
}

function copyRow(from: Rows, old: number, to: Rows, place: number): void {
  copyColumns(from.data, old, to.data, place);
  to.kinds[place] = from.kinds[old] as number;
  to.reasons[place] = from.reasons[old] as number;
}

/** Copies the columns of a row between two places. */
export function copyColumns(
  from: Float64Array,
  old: number,
  to: Float64Array,
  place: number,
): void {
  for (let column = 0; column < STRIDE; column++) {
    to[place * STRIDE + column] = from[old * STRIDE + column] as number;
  }
}

/** The place of the row with an index. */
export function placeOf({ first, step, slots, head }: Rows, index: number): number {
  const slot = head + index;
  return first + (slot < slots ? slot : slot - slots) * step;
}

/** The place of the next older slot of the ring. */
export const before = ({ first, step, slots }: Rows, place: number): number =>
  place > first ? place - step : place + (slots - 1) * step;

/** The offset in `data` of the row with an index; add a column to read a value. */
export const at = (rows: Rows, index: number): number => placeOf(rows, index) * STRIDE;

/** Appends a row at the new end and returns its place. The caller writes all its columns. */
export function push(rows: Rows): number {
  if (rows.count >= rows.slots) grow(rows);
  return placeOf(rows, rows.count++);
}

function grow(rows: Rows): void {
  const { data, kinds, reasons, first, step, slots: before, head, count, pool } = rows;
  const old: Rows = { data, kinds, reasons, first, step, slots: before, head, count, pool };
  const slots = 2 * before || SPACE;
  if (pool) rows.first = reserve(pool, slots);
  else {
    rows.data = new Float64Array(slots * STRIDE);
    rows.kinds = new Uint8Array(slots);
    rows.reasons = new Int32Array(slots);
  }
  rows.step = 1;
  rows.slots = slots;
  rows.head = 0;
  for (let i = 0; i < count; i++) copyRow(old, placeOf(old, i), rows, placeOf(rows, i));
}

/** Assigns the next free slots of a pool to the rows of a chain. */
export function takeSlots(rows: Rows, pool: RowPool): void {
  rows.first = pool.given++;
  rows.step = pool.chains;
  rows.slots = SPACE;
}

/** Reserves a block of places at the end of a pool, which grows if needed; returns the first. */
function reserve(pool: RowPool, places: number): number {
  const first = pool.used;
  pool.used += places;
  if (pool.used > pool.reasons.length) {
    const { data, kinds, reasons } = pool;
    const all = Math.ceil(1.5 * pool.used);
    pool.data = new Float64Array(all * STRIDE);
    pool.data.set(data);
    pool.kinds = new Uint8Array(all);
    pool.kinds.set(kinds);
    pool.reasons = new Int32Array(all);
    pool.reasons.set(reasons);
  }
  return first;
}

/** Removes the oldest rows. */
export function removeOldest(rows: Rows, number: number): void {
  const head = rows.head + number;
  rows.head = head < rows.slots ? head : head - rows.slots;
  rows.count -= number;
}

/** Reads a column of a row. */
export const cell = (rows: Rows, index: number, column: number): number =>
  rows.data[at(rows, index) + column] as number;

/** The index of the row with a serial, or -1. Searches from the new end, where most hits are. */
export function findSerial(rows: Rows, serial: number): number {
  for (let index = rows.count - 1; index >= 0; index--) {
    if (cell(rows, index, SERIAL) === serial) return index;
  }
  return -1;
}

/** The kind of a row; see `kinds.ts`. */
export const kindAt = (rows: Rows, index: number): number =>
  rows.kinds[placeOf(rows, index)] as number;

/** Changes the kind of a row; see `kinds.ts`. */
export function setKind(rows: Rows, index: number, kind: number): void {
  rows.kinds[placeOf(rows, index)] = kind;
}

/** The reason bits of a row, where rules are evaluated incrementally; see `applyRules`. */
export const reasonsAt = (rows: Rows, index: number): number =>
  rows.reasons[placeOf(rows, index)] as number;
