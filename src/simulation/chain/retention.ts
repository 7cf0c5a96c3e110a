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

/** The keep rules of one protection, ready to be applied many times. */
export interface Rules {
  readonly dialect: 'overlapping' | 'exclusive' | 'generations';
  /** Whether a rule with free slots also keeps the oldest point. */
  readonly oldest: boolean;
  /** Newest points by position; 0 where there is no such rule. */
  readonly points: number;
  /** Seconds back from the newest point; 0 where there is no such rule. */
  readonly within: number;
  /** Seconds for which a point is locked, back from the newest point; 0 where it is not. */
  readonly locked: number;
  /** Slots of last, hourly, daily, weekly, monthly, quarterly, yearly; 0 is no rule. */
  readonly slots: readonly number[];
  /** Month number (see `units/calendar`) by local day, from `firstDay` on. */
  readonly months: Int32Array;
  readonly firstDay: number;
}

/** Reason bit of `points`; the rules of `slots` are bits 0 to 6, in their order. */
export const BY_POINTS = 1 << 7;
/** Reason bit of `within`. */
export const BY_WITHIN = 1 << 8;
/** Reason bit of a lock. */
export const BY_LOCK = 1 << 10;
/** Shift for a rule that keeps the oldest point only because it has a slot left. */
export const OLDEST = 16;

const NONE = -0x80000000;

/**
 * Decides which points the rules keep, newest to oldest, as the tools do that the dialects are
 * named for. Writes one word of reason bits per row (0: no rule keeps it) into `why`.
 *
 * Dialects: restic up to 0.15 (overlapping), restic from 0.16 (overlapping+oldest), Proxmox Backup
 * Server (exclusive), Borg (exclusive+oldest).
 */
export function applyRules(rules: Rules, rows: Rows, why: Int32Array): void {
  keepNewest(rules, rows, why);
  if (rules.dialect === 'exclusive') applyExclusive(rules, rows, why);
  else applyOverlapping(rules, rows, why);
}

/** Clears the reasons and applies the rules that count points or their age from the newest on. */
export function keepNewest(rules: Rules, rows: Rows, why: Int32Array): void {
  const { count } = rows;
  why.fill(0, 0, count);
  if (rules.points > 0) {
    for (let i = Math.max(0, count - rules.points); i < count; i++) why[i] = BY_POINTS;
  }
  if (rules.within > 0) keepYounger(rules.within, BY_WITHIN, rows, why);
  if (rules.locked > 0) keepYounger(rules.locked, BY_LOCK, rows, why);
}

function keepYounger(age: number, reason: number, rows: Rows, why: Int32Array): void {
  const { data, count } = rows;
  const newest = data[at(rows, count - 1) + TIME] as number;
  for (let i = count - 1; i >= 0; i--) {
    if (newest - (data[at(rows, i) + TIME] as number) >= age) break;
    why[i] = (why[i] as number) | reason;
  }
}

/** Where a row says in which period of a rule it lies; every point is a period of its own to `last`. */
export const PERIODS = [SERIAL, HOUR, DAY, WEEK, MONTH, QUARTER, YEAR] as const;

/** Every rule counts on its own; one point may fill a slot of several. */
function applyOverlapping(rules: Rules, rows: Rows, why: Int32Array): void {
  for (let rule = 0; rule < PERIODS.length; rule++) {
    const slots = rules.slots[rule] as number;
    if (slots > 0) fill(rows, rule, slots, rules.oldest, why);
  }
}

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
 * A period in which an earlier rule keeps a point does not use up a slot. Without `oldest`
 * (Proxmox) a point that a rule passes by in favour of a newer one of the same period is gone for
 * the rules that follow; with it (Borg) a rule looks at the newest point of each period only, and the
 * oldest point stays while a rule has a slot left; the last such rule is named for it.
 */
function applyExclusive(rules: Rules, rows: Rows, why: Int32Array): void {
  let spare = -1; // the last rule that has slots left
  for (let rule = 0; rule < rules.slots.length; rule++) {
    const slots = rules.slots[rule] as number;
    if (slots === 0) continue;
    if (!rules.oldest) exclusiveOnce(rows, why, rule, slots);
    else if (newestOfEach(rows, why, rule, slots) > 0) spare = rule;
  }
  if (spare >= 0 && why[0] === 0) why[0] = 1 << (spare + OLDEST);
  // What an exclusive rule gave up is only marked while the rules run.
  for (let i = 0; i < rows.count; i++) if (why[i] === GIVEN_UP) why[i] = 0;
}

const GIVEN_UP = 1 << 15;

/** Keeps the newest point of each period that holds no kept one; returns the slots left. */
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

/** Whether an earlier rule keeps a point of the same period; such a point lies near in time. */
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
