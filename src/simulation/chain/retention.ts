import {
  at,
  before,
  DAY,
  HOUR,
  MONTH,
  placeOf,
  QUARTER,
  type Rows,
  SERIAL,
  STRIDE,
  TIME,
  WEEK,
  YEAR,
} from './rows.ts';
import { cutoff, type Within } from './within.ts';

/** The keep rules of one protection, prepared for repeated use. */
export interface Rules {
  readonly dialect: 'overlapping' | 'exclusive' | 'generations';
  /** Whether a rule with unused slots also keeps the oldest point. */
  readonly oldest: boolean;
  /** Number of newest points to keep; 0 for no such rule. */
  readonly points: number;
  /** Age up to which points are kept; null for no such rule. */
  readonly within: Within | null;
  /** Age up to which points are locked, in seconds before the newest point; 0 for no lock. */
  readonly locked: number;
  /** Slots of the rules last, hourly, daily, weekly, monthly, quarterly, yearly; 0 for no rule. */
  readonly slots: readonly number[];
  /** Month number (see `units/calendar`) of each local day, from `firstDay` on. */
  readonly months: Int32Array;
  readonly firstDay: number;
}

/** Reason bit: kept by `points`. The rules of `slots` have bits 0 to 6, in their order. */
export const BY_POINTS = 1 << 7;
/** Reason bit: kept by `within`. */
export const BY_WITHIN = 1 << 8;
/** Reason bit: locked. */
export const BY_LOCK = 1 << 10;
/**
 * Left shift of a rule's bit where the rule keeps the oldest point only because slots are unused.
 */
export const OLDEST = 16;

const NONE = -0x80000000;

/**
 * Clears all reasons, then applies the rules that look at places and ages: `points`, `within` and
 * the lock.
 *
 * @param now the current instant.
 */
export function keepNewest(rules: Rules, rows: Rows, why: Int32Array, now: number): void {
  const { points, within, locked } = rules;
  const { data, count } = rows;
  why.fill(0, 0, count);
  for (let i = Math.max(0, count - points); i < count; i++) why[i] = BY_POINTS;
  if (within) keepSince(cutoff(within, rows, count - 1, now), BY_WITHIN, rows, why);
  if (locked === 0) return;
  const newest = data[at(rows, count - 1) + TIME] as number;
  keepSince(newest - locked, BY_LOCK, rows, why);
}

/** Adds a reason to all rows that are later than an instant. */
function keepSince(instant: number, reason: number, rows: Rows, why: Int32Array): void {
  const { data, count } = rows;
  for (let i = count - 1; i >= 0; i--) {
    if ((data[at(rows, i) + TIME] as number) <= instant) break;
    why[i] = (why[i] as number) | reason;
  }
}

/** By slot rule, the column with the period of a row. For `last`, every point is its own period. */
export const PERIODS = [SERIAL, HOUR, DAY, WEEK, MONTH, QUARTER, YEAR] as const;

/**
 * Decides which points the keep rules keep, from new to old: each rule counts by itself, and one
 * point may fill a slot of several rules. Writes one word of reason bits per row to `why`; 0 means
 * that no rule keeps the row.
 */
export function applyOverlapping(rules: Rules, rows: Rows, why: Int32Array, now: number): void {
  keepNewest(rules, rows, why, now);
  for (let rule = 0; rule < PERIODS.length; rule++) {
    const slots = rules.slots[rule] as number;
    if (slots > 0) fill(rows, rule, slots, rules.oldest, why);
  }
}

/** Keeps the newest point of each of the last `slots` periods that have points. */
function fill(rows: Rows, rule: number, slots: number, oldest: boolean, why: Int32Array): void {
  const { data, count } = rows;
  const bit = 1 << rule;
  let left = slots;
  let last = NONE;
  const column = PERIODS[rule] as number;
  let place = placeOf(rows, count - 1);
  for (let i = count - 1; i >= 0 && left > 0; i--, place = before(rows, place)) {
    const period = data[place * STRIDE + column] as number;
    if (period !== last) {
      why[i] = (why[i] as number) | bit;
      last = period;
      left--;
    } else if (i === 0 && oldest) why[i] = (why[i] as number) | (bit << OLDEST);
  }
}

/**
 * The same as `applyOverlapping` for exclusive dialects: a period in which an earlier rule already
 * keeps a point uses no slot.
 *
 * Without `oldest` (Proxmox), when a rule keeps the newest point of a period, the other points of
 * that period are lost to later rules. With `oldest` (Borg), a rule looks only at the newest point
 * of each period, and the first rule with unused slots also keeps the oldest point.
 */
export function applyExclusive(rules: Rules, rows: Rows, why: Int32Array, now: number): void {
  keepNewest(rules, rows, why, now);
  for (let rule = 0; rule < rules.slots.length; rule++) {
    const slots = rules.slots[rule] as number;
    if (slots === 0) continue;
    if (!rules.oldest) exclusiveOnce(rows, why, rule, slots);
    else if (newestOfEach(rows, why, rule, slots) > 0 && why[0] === 0) {
      why[0] = 1 << (rule + OLDEST);
    }
  }
  // The mark for points that are lost to later rules is only used in here.
  for (let i = 0; i < rows.count; i++) if (why[i] === GIVEN_UP) why[i] = 0;
}

const GIVEN_UP = 1 << 15;

/**
 * For each period, newest first: keeps its newest point, unless an earlier rule keeps that point.
 * Returns the number of unused slots.
 */
function newestOfEach(rows: Rows, why: Int32Array, rule: number, slots: number): number {
  const { data, count } = rows;
  const column = PERIODS[rule] as number;
  let last = NONE;
  let left = slots;
  for (let i = count - 1; i >= 0 && left > 0; i--) {
    const period = data[at(rows, i) + column] as number;
    if (period === last) continue;
    last = period;
    if (why[i] !== 0) continue;
    why[i] = 1 << rule;
    left--;
  }
  return left;
}

/**
 * Applies one exclusive rule without `oldest`: skips periods in which an earlier rule keeps a
 * point.
 */
function exclusiveOnce(rows: Rows, why: Int32Array, rule: number, slots: number): void {
  const { data, count } = rows;
  const column = PERIODS[rule] as number;
  let last = NONE;
  let passedOver = NONE;
  let left = slots;
  for (let i = count - 1; i >= 0; i--) {
    if (why[i] !== 0) continue;
    const period = data[at(rows, i) + column] as number;
    if (period === passedOver) continue;
    if (period === last) why[i] = GIVEN_UP;
    else if (heldBefore(rows, why, rule, period, i)) passedOver = period;
    else {
      if (left === 0) return;
      why[i] = 1 << rule;
      last = period;
      left--;
    }
  }
}

/** Whether an earlier rule keeps a point in the period of a row. Rows of a period are adjacent. */
function heldBefore(
  rows: Rows,
  why: Int32Array,
  rule: number,
  period: number,
  index: number,
): boolean {
  const { data, count } = rows;
  const column = PERIODS[rule] as number;
  const earlier = (1 << rule) - 1;
  const marks = earlier | (earlier << OLDEST) | BY_WITHIN;
  for (let i = index + 1; i < count; i++) {
    if ((data[at(rows, i) + column] as number) !== period) break;
    if (((why[i] as number) & marks) !== 0) return true;
  }
  for (let i = index - 1; i >= 0; i--) {
    if ((data[at(rows, i) + column] as number) !== period) break;
    if (((why[i] as number) & marks) !== 0) return true;
  }
  return false;
}
