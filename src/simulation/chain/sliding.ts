import type { Chain } from './chain.ts';
import { INCREMENT } from './kinds.ts';
import { readReasons } from './needs.ts';
import { BY_LOCK, BY_POINTS, BY_WITHIN, OLDEST, PERIODS, type Rules } from './retention.ts';
import { at, cell, kindAt, placeOf, type Rows, reasonsAt, TIME } from './rows.ts';
import { LOCKED, NEWEST, RULES, WITHIN, type Windows } from './windows.ts';

/**
 * Applies the rules to the points that came since the last retention, one after the other, with what
 * `applyRules` would say of all. The reasons stand in the rows.
 *
 * @returns the newest row that may have to go: no rule keeps it any more, and no increment follows it
 *   that would need it. -1 where all stay.
 */
export function slide(chain: Chain, windows: Windows): number {
  const { rows, rules, serial, seen } = chain;
  let newest = -1;
  for (let i = rows.count - (serial - seen); i < rows.count; i++) {
    const freed = Math.max(
      slideSlots(rules, rows, windows, i),
      slideNewest(rules, rows, windows, i),
    );
    if (freed > newest) newest = freed;
  }
  if (newest >= 0) readReasons(chain, newest);
  return newest;
}

/** Moves the windows along once so many of the rows that nothing keeps have been removed. */
export function shiftWindows({ ends, at: first }: Windows, removed: number): void {
  for (let i = first + RULES; i <= first + LOCKED; i++) {
    ends[i] = Math.max(0, (ends[i] as number) - removed);
  }
}

/** Lets the rules that count periods take in a row; returns the newest row that was freed, or -1. */
function slideSlots(
  { slots, oldest }: Rules,
  rows: Rows,
  { rules, ends, at: first }: Windows,
  index: number,
): number {
  const { data, reasons } = rows;
  const place = placeOf(rows, index);
  const row = at(rows, index);
  let given = 0;
  let freed = -1;
  reasons[place] = 0;
  for (let i = 0; i < rules.length; i++) {
    const rule = rules[i] as number;
    const most = slots[rule] as number;
    const bit = 1 << rule;
    const number = ends[first + rule] as number;
    const period = data[row + (PERIODS[rule] as number)] as number;
    const isSame = index > 0 && period === ends[first + NEWEST + rule];
    ends[first + NEWEST + rule] = period;
    given |= bit;
    if (isSame) {
      // The newer point of a period takes the place of the older one.
      if (oldest && index === 1 && number < most) give(rows, 0, bit << OLDEST);
      freed = Math.max(freed, release(rows, index - 1, bit));
    } else if (number < most) {
      ends[first + rule] = number + 1;
      if (number + 1 === most) freed = Math.max(freed, release(rows, 0, bit << OLDEST));
    } else {
      let end = ends[first + RULES + rule] as number;
      while ((reasonsAt(rows, end) & bit) === 0) end++;
      ends[first + RULES + rule] = end + 1;
      freed = Math.max(freed, release(rows, end, bit));
    }
  }
  reasons[place] = given;
  return freed;
}

/** Lets the rules that keep the newest points take in a row; returns the newest that was freed, or -1. */
function slideNewest(rules: Rules, rows: Rows, windows: Windows, index: number): number {
  const { points, within, locked } = rules;
  let freed = -1;
  if (points > 0) {
    give(rows, index, BY_POINTS);
    if (index >= points) freed = release(rows, index - points, BY_POINTS);
  }
  if (within > 0)
    freed = Math.max(freed, slideAge(rows, windows, index, WITHIN, within, BY_WITHIN));
  if (locked > 0) freed = Math.max(freed, slideAge(rows, windows, index, LOCKED, locked, BY_LOCK));
  return freed;
}

function slideAge(
  rows: Rows,
  windows: Windows,
  index: number,
  window: number,
  age: number,
  reason: number,
): number {
  const now = cell(rows, index, TIME);
  const place = windows.at + window;
  let first = windows.ends[place] as number;
  let freed = -1;
  give(rows, index, reason);
  for (; now - cell(rows, first, TIME) >= age; first++) {
    freed = Math.max(freed, release(rows, first, reason));
  }
  windows.ends[place] = first;
  return freed;
}

function give(rows: Rows, index: number, reason: number): void {
  const place = placeOf(rows, index);
  rows.reasons[place] = (rows.reasons[place] as number) | reason;
}

/** Takes a reason from a row; returns the row where it was the last one and no increment follows. */
function release(rows: Rows, index: number, reason: number): number {
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
