import { type Arena, newArena, take, takeBytes, takeInts } from '../arena.ts';

/**
 * The files of one chain of restore points, oldest first, in one typed array, so that a run of
 * years neither allocates nor chases pointers. A row is a file; columns are named below. The rows
 * stand in a ring: what comes after the last slot stands in the first.
 */
export interface Rows {
  data: Float64Array;
  /**
   * By place what is asked of rows of any age, apart from their columns since it is little: what a row
   * is (see `kinds.ts`), and reason bits of the rules that keep it, where they slide (see `sliding.ts`).
   */
  kinds: Uint8Array;
  reasons: Int32Array;
  /** The place of the first slot, how far it is to the next one, and how many there are. */
  first: number;
  step: number;
  slots: number;
  /** The slot of the oldest row. */
  head: number;
  /** Number of rows. */
  count: number;
  /** The rows of many chains, if these are among them. */
  readonly pool: RowPool | null;
}

/**
 * Rows of many chains in one array. The first slots of all chains come first, then all second ones and
 * so on: chains that grow night by night write side by side.
 */
export interface RowPool {
  data: Float64Array;
  kinds: Uint8Array;
  reasons: Int32Array;
  readonly chains: number;
  /** Chains that have their slots, and places that are given away. */
  given: number;
  used: number;
}

/** Space for the rows of so many chains. */
export const newRowPool = (chains: number, arena: Arena): RowPool => ({
  data: take(arena, chains * SPACE * STRIDE),
  kinds: takeBytes(arena, chains * SPACE),
  reasons: takeInts(arena, chains * SPACE),
  chains,
  given: 0,
  used: chains * SPACE,
});

/** Rows for which there is space at first. */
export const SPACE = 64;

const NONE = new Float64Array();
const NO_KINDS = new Uint8Array();
const NO_REASONS = new Int32Array();

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
/** Column: GFS marks, a bit for each of GFS_RULES. */
export const MARKS = 10;
/** Column: serial of the file it shares blocks with, or -1. */
export const BASE = 11;
/** Column: number of the file in the chain, from 0. */
export const SERIAL = 12;
/** Numbers that a row takes: one for each column. */
export const STRIDE = 13;

/** No rows yet, and space for so many: more is made when they are used up. */
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

/** The same rows by themselves. */
export function copyOf(rows: Rows): Rows {
  const copy = emptyRows(rows.count);
  for (let i = 0; i < rows.count; i++) pushCopy(copy, rows, i);
  return copy;
}

/** Appends a copy of a row of others. */
export function pushCopy(rows: Rows, others: Rows, index: number): void {
  copyRow(others, placeOf(others, index), rows, push(rows));
}

function copyRow(from: Rows, old: number, to: Rows, place: number): void {
  copyColumns(from.data, old, to.data, place);
  to.kinds[place] = from.kinds[old] as number;
  to.reasons[place] = from.reasons[old] as number;
}

/** Copies the columns of a row from one place to another. */
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

/** The place of the i-th row, 0 being the oldest. */
export function placeOf({ first, step, slots, head }: Rows, index: number): number {
  const slot = head + index;
  return first + (slot < slots ? slot : slot - slots) * step;
}

/** The place before another one. */
export const before = ({ first, step, slots }: Rows, place: number): number =>
  place > first ? place - step : place + (slots - 1) * step;

/** The offset of the i-th row in `data`; add a column to read a value. */
export const at = (rows: Rows, index: number): number => placeOf(rows, index) * STRIDE;

/** Appends a row as the newest and returns its place; all that it holds is yet to be written. */
export function push(rows: Rows): number {
  if (rows.count >= rows.slots) makeSpace(rows);
  return placeOf(rows, rows.count++);
}

function makeSpace(rows: Rows): void {
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

/** Gives the rows of the next chain their slots in a pool. */
export function takeSlots(rows: Rows, pool: RowPool): void {
  rows.first = pool.given++;
  rows.step = pool.chains;
  rows.slots = SPACE;
}

/** Gives away so many places behind all others of a pool, which grows; returns the first. */
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

/** Takes out the oldest rows. */
export function removeOldest(rows: Rows, number: number): void {
  const head = rows.head + number;
  rows.head = head < rows.slots ? head : head - rows.slots;
  rows.count -= number;
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

/** What a row is: see `kinds.ts`. */
export const kindAt = (rows: Rows, index: number): number =>
  rows.kinds[placeOf(rows, index)] as number;

/** Makes a row what it was not: see `kinds.ts`. */
export function setKind(rows: Rows, index: number, kind: number): void {
  rows.kinds[placeOf(rows, index)] = kind;
}

/** Why the rules keep a row, where they slide: see `applyRules`. */
export const reasonsAt = (rows: Rows, index: number): number =>
  rows.reasons[placeOf(rows, index)] as number;
