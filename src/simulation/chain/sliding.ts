/**
 * Incremental evaluation of keep rules.
 *
 * Problem: `applyRules` scans all points of a chain, after every run. In long chains this dominates
 * the cost of a simulation.
 *
 * Idea: each rule keeps a window of points. A new point enters the window of every rule. A rule
 * that counts then drops at most one point: the previous one of the same period or, when all its
 * slots are used, its oldest. A rule that looks at ages drops the points that became too old. Only
 * these points change, at amortised constant cost per point and rule.
 *
 * Invariant: after `slide`, the reason bits in the rows equal those that `applyRules` would write.
 * This holds since the rules are independent of each other here (see `slides`), and since removing
 * a point that no rule keeps changes the choice of no rule.
 */
import type { Chain } from './chain.ts';
import { INCREMENT } from './kinds.ts';
import { readReasons } from './needs.ts';
import { BY_LOCK, BY_POINTS, BY_WITHIN, OLDEST, PERIODS, type Rules } from './retention.ts';
import { at, cell, kindAt, placeOf, type Rows, reasonsAt, TIME } from './rows.ts';
import { LOCKED, NEWEST, RULES, WITHIN, type Windows } from './windows.ts';
import { cutoff } from './within.ts';

/**
 * Applies the rules to the points that were added since the last retention, one by one.
 *
 * @returns the newest row that may have to go: no rule keeps it any more, and no increment that
 *   needs it follows it. Older rows may have to go as well, newer ones all stay. -1 if all rows
 *   stay.
 */
export function slide(chain: Chain, windows: Windows): number {
  const { rows, rules, serial, seen, now } = chain;
  let newest = -1;
  for (let i = rows.count - (serial - seen); i < rows.count; i++) {
    const freed = Math.max(
      slideSlots(rules, rows, windows, i),
      slideNewest(rules, rows, windows, i, now),
    );
    if (freed > newest) newest = freed;
  }
  if (newest >= 0) readReasons(chain, newest);
  return newest;
}

/**
 * Adjusts the row indices in the windows after so many rows were removed. An index that ends up too
 * low is harmless: it is a lower bound from which the next search starts.
 */
export function shiftWindows({ ends, at: first }: Windows, removed: number): void {
  for (let i = first + RULES; i <= first + LOCKED; i++) {
    ends[i] = Math.max(0, (ends[i] as number) - removed);
  }
}

/**
 * Adds a row to the windows of the slot rules; returns the newest row that lost its last reason, or
 * -1.
 */
function slideSlots(
  { slots, oldest }: Rules,
  rows: Rows,
  { rules, ends, at: first }: Windows,
  index: number,
): number {
  const { data, reasons } = rows;
  const place = placeOf(rows, index);
  const row = at(rows, index);
  let gained = 0;
  let freed = -1;
  reasons[place] = 0;
  for (let i = 0; i < rules.length; i++) {
    const rule = rules[i] as number;
    const limit = slots[rule] as number;
    const bit = 1 << rule;
    const kept = ends[first + rule] as number;
    const period = data[row + (PERIODS[rule] as number)] as number;
    const isSame = index > 0 && period === ends[first + NEWEST + rule];
    ends[first + NEWEST + rule] = period;
    gained |= bit;
    if (isSame) {
      // A rule keeps the newest point of a period, so this row replaces the one before it.
      if (oldest && index === 1 && kept < limit) addReason(rows, 0, bit << OLDEST);
      freed = Math.max(freed, removeReason(rows, index - 1, bit));
    } else if (kept < limit) {
      ends[first + rule] = kept + 1;
      if (kept + 1 === limit) freed = Math.max(freed, removeReason(rows, 0, bit << OLDEST));
    } else {
      let end = ends[first + RULES + rule] as number;
      while ((reasonsAt(rows, end) & bit) === 0) end++;
      ends[first + RULES + rule] = end + 1;
      freed = Math.max(freed, removeReason(rows, end, bit));
    }
  }
  reasons[place] = gained;
  return freed;
}

/** Adds a row to the windows of `points`, `within` and the lock; returns as `slideSlots` does. */
function slideNewest(
  rules: Rules,
  rows: Rows,
  windows: Windows,
  index: number,
  now: number,
): number {
  const { points, within, locked } = rules;
  let freed = -1;
  if (points > 0) {
    addReason(rows, index, BY_POINTS);
    if (index >= points) freed = removeReason(rows, index - points, BY_POINTS);
  }
  if (within) {
    const since = cutoff(within, rows, index, now);
    freed = Math.max(freed, slideAge(rows, windows, index, WITHIN, since, BY_WITHIN));
  }
  if (locked > 0) {
    const since = cell(rows, index, TIME) - locked;
    freed = Math.max(freed, slideAge(rows, windows, index, LOCKED, since, BY_LOCK));
  }
  return freed;
}

/**
 * Adds a row to the window of an age rule and drops the rows that are not after `since`; returns as
 * `slideSlots` does. By the calendar, `since` may go back a little: a month before 1 April is before
 * a month before 31 March. Rows that are still there then enter the window again.
 */
function slideAge(
  rows: Rows,
  windows: Windows,
  index: number,
  window: number,
  since: number,
  reason: number,
): number {
  const place = windows.at + window;
  let first = windows.ends[place] as number;
  let freed = -1;
  addReason(rows, index, reason);
  for (; first > 0 && cell(rows, first - 1, TIME) > since; first--) {
    addReason(rows, first - 1, reason);
  }
  for (; first < index && cell(rows, first, TIME) <= since; first++) {
    freed = Math.max(freed, removeReason(rows, first, reason));
  }
  windows.ends[place] = first;
  return freed;
}

function addReason(rows: Rows, index: number, reason: number): void {
  const place = placeOf(rows, index);
  rows.reasons[place] = (rows.reasons[place] as number) | reason;
}

/**
 * Takes a reason from a row. Returns the row if that was its last reason and no increment follows
 * it, else -1.
 */
function removeReason(rows: Rows, index: number, reason: number): number {
  const { reasons } = rows;
  const place = placeOf(rows, index);
  const had = reasons[place] as number;
  const left = had & ~reason;
  if (left === had) return -1;
  reasons[place] = left;
  if (left !== 0) return -1;
  const isFollowed = index + 1 < rows.count && kindAt(rows, index + 1) === INCREMENT;
  return isFollowed ? -1 : index;
}
